namespace Oversight.Settings;

/// <summary>
/// How the årsplan of a board comes about (R51-R55). Plan Y is presented in year Y and covers twelve months from
/// <paramref name="PeriodStart"/> of the same year.
/// </summary>
/// <param name="Draft">The day of the year on which the first draft is made.</param>
/// <param name="Latest">The last day for the version to be presented, if handlingsstopp is not earlier.</param>
/// <param name="PresentedInMonth">1-12: the month of the meeting that the plan is presented to.</param>
/// <param name="PeriodStart">First day of the period.</param>
/// <param name="ReviewsPerQuarter">Capacity: planned reviews per board in each of the period's four quarters.</param>
/// <param name="UnannouncedClasses">
/// Reviews of units in these risk classes are unannounced: what the board gets shows no time for them.
/// </param>
/// <param name="FirstPlanYear">No plans for earlier years.</param>
public sealed record PlanningRules(
    DateOnly ValidFrom, DayOfYear Draft, DayOfYear Latest, int PresentedInMonth, DayOfYear PeriodStart,
    IReadOnlyList<int> ReviewsPerQuarter, IReadOnlyList<CodeId> UnannouncedClasses, int FirstPlanYear)
{
    public DateOnly DraftDay(int year) => Draft.In(year);

    /// <summary>First and last day that plan <paramref name="year"/> covers.</summary>
    public (DateOnly First, DateOnly Last) Period(int year) =>
        (PeriodStart.In(year), PeriodStart.In(year + 1).AddDays(-1));

    /// <summary>First and last day of quarter 1-4 of the period.</summary>
    public (DateOnly First, DateOnly Last) Quarter(int year, int quarter)
    {
        var first = PeriodStart.In(year).AddMonths(3 * (quarter - 1));
        return (first, first.AddMonths(3).AddDays(-1));
    }

    /// <summary>
    /// The meeting that plan <paramref name="year"/> is presented to: the board's first in the month, or null when the
    /// calendar has none.
    /// </summary>
    public Meeting? Meeting(IEnumerable<Meeting> calendar, BoardId board, int year) => calendar
        .Where(meeting => meeting.Board == board && meeting.Day.Year == year && meeting.Day.Month == PresentedInMonth)
        .MinBy(meeting => meeting.Day);

    /// <summary>
    /// The day on which the version to be presented must stand: handlingsstopp, and <see cref="Latest"/> at the latest.
    /// </summary>
    public DateOnly PresentedVersionDay(IEnumerable<Meeting> calendar, BoardId board, int year)
    {
        var latest = Latest.In(year);
        return Meeting(calendar, board, year) is { } meeting && meeting.PapersStop < latest
            ? meeting.PapersStop
            : latest;
    }
}

/// <summary>A day that comes every year; never 29 February.</summary>
public sealed record DayOfYear(int Month, int Day)
{
    public DateOnly In(int year) => new(year, Month, Day);
}
