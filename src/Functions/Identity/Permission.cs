namespace Oversight.Functions.Identity;

/// <summary>
/// What somebody may be allowed to do. Which role may do it, and whether only within its boards, stands in
/// <c>PermissionTable</c>.
/// </summary>
public enum Permission
{
    ReadOwnStartPage,
    ReportConcern,
    ReadOwnConcerns,
    ReadConcerns,
    AssessConcern,

    /// <summary>Takes lists of concerns out of the system as a file; what is taken out is logged.</summary>
    ExportConcerns,

    /// <summary>
    /// Takes lists of other matters out in the same way: reviews, sanctions, dialogues, letters, documents and the
    /// rest, each as its own page shows it.
    /// </summary>
    ExportMatters,
    DecideTriggeredReview,
    ReadRegister,
    EditRegister,

    /// <summary>The same of the register.</summary>
    ExportRegister,
    ReadRisk,

    /// <summary>Says what a tidig varning leads to, and judges a class beside the computed one.</summary>
    JudgeRisk,
    ReadPlan,
    DraftPlan,
    AdoptPlan,
    ReadReviews,
    Review,
    CancelReview,

    /// <summary>Whoever may take a seal away reads what is sealed.</summary>
    UnsealReview,
    AccountForReviews,
    ReadSanctions,

    /// <summary>As delegate; which of them a sanction needs, its terms say.</summary>
    DecideSanctions,

    /// <summary>What the board or its chair has decided, for the record: the secretary does not decide.</summary>
    RecordDecisions,
    SettleCharges,

    /// <summary>Decides by delegation what other authorities are told: IVO, and överlämnanden.</summary>
    DecideReferrals,
    ArrangeSubstitution,

    /// <summary>What is late, who has what and what waits for whom, in the own boards.</summary>
    ReadWeeklyList,
    /// <summary>avtalsenkäter: what was asked, replied, and not replied.</summary>
    ReadSurveys,

    /// <summary>Composes the avtalsenkät, sends it out and judges what comes, or does not.</summary>
    RunSurveys,
    ReadDialogues,

    /// <summary>Opens series of kvalitetsdialoger and does what there is to do with them.</summary>
    LeadDialogues,
    ReadAssignments,
    DoAssignments,

    /// <summary>What a svarslänk lets its holder do, once the code has been given.</summary>
    AnswerByLink,
    ReadDocuments,
    RegisterDocuments,
    Administer,
}

/// <summary>
/// Every function carries exactly one of <see cref="RequiresAttribute"/> and <see cref="OpenAttribute"/>; a test
/// enumerates them.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RequiresAttribute(Permission permission) : Attribute
{
    public Permission Permission { get; } = permission;
}

/// <summary>
/// A function for anybody (health, style sheets) or with no person behind it (timers, messages). Says why.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OpenAttribute(string why) : Attribute
{
    public string Why { get; } = why;
}
