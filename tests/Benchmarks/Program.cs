using System.Diagnostics;
using System.Globalization;
using Oversight.Benchmarks;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var watch = Stopwatch.StartNew();
var asked = args.Select(argument => argument.ToLowerInvariant()).ToHashSet();
Console.WriteLine($"{Environment.ProcessorCount} processors, .NET {Environment.Version}, {Machine.LoadAverage()}");
var report = new Report();
if (asked.Count == 0 || asked.Contains("concerns"))
    await ConcernIntake.MeasureAsync(report);
if (asked.Count == 0 || asked.Contains("pages"))
    await PageReads.MeasureAsync(report);
if (asked.Count == 0 || asked.Contains("plan"))
    await YearlyPlan.MeasureAsync(report);
report.Print();
Console.WriteLine($"{watch.Elapsed.TotalSeconds:0} s in all, {Machine.LoadAverage()}");
