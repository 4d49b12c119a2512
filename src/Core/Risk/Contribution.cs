namespace Oversight.Risk;

/// <summary>
/// One explained part of an axis: which rule gave how many points because of what. The words stand at the edge; the
/// arguments are written invariantly, in the order that <see cref="RiskRules"/> states for each rule.
/// </summary>
/// <param name="Rule">One of <see cref="RiskRules"/>; a contract with pages and stored plans.</param>
/// <param name="Points">Exact; what counts for nothing stands with 0 so that it can be seen why.</param>
/// <param name="Source">
/// The event behind it (stream id and version), or null for what follows from the model alone.
/// </param>
/// <param name="Reference">What people call the concern.</param>
/// <param name="Date">When it was received.</param>
public sealed record Contribution(
    string Rule, decimal Points, string? Source, Id? ConcernId, string? Reference, DateOnly? Date,
    IReadOnlyList<string> Arguments);

/// <summary>
/// The codes of the rules that contribute, and what their arguments mean. Each hypothesis has a rule for its concerns
/// and one (<c>-usual</c>) for what is usual and is taken off again, never below nothing.
/// </summary>
public static class RiskRules
{
    /// <summary>
    /// oftare: a concern of the window. Arguments: weight, nearness (1 today, 0 where the window begins).
    /// </summary>
    public const string MoreOften = "more-often";

    /// <summary>Arguments: concerns heard, concerns usual in the window, days of the window.</summary>
    public const string MoreOftenUsual = "more-often-usual";

    /// <summary>plötsligt: a concern of the last weeks. Arguments: weight.</summary>
    public const string Suddenly = "suddenly";

    /// <summary>Arguments: concerns heard, concerns usual in those days, the days.</summary>
    public const string SuddenlyUsual = "suddenly-usual";

    /// <summary>
    /// sedan länge: more than units of the same services and size have. Arguments: concerns a year, what is usual.
    /// </summary>
    public const string HighForLong = "high-for-long";

    /// <summary>A reporter beyond the first. No arguments.</summary>
    public const string FurtherReporter = "further-reporter";

    /// <summary>
    /// allvarligare: a grave concern of the window. Arguments: severity 1-4, <c>assessed</c> or <c>assumed</c>,
    /// consequence, weight.
    /// </summary>
    public const string Graver = "graver";

    /// <summary>Arguments: grave concerns heard, grave concerns usual in the window, days of the window.</summary>
    public const string GraverUsual = "graver-usual";

    /// <summary>
    /// The gravest concern of the window. Arguments: severity 1-4, <c>assessed</c> or <c>assumed</c>, consequence,
    /// weight.
    /// </summary>
    public const string Gravest = "gravest";

    /// <summary>A change of responsible person that was not notified in time. No arguments.</summary>
    public const string ManagerChange = "manager-change";

    /// <summary>
    /// The avtalsenkät was not answered in time, confirmed as a brist. Arguments: year, nothing, <c>confirmed</c>,
    /// weight.
    /// </summary>
    public const string SurveySilence = "survey-silence";

    /// <summary>
    /// A reply in the avtalsenkät that something else tells against. Arguments: year, question, <c>confirmed</c>,
    /// weight.
    /// </summary>
    public const string SurveyContradiction = "survey-contradiction";

    /// <summary>
    /// A reply in the avtalsenkät that breaks the terms. Arguments: year, question, <c>confirmed</c> or
    /// <c>claimed</c>, weight.
    /// </summary>
    public const string SurveyDeviation = "survey-deviation";

    /// <summary>A finding of a report has not been remedied. Arguments: severity 1-4, the review.</summary>
    public const string FindingRemains = "finding-remains";

    /// <summary>Findings remain after the last day they had. Arguments: that day, the review.</summary>
    public const string FindingsOverdue = "findings-overdue";

    /// <summary>More than one report found it. Arguments: the requirement, the newest of the reviews.</summary>
    public const string FindingRepeated = "finding-repeated";

    /// <summary>Counts for nothing: dismissed or withdrawn.</summary>
    public const string Dismissed = "dismissed";

    /// <summary>
    /// en enda röst: counts for nothing, the same reporter has told as much as is heard in a month. Arguments: the
    /// first day of that month, what is heard at most.
    /// </summary>
    public const string OneVoice = "one-voice";

    /// <summary>
    /// Tells nothing of a unit that gets graver. Arguments: severity 1-4, <c>assessed</c> or <c>assumed</c>,
    /// consequence.
    /// </summary>
    public const string NotGrave = "not-grave";
}
