using Oversight.Settings;

namespace Oversight.Risk;

/// <summary>
/// What is expected of one unit: the rate of its services and its own past, weighed together (gamma-Poisson). Numbers
/// are rounded once, here and where points are given; everything after is exact, so that sums do not depend on order.
/// </summary>
internal sealed class UnitExpectation
{
    private UnitExpectation(Usual usual, UnitFact unit) => (Usual, Unit) = (usual, unit);

    public Usual Usual { get; }

    public UnitFact Unit { get; }

    /// <summary>Concerns in a year of units like this one.</summary>
    public double OfService { get; private init; }

    /// <summary>Concerns in a year that are expected of this unit.</summary>
    public double PerYear { get; private init; }

    /// <summary>What the unit received before the window, one voice held back as in the window.</summary>
    public decimal PastWeight { get; private init; }

    public double PastYears { get; private init; }

    /// <summary>Shares of severity 1-4 that are usual at the unit.</summary>
    public required IReadOnlyList<double> SeverityShares { get; init; }

    /// <summary>How far one reporter is heard in a month on sannolikhet; unknown customers: all the way.</summary>
    public required decimal? Heard { get; init; }

    /// <summary>The same on allvarlighetsgrad.</summary>
    public required decimal? HeardSeverity { get; init; }

    public static UnitExpectation Of(Usual usual, UnitFact unit, IReadOnlyList<ConcernFact> concerns)
    {
        var (model, lastPast) = (usual.Model, usual.LastPastDay);
        var ofService = usual.OfService(unit);
        var monthly = (decimal)Math.Round(ofService / 12, 6);
        var heard = model.Voice.Likelihood + (model.Voice.PerExpected * monthly);
        var heardSeverity = model.Voice.Severity + (model.Voice.PerExpected * monthly);
        var before = concerns.Where(concern => concern.Received <= lastPast && concern.Received >= unit.ValidFrom
            && concern.Weighting != ConcernWeighting.Nothing).ToList();
        var past = Past.Of(before, unit, model);
        // Of a unit whose customers nobody knows the least is expected and everything heard: it never lowers risk.
        var least = Voices.Sum(before, _ => 1, heard);
        var years = usual.PastYears(unit);
        var alike = (double)model.Usual.Alikeness;
        var own = (double)model.Usual.OwnSeverityConcerns;
        return new UnitExpectation(usual, unit)
        {
            OfService = ofService,
            PerYear = (alike + (double)least) / ((alike / ofService) + years),
            PastWeight = unit.Customers is null ? before.Count : least,
            PastYears = years,
            SeverityShares =
            [
                .. usual.SeverityShares.Select((share, level) =>
                    (past.Severities[level] + (share * own)) / (past.Count + own)),
            ],
            Heard = unit.Customers is null ? null : heard,
            HeardSeverity = unit.Customers is null ? null : heardSeverity,
        };
    }
}

/// <summary>A concern of the window with how far it counts (0-1).</summary>
/// <param name="Since">The first day of the month of its voice.</param>
internal readonly record struct Heard(ConcernFact Concern, decimal Weight, DateOnly Since);

/// <summary>
/// One voice: what one reporter tells within a month of the first counts no further than a ceiling, the concerns that
/// give most first. The months of a voice begin with what it tells, not with the calendar: a concern that is received
/// now joins the last of them or begins one, so that it never takes points away.
/// </summary>
internal static class Voices
{
    private const int DaysOfMonth = 31;

    /// <param name="heaviestFirst">Concerns that weigh something, those that give most first.</param>
    /// <param name="ceiling">Null: none.</param>
    public static IEnumerable<Heard> Hear(
        IReadOnlyList<ConcernFact> heaviestFirst, Func<ConcernFact, decimal> weight, decimal? ceiling)
    {
        var months = Of(heaviestFirst);
        var told = new Dictionary<(string, DateOnly), decimal>();
        foreach (var concern in heaviestFirst)
        {
            var full = weight(concern);
            var month = (concern.ReporterKey, months[(concern.ReporterKey, concern.Received)]);
            var earlier = told.GetValueOrDefault(month);
            var counted = ceiling is { } most ? Math.Clamp(most - earlier, 0, full) : full;
            told[month] = earlier + counted;
            yield return new Heard(concern, counted, month.Item2);
        }
    }

    public static decimal Sum(
        IReadOnlyList<ConcernFact> concerns, Func<ConcernFact, decimal> weight, decimal? ceiling)
    {
        var months = Of(concerns);
        return concerns
            .GroupBy(concern => (concern.ReporterKey, months[(concern.ReporterKey, concern.Received)]))
            .Sum(month => Math.Min(month.Sum(weight), ceiling ?? decimal.MaxValue));
    }

    /// <summary>For each reporter and day the first day of the month of the voice.</summary>
    private static Dictionary<(string Reporter, DateOnly Day), DateOnly> Of(IReadOnlyList<ConcernFact> concerns)
    {
        var months = new Dictionary<(string, DateOnly), DateOnly>(concerns.Count);
        var open = new Dictionary<string, DateOnly>(StringComparer.Ordinal);
        foreach (var concern in concerns.OrderBy(concern => concern.Received))
        {
            if (!open.TryGetValue(concern.ReporterKey, out var first)
                || concern.Received.DayNumber - first.DayNumber >= DaysOfMonth)
                open[concern.ReporterKey] = first = concern.Received;
            months[(concern.ReporterKey, concern.Received)] = first;
        }

        return months;
    }
}

/// <summary>Calendar months as numbers that follow each other.</summary>
internal static class Months
{
    public static int Of(DateOnly day) => (day.Year * 12) + day.Month - 1;

    public static DateOnly First(int month) => new(month / 12, (month % 12) + 1, 1);
}
