using Oversight.Risk;

namespace Oversight.Planning;

/// <summary>
/// What one version of an årsplan says, resolved: nothing in it is looked up again later. Chosen and not chosen units
/// both stand with their rank and reason (R54).
/// </summary>
public sealed record PlanContent
{
    /// <summary>The day of the risk analysis behind it (R51).</summary>
    public required DateOnly AsOf { get; init; }

    public required DateOnly PeriodFirst { get; init; }

    public required DateOnly PeriodLast { get; init; }

    /// <summary>The meeting it is presented to; null when the calendar has none.</summary>
    public required DateOnly? MeetingDay { get; init; }

    public required string ModelVersion { get; init; }

    /// <summary>
    /// Of everything that decides what the plan says, except the day: equal input gives no new version.
    /// </summary>
    public required string InputHash { get; init; }

    /// <summary>
    /// Reviews per quarter that there was room for (v1 and v2). Since v3 the room is in days, see <see cref="Budget"/>,
    /// and this is how many reviews each quarter got.
    /// </summary>
    public required IReadOnlyList<int> Capacity { get; init; }

    /// <summary>Null in what was stored before reviews had a size (v2 and earlier).</summary>
    public PlanBudget? Budget { get; init; }

    /// <summary>What every provider of the board meets in the period.</summary>
    public IReadOnlyList<PlannedMethod> Common { get; init; } = [];

    /// <summary>Every provider of the board with what is its own, by name.</summary>
    public IReadOnlyList<ProviderFollowUp> Providers { get; init; } = [];

    /// <summary>What came of the plan of the year before, counted on the day; null: there was none.</summary>
    public PlanOutcomeSummary? LastYear { get; init; }

    /// <summary>In order of rank.</summary>
    public required IReadOnlyList<PlannedReview> Reviews { get; init; }

    /// <summary>In order of rank.</summary>
    public required IReadOnlyList<UnitNotChosen> NotChosen { get; init; }

    public required IReadOnlyList<PlanNote> Notes { get; init; }

    /// <summary>Null in what was stored before the facts were counted (v1).</summary>
    public PlanFacts? Facts { get; init; }

    /// <summary>Whether the unit stands in it, chosen or not.</summary>
    public bool Knows(Id unit) => Reviews.Any(review => review.Unit.UnitId == unit)
        || NotChosen.Any(left => left.Unit.UnitId == unit);
}

/// <summary>
/// The facts that a version was made from: how many, and a hash of which event each of them comes from.
/// </summary>
public sealed record PlanFacts(int Units, int Concerns, string Stamp);

/// <param name="Rank">1 is the highest risk of the board.</param>
/// <param name="Quarter">1-4 of the period.</param>
/// <param name="Unannounced">What the board and the public get shows no time.</param>
public sealed record PlannedReview(PlanUnit Unit, int Rank, int Quarter, bool Unannounced)
{
    /// <summary>What it takes; null in what was stored before reviews had a size.</summary>
    public int? Days { get; init; }

    /// <summary>Of <see cref="ChosenReasons"/>; null in what was stored before a choice had its reason.</summary>
    public PlanReason? Why { get; init; }

    /// <summary>The year of the plan that it was carried over from; null: it was not.</summary>
    internal int? CarriedOverFrom => Why is { Code: ChosenReasons.CarriedOver, Arguments: [var year] }
        ? int.Parse(year, System.Globalization.CultureInfo.InvariantCulture)
        : null;
}

/// <summary>What the choice had to keep to, with what people had decided about it.</summary>
/// <param name="DaysPerQuarter">The room.</param>
/// <param name="DaysUsed">What the reviews of each quarter take; a review may run into the next quarter.</param>
/// <param name="Seed">What the lot was drawn with.</param>
public sealed record PlanBudget(
    IReadOnlyList<int> DaysPerQuarter, IReadOnlyList<int> DaysUsed, int LongestYears, int NewWithinMonths,
    decimal MinimumShare, decimal RandomShare, string Seed);

/// <param name="Reason">One of <see cref="NotChosenReasons"/>.</param>
public sealed record UnitNotChosen(PlanUnit Unit, int Rank, string Reason, IReadOnlyList<string> Arguments);

/// <summary>A unit as the register named it and the analysis judged it on the day of the plan.</summary>
public sealed record PlanUnit
{
    public required Id UnitId { get; init; }

    public required Id ProviderId { get; init; }

    public required Id AgreementId { get; init; }

    public required string Name { get; init; }

    public required string ProviderName { get; init; }

    public required CodeId AgreementArea { get; init; }

    public required CodeId ClassId { get; init; }

    public required string ClassName { get; init; }

    public required int Severity { get; init; }

    public required int Likelihood { get; init; }

    /// <summary>The highest quality area; null for a unit without concerns.</summary>
    public required CodeId? Area { get; init; }

    /// <summary>Of the highest area; for internal use.</summary>
    public required decimal Points { get; init; }

    public required IReadOnlyList<PlanReason> Reasons { get; init; }

    public required IReadOnlyList<Uncertainty> Uncertainties { get; init; }

    public int Product => Severity * Likelihood;
}

/// <summary>A main reason for a unit's class. <paramref name="Code"/> is one of <see cref="PlanReasons"/>.</summary>
public sealed record PlanReason(string Code, params IReadOnlyList<string> Arguments);

public static class PlanReasons
{
    /// <summary>A person has judged the risk otherwise. Argument: the class that the analysis gives.</summary>
    public const string Judged = "judged";

    /// <summary>Arguments: concerns that count, distinct reporters.</summary>
    public const string Concerns = "concerns";

    /// <summary>Argument: concerns nobody has assessed yet.</summary>
    public const string Unassessed = "unassessed";

    /// <summary>Arguments: level 1-4 of severity in the highest area, that area.</summary>
    public const string Severity = "severity";

    /// <summary>Concerns came in several months. Argument: how many.</summary>
    public const string SeveralMonths = "several-months";

    public const string ManagerChange = "manager-change";

    /// <summary>The avtalsenkät was not answered in time, confirmed as a brist.</summary>
    public const string SurveySilence = "survey-silence";

    /// <summary>
    /// Replies in the avtalsenkät that break the terms or are contradicted. Argument: how many.
    /// </summary>
    public const string SurveyReplies = "survey-replies";

    /// <summary>Findings of a report have not been remedied. Argument: how many.</summary>
    public const string FindingsRemain = "findings-remain";

    /// <summary>Findings remain after their last day.</summary>
    public const string FindingsOverdue = "findings-overdue";

    /// <summary>More than one report found the same. Argument: how many requirements.</summary>
    public const string FindingsRepeated = "findings-repeated";

    /// <summary>No concern, no late notice, nothing in an avtalsenkät or a report.</summary>
    public const string NothingKnown = "nothing-known";
}

public static class NotChosenReasons
{
    /// <summary>
    /// The capacity went to units of higher risk. Argument: the number of reviews there is capacity for.
    /// </summary>
    public const string NoCapacity = "no-capacity";

    /// <summary>
    /// Of a class that the days did not suffice for, and together others of it are more at risk. Argument: the days
    /// that a review of it takes.
    /// </summary>
    public const string Outweighed = "outweighed";

    /// <summary>It is being reviewed. Which review is not told: somebody may be in a conflict of interest.</summary>
    public const string UnderReview = "under-review";

    /// <summary>A person has decided it.</summary>
    public const string SteeredOut = "steered-out";

    /// <summary>The unit closes before the period begins. Argument: its last day.</summary>
    public const string EndsBeforePeriod = "ends-before-period";
}

/// <summary>
/// Something the reader of the plan must know. <paramref name="Code"/> is one of <see cref="PlanNotes"/>.
/// </summary>
public sealed record PlanNote(string Code, params IReadOnlyList<string> Arguments);

public static class PlanNotes
{
    /// <summary>The board has no units in the register.</summary>
    public const string NoUnits = "no-units";

    /// <summary>The settings give no capacity for reviews.</summary>
    public const string NoCapacity = "no-capacity";

    /// <summary>People have decided on more than there is room for. Argument: how many days too many.</summary>
    public const string OverCapacity = "over-capacity";

    /// <summary>
    /// Agreements that must be reviewed and do not fit. Arguments: how many, the years between two reviews.
    /// </summary>
    public const string MinimumNotMet = "minimum-not-met";

    /// <summary>Units of the highest class that there is no capacity for. Argument: how many.</summary>
    public const string HighestClassLeftOut = "highest-class-left-out";

    /// <summary>Units whose number of customers is unknown. Argument: how many.</summary>
    public const string CustomersUnknown = "customers-unknown";

    /// <summary>Concerns nobody has assessed. Argument: how many.</summary>
    public const string ConcernsUnassessed = "concerns-unassessed";

    /// <summary>The calendar has no meeting in the month. Argument: the month.</summary>
    public const string NoMeeting = "no-meeting";
}
