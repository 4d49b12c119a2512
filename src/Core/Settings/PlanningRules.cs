namespace Oversight.Settings;

/// <summary>
/// How the årsplan of a board comes about (R51-R55). Plan Y is presented in year Y and covers twelve months from
/// <paramref name="PeriodStart"/> of the same year.
/// </summary>
/// <param name="Draft">The day of the year on which the first draft is made.</param>
/// <param name="Latest">The last day for the version to be presented, if handlingsstopp is not earlier.</param>
/// <param name="PresentedInMonth">1-12: the month of the meeting that the plan is presented to.</param>
/// <param name="PeriodStart">First day of the period.</param>
/// <param name="UnannouncedClasses">
/// Reviews of units in these risk classes are unannounced: what the board gets shows no time for them.
/// </param>
/// <param name="FirstPlanYear">No plans for earlier years.</param>
public sealed record PlanningRules(
    DateOnly ValidFrom, DayOfYear Draft, DayOfYear Latest, int PresentedInMonth, DayOfYear PeriodStart,
    IReadOnlyList<CodeId> UnannouncedClasses, int FirstPlanYear)
{
    /// <summary>How reviews are chosen.</summary>
    public required PlanChoiceRules Choice { get; init; }

    /// <summary>What every provider meets each year, whatever its risk.</summary>
    public required IReadOnlyList<StandingMethod> Standing { get; init; }

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

/// <summary>What a year has room for, and what must be in it beside the highest risk (R33).</summary>
public sealed record PlanChoiceRules
{
    /// <summary>Capacity: days for reviews per board in each of the period's four quarters.</summary>
    public required IReadOnlyList<int> DaysPerQuarter { get; init; }

    /// <summary>What a review takes, by the number of customers; rising, the first from 0.</summary>
    public required IReadOnlyList<ReviewSize> ReviewDays { get; init; }

    /// <summary>Every agreement is reviewed at least every so many years.</summary>
    public required int LongestYears { get; init; }

    /// <summary>A new one within so many months.</summary>
    public required int NewWithinMonths { get; init; }

    /// <summary>At most so much of the days goes to those minimums, 0-1.</summary>
    public required decimal MinimumShare { get; init; }

    /// <summary>So much of the days goes to quiet units by lot, 0-1, so that no unit can be sure.</summary>
    public required decimal RandomShare { get; init; }

    public int Days => DaysPerQuarter.Sum();

    /// <param name="customers">Null: unknown, counted as few.</param>
    public int DaysFor(int? customers) => ReviewDays.Last(size => size.FromCustomers <= (customers ?? 0)).Days;
}

/// <summary>So many days from so many customers.</summary>
public sealed record ReviewSize(int FromCustomers, int Days);

/// <summary>How a provider is followed up (R31).</summary>
public enum FollowUpMethod
{
    /// <summary>granskning</summary>
    [StoredName("review")]
    Review,

    /// <summary>avtalsenkät</summary>
    [StoredName("survey")]
    Survey,

    /// <summary>uppföljning av brister i en rapport</summary>
    [StoredName("findings")]
    Findings,

    /// <summary>ekonomisk uppföljning</summary>
    [StoredName("economy")]
    Economy,

    /// <summary>kvalitetsdialog</summary>
    [StoredName("dialogue")]
    Dialogue,
}

/// <summary>Something that every provider meets each year.</summary>
/// <param name="From">The first day, of the year that the period begins in or the one after.</param>
public sealed record StandingMethod(FollowUpMethod Method, Role Owner, DayOfYear From, DayOfYear Until);

/// <summary>A day that comes every year; never 29 February.</summary>
public sealed record DayOfYear(int Month, int Day)
{
    public DateOnly In(int year) => new(year, Month, Day);
}
