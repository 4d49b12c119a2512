using Oversight.Concerns;
using Oversight.Functions.Concerns.Screens;
using Oversight.Functions.Identity;
using Oversight.Functions.Providers;
using Oversight.Functions.Providers.Pages;
using Oversight.Functions.Storage;

namespace Oversight.Functions.Concerns;

/// <summary>The concerns on a provider's page: those of the reader's boards.</summary>
public sealed class ProviderConcerns(Views views, Conflicts conflicts) : IProviderSection
{
    public const int TrendMonths = 18;
    private const int Shown = 5;

    public async Task<ProviderSection?> ReadAsync(
        SignedInUser user, Id provider, DateOnly today, CancellationToken cancellation)
    {
        var boards = ContentAccess.Boards(user, ContentClass.Concern);
        if (boards.Count == 0)
            return null;
        var list = RegisterPartitions.OfProvider(provider);
        var waiting = views.ReadAllAsync<OpenConcernRow>(list, cancellation, ConcernPartitions.OpenOfProvider);
        var trend = ConcernPartitions.Day(ConcernTrendData.FirstDay(today, TrendMonths));
        var concerns = await ReadAsync(list, boards, trend, cancellation);
        // Where few have come, the latest ones may be older than the trend.
        if (concerns.Count < Shown)
            concerns = await ReadAsync(list, boards, null, cancellation);
        var closed = await conflicts.OfAsync(user, cancellation);
        var counted = concerns.Where(concern => concern.Status != ConcernStatus.Withdrawn).ToList();
        return new ProviderSection(
            typeof(ProviderConcernsSection),
            new Dictionary<string, object>
            {
                [nameof(ProviderConcernsSection.Counted)] = counted,
                [nameof(ProviderConcernsSection.Latest)] =
                    concerns.Where(concern => !closed.Contains(concern.ConcernId))
                        .OrderByDescending(concern => concern.ReceivedAt).Take(Shown).ToList(),
            },
            [("Synpunkter att hantera", $"{(await waiting).Count(row => boards.Contains(row.Board))}")]);
    }

    private async Task<IReadOnlyList<ConcernRow>> ReadAsync(
        string list, IReadOnlyList<BoardId> boards, string? from, CancellationToken cancellation)
    {
        var rows = await views.ReadAllAsync<ConcernRow>(list, cancellation, ConcernPartitions.OfProvider, from);
        return [.. rows.Where(row => boards.Contains(row.Board))];
    }
}

/// <summary>
/// Concerns of one unit, and from how many they come: over the last half year, and over all months of the trend.
/// </summary>
public sealed record UnitConcerns(string Name, int RecentConcerns, int RecentReporters, int Concerns, int Reporters)
{
    private const int RecentMonths = 6;

    public static UnitConcerns Of(string unit, IReadOnlyList<ConcernRow> concerns, DateOnly today)
    {
        var first = ConcernTrendData.FirstDay(today, ProviderConcerns.TrendMonths);
        var within = concerns.Where(concern => concern.ReceivedOn >= first).ToList();
        var recent = within.Where(concern => concern.ReceivedOn >= ConcernTrendData.FirstDay(today, RecentMonths))
            .ToList();
        return new UnitConcerns(unit, recent.Count, Reporters(recent), within.Count, Reporters(within));

        static int Reporters(IEnumerable<ConcernRow> rows) => rows.Select(row => row.ReporterKey).Distinct().Count();
    }
}

/// <summary>Concerns received per calendar month, oldest first, the present month last.</summary>
public sealed record ConcernTrendData(IReadOnlyList<(DateOnly Month, int Count)> Months)
{
    public int Highest => Months.Max(month => month.Count);

    public int Total => Months.Sum(month => month.Count);

    /// <summary>The first day of so many calendar months, the present one counted.</summary>
    public static DateOnly FirstDay(DateOnly today, int months) =>
        new DateOnly(today.Year, today.Month, 1).AddMonths(1 - months);

    public static ConcernTrendData Of(IEnumerable<DateOnly> days, DateOnly today, int months)
    {
        var counts = days.CountBy(day => (day.Year, day.Month)).ToDictionary(pair => pair.Key, pair => pair.Value);
        var first = FirstDay(today, months);
        return new ConcernTrendData(
        [
            .. Enumerable.Range(0, months).Select(first.AddMonths)
                .Select(month => (month, counts.GetValueOrDefault((month.Year, month.Month)))),
        ]);
    }
}
