using System.Globalization;
using Oversight.Risk;

namespace Oversight.Core.Tests.RiskAnalyses.Simulation;

/// <summary>What is wrong with a unit, known because it was made so.</summary>
internal enum Trouble
{
    None,

    /// <summary>The rate rises steadily to about three times over the last months.</summary>
    Slow,

    /// <summary>Three times as many, in the last months only.</summary>
    Sudden,

    /// <summary>As many as ever, but graver.</summary>
    Graver,

    /// <summary>A rise at a unit with 8-14 customers.</summary>
    FewCustomers,

    /// <summary>Two and a half times the rate of its kind, all the time.</summary>
    BadForLong,

    /// <summary>Nothing but one voice in one month, at a unit with 6-14 customers.</summary>
    Loud,
}

/// <summary>What a simulated municipality is made of.</summary>
/// <param name="Kind">What the deteriorating units suffer from.</param>
/// <param name="Volume">Concerns per 100 customers and year that are usual.</param>
internal sealed record Scenario(Trouble Kind, double Volume)
{
    public const int Units = 60;
    public const int Deteriorating = 6;
    public const int LoudUnits = 4;
    public const int Months = 30;

    public bool OneArea { get; init; }

    /// <summary>Two or three reporters at every unit, however large.</summary>
    public bool FewReporters { get; init; }
}

/// <summary>A unit whose truth is known.</summary>
internal sealed record TrueUnit(UnitFact Fact, Trouble Trouble, double[] Usual, double[] Actual)
{
    /// <summary>Shares of severity 1-4 that are usual at the unit, and those of its last months.</summary>
    public required double[] UsualSeverity { get; init; }

    public required double[] ActualSeverity { get; init; }

    /// <summary>The first month, counted from 0, in which something is wrong.</summary>
    public required int Onset { get; init; }
}

/// <summary>
/// A municipality of 60 units, made from a seed alone: no clock, no chance that cannot be repeated. Units differ in
/// size, service and usual rate; six deteriorate, four are tiny and have one loud month by one reporter.
/// </summary>
internal sealed class SimulatedTown
{
    public static readonly DateOnly Today = new(2027, 2, 1);
    private const int ServiceCount = 5;
    private static readonly CodeId[] Services =
        [.. Enumerable.Range(0, ServiceCount).Select(number => new CodeId($"insats-{number}"))];
    private static readonly CodeId[] Areas =
    [
        TestRisk.Safety, TestRisk.Coordination, new("tillganglighet"), new("sjalvbestammande"),
        new("kunskapsbaserad"), new("effektiv"),
    ];
    private static readonly double[] Severities = [0.42, 0.35, 0.17, 0.06];
    private static readonly double[] GraverSeverities = [0.12, 0.27, 0.36, 0.25];

    private readonly Random _random;
    private readonly Scenario _scenario;
    private readonly double[] _season;
    private readonly double[] _serviceRate;

    public SimulatedTown(Scenario scenario, int seed)
    {
        _scenario = scenario;
        _random = new Random(seed);
        _serviceRate = [.. Services.Select(_ => Math.Exp(0.5 * Normal()))];
        _season = [.. Enumerable.Range(0, Scenario.Months).Select(_ => Math.Exp(0.12 * Normal()))];
        Units = [.. Enumerable.Range(0, Scenario.Units).Select(MakeUnit)];
        Concerns = [.. Units.SelectMany((unit, index) => MakeConcerns(unit, index, seed))];
        ByUnit = Concerns.ToLookup(concern => concern.UnitId);
    }

    public IReadOnlyList<TrueUnit> Units { get; }

    public IReadOnlyList<ConcernFact> Concerns { get; }

    public ILookup<Id, ConcernFact> ByUnit { get; }

    /// <summary>The share of concerns that is not dismissed.</summary>
    public const double Kept = 0.92;

    /// <summary>Which of the months a day falls in, oldest first, counted back from the day of the analysis.</summary>
    public static int MonthOf(DateOnly day) =>
        Math.Max(0, Scenario.Months - 1 - (int)((Today.DayNumber - day.DayNumber) / DaysPerMonth));

    private const double DaysPerMonth = 365.25 / 12;

    private TrueUnit MakeUnit(int index)
    {
        var trouble = index < Scenario.Deteriorating ? _scenario.Kind
            : index < Scenario.Deteriorating + Scenario.LoudUnits ? Trouble.Loud : Trouble.None;
        var customers = trouble switch
        {
            Trouble.Loud => _random.Next(6, 15),
            Trouble.FewCustomers => _random.Next(8, 15),
            _ => (int)Math.Clamp(Math.Exp(3.7 + (0.75 * Normal())), 6, 600),
        };
        var service = _random.Next(ServiceCount);
        var usual = customers / 100.0 * _scenario.Volume / 12 * _serviceRate[service] * Math.Exp(0.4 * Normal());
        var onset = trouble switch
        {
            Trouble.Sudden => Scenario.Months - _random.Next(2, 5),
            Trouble.BadForLong => 0,
            _ => Scenario.Months - _random.Next(5, 9),
        };
        double Factor(int month) => trouble switch
        {
            Trouble.Slow when month >= onset => Ramp(month, 3.5),
            Trouble.FewCustomers when month >= onset => Ramp(month, 4.5),
            Trouble.Sudden when month >= onset => 3,
            Trouble.BadForLong => 2.5,
            _ => 1,
        };
        double Ramp(int month, double to) => 1 + ((to - 1) * (month - onset + 1) / (Scenario.Months - onset));
        var months = Enumerable.Range(0, Scenario.Months).ToArray();
        return new TrueUnit(
            Fact($"enhet {index}", customers, Services[service]), trouble,
            [.. months.Select(month => usual * _season[month])],
            [.. months.Select(month => usual * _season[month] * Factor(month))])
        {
            Onset = onset,
            UsualSeverity = Severities,
            ActualSeverity = trouble == Trouble.Graver ? GraverSeverities : Severities,
        };
    }

    private IEnumerable<ConcernFact> MakeConcerns(TrueUnit unit, int index, int seed)
    {
        var reporters = _scenario.FewReporters ? 2 + (index % 2) : 2 + (unit.Fact.Customers!.Value / 12);
        var number = 0;
        for (var month = 0; month < Scenario.Months; month++)
        {
            for (var left = Poisson(unit.Actual[month]); left > 0; left--)
            {
                var reporter = Math.Min(_random.Next(reporters), _random.Next(reporters));
                var severities = month >= unit.Onset ? unit.ActualSeverity : unit.UsualSeverity;
                yield return Concern(month, $"r{reporter}", severities);
            }
        }

        if (unit.Trouble != Trouble.Loud)
            yield break;
        var loud = Scenario.Months - 1 - _random.Next(0, 4);
        for (var left = _random.Next(8, 15); left > 0; left--)
            yield return Concern(loud, "loud", unit.UsualSeverity);

        ConcernFact Concern(int month, string reporter, double[] severities)
        {
            var daysAgo = (int)((Scenario.Months - month - _random.NextDouble()) * DaysPerMonth);
            return Make($"{seed} {index} {number++}", unit.Fact, daysAgo, $"u{index} {reporter}", severities);
        }
    }

    private ConcernFact Make(string name, UnitFact unit, int daysAgo, string reporter, double[] severities)
    {
        var severity = Pick(severities) + 1;
        var weighting = (_random.NextDouble(), daysAgo) switch
        {
            ( < 0.4, < 45) => ConcernWeighting.Unassessed,
            ( < 0.08, _) => ConcernWeighting.Unassessed,
            ( > Kept, _) => ConcernWeighting.Nothing,
            _ => ConcernWeighting.Assessed,
        };
        var assessed = weighting == ConcernWeighting.Assessed;
        return new ConcernFact
        {
            ConcernId = Id.Derive("simulated", name),
            Reference = name,
            UnitId = unit.UnitId,
            Board = unit.Board,
            Occurred = Today.AddDays(-daysAgo),
            Received = Today.AddDays(-daysAgo),
            ReporterKey = reporter,
            Weighting = weighting,
            Severity = assessed ? severity : null,
            Area = assessed ? Areas[_scenario.OneArea ? 0 : _random.Next(Areas.Length)] : null,
            Category = null,
            Consequence = Consequence(severity),
            Source = name,
        };
    }

    /// <summary>What the reporter saw hangs together with the severity, loosely.</summary>
    private CodeId Consequence(int severity)
    {
        var seen = severity + (_random.NextDouble() < 0.3 ? _random.Next(-1, 2) : 0);
        return new CodeId(seen switch { <= 1 => "olagenhet", 2 => "otrygghet", _ => "skada" });
    }

    /// <summary>The severity that a consequence stands for.</summary>
    public static int Assumed(ConcernFact concern) =>
        concern.Consequence.Value switch { "olagenhet" => 1, "otrygghet" => 2, _ => 3 };

    private static UnitFact Fact(string name, int customers, CodeId service) =>
        TestRisk.Unit(name, customers, provider: name) with { Services = [service] };

    private int Pick(double[] shares)
    {
        var (left, index) = (_random.NextDouble(), 0);
        while (index < shares.Length - 1 && left >= shares[index])
            left -= shares[index++];
        return index;
    }

    private double Normal() =>
        Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble())) * Math.Cos(2 * Math.PI * _random.NextDouble());

    private int Poisson(double mean)
    {
        var (limit, product, count) = (Math.Exp(-mean), _random.NextDouble(), 0);
        while (product > limit)
        {
            product *= _random.NextDouble();
            count++;
        }

        return count;
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{_scenario.Kind} at {_scenario.Volume} ({Concerns.Count} concerns)");
}
