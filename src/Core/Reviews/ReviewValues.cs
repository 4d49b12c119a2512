using System.Globalization;
using Oversight.Attachments;

namespace Oversight.Reviews;

/// <summary>Why a review is made (R31).</summary>
public enum ReviewKind
{
    /// <summary>planerad: a row of an adopted årsplan.</summary>
    [StoredName("planned")]
    Planned,

    /// <summary>gemensam: the ansvarig granskare of another board has asked to review together.</summary>
    [StoredName("joint")]
    Joint,

    /// <summary>påkallad: the enhetschef has decided on it because of concerns (R41).</summary>
    [StoredName("triggered")]
    Triggered,
}

/// <summary>
/// How far a review has come. The table of <see cref="ReviewTransitions"/> says what can be done in each.
/// </summary>
public enum ReviewStatus
{
    [StoredName("notOpened")]
    NotOpened,

    /// <summary>att starta: nobody has taken it on, and its clocks do not run.</summary>
    [StoredName("toStart")]
    ToStart,

    /// <summary>planeras: there is an ansvarig granskare, but no scope yet.</summary>
    [StoredName("scoping")]
    Scoping,

    /// <summary>pågår: visit, judgements, findings and supplements.</summary>
    [StoredName("underway")]
    Underway,

    /// <summary>läses: a second reader has the draft before the provider gets it.</summary>
    [StoredName("reading")]
    Reading,

    /// <summary>kommuniceras: the draft is with the provider, or the reviewers have decided to do without.</summary>
    [StoredName("communicated")]
    Communicated,

    /// <summary>The report is final.</summary>
    [StoredName("reported")]
    Reported,

    /// <summary>An åtgärdsplan has been asked for and is not approved.</summary>
    [StoredName("awaitingPlan")]
    AwaitingPlan,

    /// <summary>The åtgärdsplan is approved; what remains of the findings is to be remedied.</summary>
    [StoredName("planApproved")]
    PlanApproved,

    /// <summary>avslutad</summary>
    [StoredName("closed")]
    Closed,
}

/// <summary>The reviewed unit under its agreement, with the names it had when the review was opened.</summary>
public sealed record ReviewedUnit(
    Id UnitId, Id ProviderId, Id AgreementId, BoardId Board, string Name, string ProviderName);

/// <summary>
/// A concern that is a reason for the review; the reporter only as a pseudonym, so that they can be counted (R86).
/// </summary>
public sealed record ReviewConcern(Id ConcernId, DateOnly ReceivedOn, string ReporterKey);

/// <summary>Where a review comes from.</summary>
/// <param name="NotBefore">
/// The first day of the quarter of a planned one; the day of the decision of a påkallad.
/// </param>
/// <param name="Unannounced">Its time is not told outside until it has been.</param>
/// <param name="PlanYear">The årsplan it is a row of; null for a påkallad.</param>
/// <param name="Concerns">Empty for a planned review until concerns are joined to it.</param>
public sealed record ReviewOrigin(
    ReviewKind Kind, DateOnly NotBefore, bool Unannounced, int? PlanYear, IReadOnlyList<ReviewConcern> Concerns);

/// <summary>
/// A kvalitetsutvecklare of the review: Entra object id, and where the name is kept for the documents (R112).
/// </summary>
public sealed record Reviewer(string UserId, TextReference Name);

/// <summary>What the review looks at and how (R34, R37-R40).</summary>
/// <param name="Requirements">Ids among the requirements of the day the scope was set; each is judged.</param>
/// <param name="Methods">Codes of <see cref="Settings.CodeLists.ReviewMethods"/>.</param>
/// <param name="VisitOn">null: no visit is planned.</param>
/// <param name="Announced">Whether the provider is told beforehand.</param>
/// <param name="Why">Why this scope.</param>
public sealed record ReviewScope(
    IReadOnlyList<CodeId> Requirements, IReadOnlyList<CodeId> Methods, DateOnly? VisitOn, bool Announced,
    TextReference Why);

/// <summary>avisering of a visit.</summary>
/// <param name="Number">From 1; a visit that is moved is announced again.</param>
public sealed record VisitNotice(
    int Number, DateOnly VisitOn, TextReference? Time, TextReference Meet, TextReference Prepare);

/// <summary>What the unit and its board learn from a review, and who is to read it.</summary>
public sealed record LearningSummary(DateOnly On, TextReference Lessons, TextReference Readers);

/// <summary>The visit as it was.</summary>
public sealed record ReviewVisit(DateOnly On, TextReference Participants, TextReference Notes);

/// <summary>Who was interviewed.</summary>
public enum InterviewKind
{
    /// <summary>kund</summary>
    [StoredName("customer")]
    Customer,

    /// <summary>närstående</summary>
    [StoredName("relative")]
    Relative,

    /// <summary>ledning</summary>
    [StoredName("management")]
    Management,

    /// <summary>personal</summary>
    [StoredName("staff")]
    Staff,
}

/// <summary>What somebody said in an interview: read by the review's reviewers alone, and in no document.</summary>
/// <param name="Number">From 1 among those of its kind.</param>
public sealed record Interview(InterviewKind Kind, int Number, DateOnly On, TextReference Notes)
{
    /// <summary>Stands for the person, whom nothing else tells of: K1, N2, L1, P3.</summary>
    public string Code => string.Create(CultureInfo.InvariantCulture, $"{Letter}{Number}");

    private char Letter => Kind switch
    {
        InterviewKind.Customer => 'K',
        InterviewKind.Relative => 'N',
        InterviewKind.Management => 'L',
        _ => 'P',
    };
}

/// <summary>How a requirement was met (R99).</summary>
public enum Fulfilment
{
    /// <summary>uppfyllt</summary>
    [StoredName("met")]
    Met,

    /// <summary>ej fullt ut uppfyllt</summary>
    [StoredName("notFully")]
    NotFully,

    /// <summary>ej uppfyllt</summary>
    [StoredName("notMet")]
    NotMet,

    /// <summary>ej bedömt: it could not be judged, and the evidence says why.</summary>
    [StoredName("notJudged")]
    NotJudged,
}

/// <summary>A sample (stickprov): <paramref name="Met"/> of <paramref name="Taken"/> were as they should.</summary>
public sealed record Sample(int Met, int Taken);

/// <summary>One row of the checklist.</summary>
/// <param name="Source">
/// Where the evidence comes from, a code of <see cref="Settings.CodeLists.EvidenceSources"/>.
/// </param>
public sealed record Judgement(
    CodeId Requirement, Fulfilment Fulfilment, Sample? Sample, CodeId Source, TextReference? Evidence);

/// <summary>A picture as evidence on a requirement; nothing of where and when it was taken is kept with it.</summary>
/// <param name="Number">From 1 within the review.</param>
public sealed record Photo(int Number, CodeId Requirement, Attachment File);

/// <summary>What has become of a finding (R106).</summary>
public enum FindingStatus
{
    /// <summary>kvarstår</summary>
    [StoredName("remaining")]
    Remaining,

    /// <summary>påbörjad: measures have begun (R91).</summary>
    [StoredName("begun")]
    Begun,

    /// <summary>åtgärdad</summary>
    [StoredName("remedied")]
    Remedied,

    /// <summary>överförd: it remains, and the review that follows looks at it.</summary>
    [StoredName("handedOn")]
    HandedOn,

    /// <summary>inaktuell: the agreement has ended, or what it was about is gone.</summary>
    [StoredName("obsolete")]
    Obsolete,
}

/// <summary>brist (R87-R90).</summary>
/// <param name="Number">From 1 within the review, never used again.</param>
/// <param name="Requirement">The broken term.</param>
/// <param name="Severity">1 (slight) to 4 (grave).</param>
/// <param name="Affected">How many customers; null: not known. Shown outside in words when it is small (R117).</param>
/// <param name="CauseOf">The number of the finding that this one contributes to (R90).</param>
public sealed record Finding(
    int Number, CodeId Requirement, CodeId Category, int Severity, int? Affected, int? CauseOf, TextReference Text,
    TextReference? Consequence, FindingStatus Status)
{
    /// <summary>Whether something is still to be done about it.</summary>
    public bool IsOpen => Status is FindingStatus.Remaining or FindingStatus.Begun;
}

public static class FindingFacts
{
    extension(Finding finding)
    {
        /// <summary>Whether it has not been remedied, whoever looks at it now.</summary>
        public bool Remains => finding.IsOpen || finding.Status == FindingStatus.HandedOn;
    }
}
