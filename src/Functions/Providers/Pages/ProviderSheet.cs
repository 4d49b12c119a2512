using Oversight.Concerns;
using Oversight.Functions.Concerns;
using Oversight.Providers;
using Oversight.Settings;

namespace Oversight.Functions.Providers.Pages;

/// <summary>Everything that Anordnaren på en A4 says, worked out before it is drawn.</summary>
public sealed record ProviderSheet(
    ProviderRow Row, IReadOnlyList<UnitLine> Units, IReadOnlyList<UnitRow> FormerUnits, IReadOnlyList<UnitConcerns> UnitConcerns,
    ConcernTrendData Trend, IReadOnlyList<ConcernRow> LatestConcerns, int OpenConcerns, IReadOnlyList<string> Warnings, DateOnly Today, MunicipalitySettings Settings)
{
    public const int TrendMonths = 18;
    public const int ShownConcerns = 8;

    public ProviderState.Registered Provider { get; } = Row.Provider;

    /// <param name="concerns">At least those of the trend's months, and the latest ones that are shown, if there are so many.</param>
    public static ProviderSheet Of(
        ProviderRow row, IReadOnlyList<UnitRow> units, IReadOnlyList<ConcernRow> concerns, int openConcerns,
        IReadOnlyDictionary<Id, string> managers, DateOnly today, MunicipalitySettings settings)
    {
        var own = units.Where(unit => unit.IsRunBy(row.ProviderId)).OrderBy(unit => unit.Unit.Names.Latest(), SwedishOrder.Comparer).ToList();
        var counted = concerns.Where(concern => concern.Status != ConcernStatus.Withdrawn).ToList();
        return new ProviderSheet(
            row,
            [.. own.Select(unit => UnitLine.Of(unit, managers))],
            [.. units.Except(own)],
            [
                .. units.Select(unit => Pages.UnitConcerns.Of(unit, [.. counted.Where(concern => concern.UnitId == unit.UnitId)], today))
                    .Where(unit => unit.Concerns > 0).OrderByDescending(unit => unit.Concerns),
            ],
            ConcernTrendData.Of(counted.Select(concern => concern.ReceivedOn), today, TrendMonths),
            [.. concerns.OrderByDescending(concern => concern.ReceivedAt).Take(ShownConcerns)],
            openConcerns,
            [.. RegisterWarnings.Of(row.Provider, today, settings.Register), .. own.SelectMany(unit => RegisterWarnings.Of(unit.Unit, today))],
            today, settings);
    }
}

/// <summary>A unit as a line of the sheet.</summary>
public sealed record UnitLine(UnitRow Row, string? ManagerName)
{
    public UnitState.Registered Unit { get; } = Row.Unit;

    public static UnitLine Of(UnitRow row, IReadOnlyDictionary<Id, string> managers) =>
        new(row, row.Unit.Manager is { } manager ? managers.GetValueOrDefault(manager.Key) : null);
}

/// <summary>Concerns of one unit, and from how many they come: over the last half year, and over all months of the trend.</summary>
public sealed record UnitConcerns(string Name, int RecentConcerns, int RecentReporters, int Concerns, int Reporters)
{
    private const int RecentMonths = 6;

    public static UnitConcerns Of(UnitRow unit, IReadOnlyList<ConcernRow> concerns, DateOnly today)
    {
        var within = concerns.Where(concern => concern.ReceivedOn >= ConcernTrendData.FirstDay(today, ProviderSheet.TrendMonths)).ToList();
        var recent = within.Where(concern => concern.ReceivedOn >= ConcernTrendData.FirstDay(today, RecentMonths)).ToList();
        return new UnitConcerns(unit.Unit.Names.Latest(), recent.Count, Reporters(recent), within.Count, Reporters(within));

        static int Reporters(IEnumerable<ConcernRow> rows) => rows.Select(row => row.ReporterKey).Distinct().Count();
    }
}

/// <summary>Concerns received per calendar month, oldest first, the present month last.</summary>
public sealed record ConcernTrendData(IReadOnlyList<(DateOnly Month, int Count)> Months)
{
    public int Highest => Months.Max(month => month.Count);

    public int Total => Months.Sum(month => month.Count);

    /// <summary>The first day of so many calendar months, the present one counted.</summary>
    public static DateOnly FirstDay(DateOnly today, int months) => new DateOnly(today.Year, today.Month, 1).AddMonths(1 - months);

    public static ConcernTrendData Of(IEnumerable<DateOnly> days, DateOnly today, int months)
    {
        var counts = days.CountBy(day => (day.Year, day.Month)).ToDictionary(pair => pair.Key, pair => pair.Value);
        var first = FirstDay(today, months);
        return new ConcernTrendData(
        [
            .. Enumerable.Range(0, months).Select(first.AddMonths).Select(month => (month, counts.GetValueOrDefault((month.Year, month.Month)))),
        ]);
    }
}
