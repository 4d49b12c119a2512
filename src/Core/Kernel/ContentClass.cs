namespace Oversight;

/// <summary>
/// What a document, a text or a file tells: who reads it follows from that, whichever door it is read through. The code
/// is stored with what it marks. A code that this version does not know is read by nobody.
/// </summary>
public readonly record struct ContentClass(string Value) : ICode<ContentClass>
{
    /// <summary>An årsplan that is still worked on.</summary>
    public static ContentClass PlanDraft { get; } = new("plan-draft");

    /// <summary>An årsplan that is pointed out for the board's meeting, or adopted.</summary>
    public static ContentClass PlanPaper { get; } = new("plan-paper");

    /// <summary>Exact scores and numbers of an årsplan, and the time of unannounced visits.</summary>
    public static ContentClass PlanAnnex { get; } = new("plan-annex");

    /// <summary>What somebody has told, its attachments, and what those who handle it have written.</summary>
    public static ContentClass Concern { get; } = new("concern");

    /// <summary>Who told it (OSL 26:5).</summary>
    public static ContentClass ConcernReporter { get; } = new("concern-reporter");

    /// <summary>ärendereferens, which leads to a client.</summary>
    public static ContentClass ConcernCaseReference { get; } = new("concern-case-reference");

    /// <summary>What was decided about a concern, and why.</summary>
    public static ContentClass ConcernDecision { get; } = new("concern-decision");

    /// <summary>A review: its evidence, findings and drafts.</summary>
    public static ContentClass Review { get; } = new("review");

    /// <summary>A final report or an approved åtgärdsplan of a review, or the minutes of a kvalitetsdialog.</summary>
    public static ContentClass ReviewPaper { get; } = new("review-paper");

    /// <summary>sammanställning of an avtalsenkät, for the board.</summary>
    public static ContentClass SurveySummary { get; } = new("survey-summary");

    /// <summary>From before classes were stored, of a kind that has no default.</summary>
    public static ContentClass Unknown { get; } = new("unknown");

    public static IReadOnlyList<ContentClass> All { get; } =
        [PlanDraft, PlanPaper, PlanAnnex, Concern, ConcernReporter, ConcernCaseReference, ConcernDecision, Review,
            ReviewPaper, SurveySummary];

    public static ContentClass FromValue(string value) => new(value);

    public override string ToString() => Value;
}
