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
public sealed record Contribution(
    string Rule, decimal Points, string? Source, Id? ConcernId, string? Reference, DateOnly? Date,
    IReadOnlyList<string> Arguments);

/// <summary>The codes of the rules that contribute, and what their arguments mean.</summary>
public static class RiskRules
{
    /// <summary>
    /// Severity of one concern. Arguments: severity 1-4, <c>assessed</c> or <c>assumed</c>, consequence, weight, share.
    /// </summary>
    public const string ConcernSeverity = "concern-severity";

    /// <summary>One concern more than none. Arguments: weight, points of a concern of weight 1.</summary>
    public const string ConcernCount = "concern-count";

    /// <summary>
    /// What the number of customers lets expect, taken off again, never below nothing. Arguments: expected weight,
    /// customers counted with.
    /// </summary>
    public const string ExpectedCount = "expected-count";

    /// <summary>A reporter beyond the first. Arguments: weight.</summary>
    public const string FurtherReporter = "further-reporter";

    /// <summary>A month beyond the first. Arguments: month (yyyy-MM), weight.</summary>
    public const string FurtherMonth = "further-month";

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

    /// <summary>Counts for nothing: dismissed or withdrawn.</summary>
    public const string Dismissed = "dismissed";

    /// <summary>
    /// Counts for nothing: the same reporter has reported heavier ones. Arguments: the most that count.
    /// </summary>
    public const string ReporterCap = "reporter-cap";

    /// <summary>Adds no severity: graver concerns fill the number that counts. Arguments: the number.</summary>
    public const string BeyondGravest = "beyond-gravest";
}
