namespace Oversight.Risk;

/// <param name="Month">The first day of the month.</param>
/// <param name="Counted">Concerns received in it that count, assessed or not.</param>
/// <param name="Grave">How many of those have been assessed with severity 3 or 4.</param>
/// <param name="Dismissed">Ungrounded or withdrawn.</param>
public sealed record TrendMonth(DateOnly Month, int Counted, int Grave, int Dismissed);

/// <summary>A unit's concerns month by month, for whoever would rather look than read.</summary>
public static class ConcernTrend
{
    public const int MonthsShown = 24;
    private const int GraveFrom = 3;

    /// <summary>The oldest first; the last is the month of the day, so far.</summary>
    public static IReadOnlyList<TrendMonth> Of(IEnumerable<ConcernFact> concerns, DateOnly today)
    {
        var byMonth = concerns.Where(concern => concern.Received <= today)
            .ToLookup(concern => (concern.Received.Year, concern.Received.Month));
        var first = new DateOnly(today.Year, today.Month, 1).AddMonths(1 - MonthsShown);
        return
        [
            .. Enumerable.Range(0, MonthsShown).Select(first.AddMonths).Select(month =>
            {
                var received = byMonth[(month.Year, month.Month)].ToList();
                var counted = received.Where(concern => concern.Weighting != ConcernWeighting.Nothing).ToList();
                return new TrendMonth(
                    month, counted.Count, counted.Count(concern => concern.Severity >= GraveFrom),
                    received.Count - counted.Count);
            }),
        ];
    }
}
