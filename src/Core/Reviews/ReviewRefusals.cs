namespace Oversight.Reviews;

/// <summary>What a review says no to. The codes are contracts with callers.</summary>
public static class ReviewRefusals
{
    public const string NotInThisState = "review.not-in-this-state";

    /// <summary>Only its reviewers write in it.</summary>
    public const string NotAReviewer = "review.not-a-reviewer";
    public const string AlreadyReviewer = "review.already-reviewer";
    public const string InConflict = "review.in-conflict";

    /// <summary>Planned for a quarter that has not begun.</summary>
    public const string TooEarly = "review.too-early";
    public const string NoConcerns = "review.no-concerns";
    public const string NoRequirements = "review.no-requirements";
    public const string NoMethods = "review.no-methods";
    public const string UnknownCode = "review.unknown-code";
    public const string CodeMissing = "review.code-missing";
    public const string DayMissing = "review.day-missing";
    public const string DayInFuture = "review.day-in-future";
    public const string DayTooEarly = "review.day-too-early";

    /// <summary>The requirement is not in the scope.</summary>
    public const string OutOfScope = "review.out-of-scope";
    public const string FulfilmentMissing = "review.fulfilment-missing";

    /// <summary>A judgement that says no, or none, without evidence.</summary>
    public const string EvidenceMissing = "review.evidence-missing";
    public const string SampleIncomplete = "review.sample-incomplete";
    public const string SampleImpossible = "review.sample-impossible";

    public const string PhotoMissing = "review.photo-missing";

    /// <summary>Argument: its place among the files sent.</summary>
    public const string NoPhoto = "review.no-photo";

    /// <summary>Nobody has said that no customer is seen on it.</summary>
    public const string CustomersInPhoto = "review.customers-in-photo";

    /// <summary>A requirement that is met has no finding.</summary>
    public const string RequirementIsMet = "review.requirement-is-met";
    public const string SeverityMissing = "review.severity-missing";
    public const string NumberImpossible = "review.number-impossible";
    public const string NoSuchFinding = "review.no-such-finding";

    /// <summary>It would be among its own causes.</summary>
    public const string CauseInCircle = "review.cause-in-circle";
    public const string StatusMissing = "review.status-missing";
    public const string NothingChanged = "review.nothing-changed";
    public const string NoSuchSupplement = "review.no-such-supplement";

    /// <summary>Requirements of hälso- och sjukvårdslagen are judged, and no MAS or MAR is named.</summary>
    public const string MedicalReviewerMissing = "review.medical-reviewer-missing";
    public const string MedicalReviewerUnnamed = "review.medical-reviewer-unnamed";

    /// <summary>None of the unit's services is given under hälso- och sjukvårdslagen.</summary>
    public const string HslDoesNotApply = "review.hsl-does-not-apply";

    /// <summary>It is for agreements of another form than the unit's; the argument says which.</summary>
    public const string OtherAgreementForm = "review.other-agreement-form";

    /// <summary>It is for services under another act than the unit's; the argument says which.</summary>
    public const string OtherAct = "review.other-act";

    /// <summary>Nothing goes out to the provider from a review that is sealed.</summary>
    public const string IsSealed = "review.is-sealed";
    public const string AlreadySealed = "review.already-sealed";
    public const string NotSealed = "review.not-sealed";

    /// <summary>
    /// The provider may no longer comment on this draft: it was called off when the review was sealed.
    /// </summary>
    public const string CommentsCalledOff = "review.comments-called-off";

    /// <summary>It is no source of the review, or no longer.</summary>
    public const string NoSuchSource = "review.no-such-source";

    /// <summary>Requirements of the scope are not judged; the argument says how many.</summary>
    public const string Unjudged = "review.unjudged";

    /// <summary>Requirements are not met and no finding says so; the argument says how many.</summary>
    public const string WithoutFinding = "review.without-finding";

    /// <summary>The provider is not asked for it.</summary>
    public const string NothingAsked = "review.nothing-asked";

    /// <summary>Nothing is sent before the registrator has opened the ärende.</summary>
    public const string NoCase = "review.no-case";

    /// <summary>The visit is not to be announced, or its day has passed or is not set.</summary>
    public const string NoVisitToAnnounce = "review.no-visit-to-announce";

    /// <summary>The rules ask for a second reader, and nobody has read the draft as it stands.</summary>
    public const string NotRead = "review.not-read";

    /// <summary>Nobody is the second reader of an own draft.</summary>
    public const string OwnDraft = "review.own-draft";

    /// <summary>A draft that is not sent to the provider needs a reason.</summary>
    public const string WaiverReasonMissing = "review.waiver-reason-missing";

    /// <summary>The provider may comment until the day of the argument.</summary>
    public const string StillCommenting = "review.still-commenting";

    /// <summary>Choose a comment that has no answer.</summary>
    public const string NoSuchComment = "review.no-such-comment";

    /// <summary>The provider has commented and the reviewers have not answered.</summary>
    public const string CommentUnanswered = "review.comment-unanswered";
    public const string SupplementAwaited = "review.supplement-awaited";

    /// <summary>Nothing remains that an åtgärdsplan could be about.</summary>
    public const string NothingRemains = "review.nothing-remains";

    /// <summary>Findings without a measure; the arguments are their numbers.</summary>
    public const string WithoutMeasure = "review.without-measure";

    /// <summary>Something is still to be remedied; the argument says how many.</summary>
    public const string FindingsRemain = "review.findings-remain";

    public const string AssignmentOpen = "review.assignment-open";
    public const string SanctionOpen = "review.sanction-open";
    public const string IvoPositionOpen = "review.ivo-position-open";
    public const string ReferralOpen = "review.referral-open";

    /// <summary>A suspicion was marked, and nobody has decided since whether data are handed over.</summary>
    public const string ReferralMissing = "review.referral-missing";

    /// <summary>A position on a report to IVO is awaited already.</summary>
    public const string IvoQuestionIsOpen = "review.ivo-question-is-open";

    /// <summary>That law lets data go to other authorities than the one that was chosen.</summary>
    public const string OtherRecipients = "review.other-recipients";

    /// <summary>That law never lets data about clients go (OSL 26:1-6).</summary>
    public const string ClientsBySecrecy = "review.clients-by-secrecy";

    /// <summary>Nobody has said that the minimum penalty is six months or more.</summary>
    public const string PenaltyUnconfirmed = "review.penalty-unconfirmed";

    /// <summary>Something that came of it has not ended; the argument says how many of the kind.</summary>
    internal static string Open(MatterKind kind) => kind switch
    {
        MatterKind.Assignment => AssignmentOpen,
        MatterKind.Sanction => SanctionOpen,
        MatterKind.IvoPosition => IvoPositionOpen,
        MatterKind.Referral => ReferralOpen,
        _ => throw new InvalidOperationException($"Nothing is said of an open {kind}."),
    };

    /// <summary>A report is being corrected.</summary>
    public const string ReportInCorrection = "review.report-in-correction";

    /// <summary>Supplements are awaited; the argument says how many.</summary>
    public const string SupplementsOpen = "review.supplements-open";

    /// <summary>An åtgärdsplan was asked for and is not approved.</summary>
    public const string PlanOpen = "review.plan-open";

    /// <summary>The follow-up of the argument's day has not been made.</summary>
    public const string FollowUpOpen = "review.follow-up-open";

    /// <summary>The check of the argument's day has not been made.</summary>
    public const string CheckOpen = "review.check-open";

    /// <summary>A review with a report is not broken off.</summary>
    public const string HasReport = "review.has-report";

    /// <summary>Only what has come to its end is taken up again.</summary>
    public const string NotCompleted = "review.not-completed";
    public const string IsPaused = "review.is-paused";
    public const string NotPaused = "review.not-paused";

    /// <summary>The follow-up is to precede the final date (R108).</summary>
    public const string FollowUpNotBefore = "review.follow-up-not-before";

    /// <summary>The check is to come after the final date.</summary>
    public const string CheckNotAfter = "review.check-not-after";

    /// <summary>On the final date itself it is neither follow-up nor check.</summary>
    public const string OnTheFinalDate = "review.on-the-final-date";

    /// <summary>The final date was decided with a sanction; the argument says which it is.</summary>
    public const string FinalDateDecided = "review.final-date-decided";

    /// <summary>No follow-up is planned.</summary>
    public const string NoFollowUp = "review.no-follow-up";
    public const string EnoughMissing = "review.enough-missing";

    /// <summary>A finding is not remedied by evidence that is not enough.</summary>
    public const string EvidenceNotEnough = "review.evidence-not-enough";

    /// <summary>Open findings that nobody has looked at; the argument has their numbers.</summary>
    public const string FindingsNotFollowed = "review.findings-not-followed";
    public const string AlreadySucceeded = "review.already-succeeded";

    /// <summary>Nothing remained after the final date.</summary>
    public const string NothingToSucceed = "review.nothing-to-succeed";

    /// <summary>What is sealed is not told of in another review.</summary>
    public const string SealedFromSuccessor = "review.sealed-from-successor";

    /// <summary>Only the ansvarig granskare may.</summary>
    public const string NotTheLead = "review.not-the-lead";

    /// <summary>It is made together with another board already.</summary>
    public const string AlreadyJoint = "review.already-joint";

    /// <summary>It is not made together with another board, or no longer.</summary>
    public const string NotJoint = "review.not-joint";

    /// <summary>A sealed review is told of to no other board.</summary>
    public const string SealedFromOthers = "review.sealed-from-others";

    /// <summary>Choose a unit of the same provider that is another board's.</summary>
    public const string NoUnitOfOther = "review.no-unit-of-other";
    public const string SameBoard = "review.same-board";
    public const string OtherProvider = "review.other-provider";

    /// <summary>The other board has been told of the finding.</summary>
    public const string AlreadyShared = "review.already-shared";

    /// <summary>What looks like a personnummer goes to no other board.</summary>
    public const string NumberToOthers = "review.number-to-others";

    /// <summary>Nothing is to be done about a finding that is remedied or obsolete.</summary>
    public const string FindingIsClosed = "review.finding-is-closed";
}
