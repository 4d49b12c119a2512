using Oversight.Settings;

namespace Oversight.Risk;

/// <summary>
/// What is usual at a board as of a day: learned once from what all its units received before the window, so that
/// nothing that is received now can raise what is expected. Every unit is judged by it.
/// </summary>
public sealed class Usual
{
    internal const double DaysPerYear = 365.25;

    private readonly Dictionary<CodeId, double> _ratePerCustomer = [];
    private readonly Dictionary<CodeId, double> _areaShare = [];
    private readonly double _boardRate;
    private readonly DateOnly? _start;

    private Usual(RiskModel model, DateOnly asOf, DateOnly? start, IEnumerable<(UnitFact Unit, Past Past)> units)
    {
        (Model, AsOf, _start) = (model, asOf, start);
        var (concerns, years) = (0.0, 0.0);
        var services = new Dictionary<CodeId, (double Concerns, double Years)>();
        var severities = new double[4];
        var areas = new Dictionary<CodeId, int>();
        foreach (var (unit, past) in units.OrderBy(item => item.Unit.UnitId.Value, StringComparer.Ordinal))
        {
            var customerYears = Customers(unit) * PastYears(unit);
            concerns += past.Count;
            years += customerYears;
            foreach (var service in unit.Services)
            {
                var sum = services.GetValueOrDefault(service);
                services[service] = (sum.Concerns + past.Count, sum.Years + customerYears);
            }

            for (var level = 0; level < severities.Length; level++)
                severities[level] += past.Severities[level];
            foreach (var (area, count) in past.Areas)
                areas[area] = areas.GetValueOrDefault(area) + count;
        }

        var rules = model.Usual;
        var (weight, assumed) = ((double)rules.CustomerYears, (double)rules.ConcernsPer100CustomersAndYear / 100);
        _boardRate = (concerns + (assumed * weight)) / (years + weight);
        foreach (var (service, sum) in services)
            _ratePerCustomer[service] = (sum.Concerns + (_boardRate * weight)) / (sum.Years + weight);
        var (known, prior) = (severities.Sum(), (double)rules.SeverityConcerns);
        SeverityShares =
        [
            .. severities.Select((count, level) =>
                (count + ((double)rules.SeverityShares[level] * prior)) / (known + prior)),
        ];
        // A concern without an area could be of any: whoever places it later does not raise what is usual there.
        var open = concerns - areas.Values.Sum();
        foreach (var (area, count) in areas)
            _areaShare[area] = (count + open) / concerns;
    }

    /// <summary>The version of the model that everything is judged by.</summary>
    public RiskModel Model { get; }

    public DateOnly AsOf { get; }

    internal IReadOnlyList<double> SeverityShares { get; }

    /// <summary>The last day that belongs to what is usual and not to the window.</summary>
    internal DateOnly LastPastDay => AsOf.AddDays(-Model.Usual.WindowDays);

    /// <summary>What is usual among the units of a board, learned from the concerns that have been received.</summary>
    public static Usual Of(
        IEnumerable<UnitFact> units, IEnumerable<ConcernFact> concerns, DateOnly asOf, RiskModel model)
    {
        var known = concerns.Where(concern => IsInTime(concern, asOf, model)).ToList();
        return Of(units, known.ToLookup(concern => concern.UnitId), known, asOf, model);
    }

    internal static Usual Of(
        IEnumerable<UnitFact> units, ILookup<Id, ConcernFact> byUnit, IReadOnlyList<ConcernFact> known, DateOnly asOf,
        RiskModel model)
    {
        DateOnly? start = known.Count == 0 ? null : known.Min(concern => concern.Received);
        var lastPast = asOf.AddDays(-model.Usual.WindowDays);
        return new Usual(
            model, asOf, start,
            units.Select(unit => (
                unit, Past.Of(byUnit[unit.UnitId].Where(concern => concern.Received <= lastPast), unit, model))));
    }

    /// <summary>The same on a later day, with nothing new: the services keep their rates.</summary>
    internal Usual On(DateOnly later) => new(this, later);

    private Usual(Usual from, DateOnly later)
    {
        (Model, AsOf, _start, _boardRate) = (from.Model, later, from._start, from._boardRate);
        (_ratePerCustomer, _areaShare, SeverityShares) = (from._ratePerCustomer, from._areaShare, from.SeverityShares);
    }

    internal static bool IsInTime(ConcernFact concern, DateOnly asOf, RiskModel model) =>
        concern.Received <= asOf && concern.Received >= model.FirstDayFor(asOf);

    internal int Customers(UnitFact unit) => Math.Max(unit.Customers ?? 0, Model.Usual.SmallestCustomers);

    /// <summary>Concerns in a year that units of the same services and size usually have.</summary>
    internal double OfService(UnitFact unit)
    {
        var rates = unit.Services.Select(service => _ratePerCustomer.GetValueOrDefault(service, _boardRate)).ToList();
        return Customers(unit) * (rates.Count == 0 ? _boardRate : rates.Order().Sum() / rates.Count);
    }

    /// <summary>How much of what is usual falls in a quality area; the whole for one that had none before.</summary>
    internal double ShareOf(CodeId area) => _areaShare.GetValueOrDefault(area, 1);

    /// <summary>How long the unit has been known before the window.</summary>
    internal double PastYears(UnitFact unit) => Math.Max(0, LastPastDay.DayNumber - Start(unit) + 1) / DaysPerYear;

    /// <summary>How long the unit has been known in the last days.</summary>
    internal double YearsOfLast(int days, UnitFact unit) =>
        Math.Clamp(AsOf.DayNumber - unit.ValidFrom.DayNumber + 1, 1, days) / DaysPerYear;

    /// <summary>The first day of the unit that is remembered; null when the board has received nothing.</summary>
    internal DateOnly? FirstDay(UnitFact unit) => _start is null ? null : DateOnly.FromDayNumber(Start(unit));

    private int Start(UnitFact unit) => Math.Max(
        Math.Max(unit.ValidFrom.DayNumber, Model.FirstDayFor(AsOf).DayNumber),
        _start?.DayNumber ?? int.MaxValue / 2);
}

/// <summary>
/// What a unit received before the window. Assessed or not counts alike, so that an assessment does not change what is
/// usual.
/// </summary>
internal sealed record Past(int Count, double[] Severities, Dictionary<CodeId, int> Areas)
{
    public static Past Of(IEnumerable<ConcernFact> concerns, UnitFact unit, RiskModel model)
    {
        var (count, severities, areas) = (0, new double[4], new Dictionary<CodeId, int>());
        foreach (var concern in concerns)
        {
            if (concern.Weighting == ConcernWeighting.Nothing || concern.Received < unit.ValidFrom)
                continue;
            count++;
            severities[Gravity.Of(concern, model.Severity) - 1]++;
            if (concern.Area is { } area)
                areas[area] = areas.GetValueOrDefault(area) + 1;
        }

        return new Past(count, severities, areas);
    }
}

/// <summary>How grave a concern is: as assessed, or as its consequence lets assume until then.</summary>
internal static class Gravity
{
    public static int Of(ConcernFact concern, SeverityRules rules)
    {
        if (concern.Severity is { } assessed)
            return Math.Clamp(assessed, 1, 4);
        foreach (var candidate in rules.Consequences)
        {
            if (candidate.Consequence == concern.Consequence)
                return candidate.AssumedSeverity;
        }

        return 1;
    }
}
