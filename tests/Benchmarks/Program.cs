using System.Diagnostics;
using System.Globalization;
using Oversight.Benchmarks;
using Oversight.Local.Host;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var watch = Stopwatch.StartNew();
var asked = args.Select(argument => argument.ToLowerInvariant()).ToHashSet();
Console.WriteLine($"{Environment.ProcessorCount} processors, .NET {Environment.Version}, {Machine.LoadAverage()}");
// Before the first Azurite: an index as the real service has, and room for the rows of ten years.
var index = Path.Combine(RepositoryRoot.Find(), "tests", "Benchmarks", "azurite-index.js");
Environment.SetEnvironmentVariable("NODE_OPTIONS", $"--max-old-space-size=12288 --require \"{index}\"");
var report = new Report();
if (asked.Count == 0 || asked.Contains("concerns"))
    await ConcernIntake.MeasureAsync(report);
if (asked.Count == 0 || asked.Contains("pages"))
    await PageReads.MeasureAsync(report);
if (asked.Count == 0 || asked.Contains("plan"))
    await YearlyPlan.MeasureAsync(report);
if (asked.Count == 0 || asked.Contains("trips"))
    await Trips.MeasureAsync(report);
if (asked.Count == 0 || asked.Contains("reviews"))
    await ReviewPlay.MeasureAsync(report);
if (asked.Count == 0 || asked.Contains("years"))
    await TenYears.MeasureAsync(report);
report.Print();
Console.WriteLine($"{watch.Elapsed.TotalSeconds:0} s in all, {Machine.LoadAverage()}");
