namespace Oversight.Reviews;

/// <summary>Whether it was looked at before the final date, or checked after it.</summary>
public enum FollowUpKind
{
    /// <summary>kontroll: after the final date.</summary>
    [StoredName("check")]
    Check,

    /// <summary>uppföljning: before the final date, while there is still time (R108).</summary>
    [StoredName("followUp")]
    FollowUp,
}

/// <summary>
/// sista dag: the one day by which every finding is to be remedied (R82), and what hangs on it. The follow-up precedes
/// it and the check comes after it, always.
/// </summary>
public sealed record FinalDate(DateOnly Day, DateOnly FollowUpOn, DateOnly CheckOn)
{
    /// <summary>Decided with a sanction: the reviewers do not move it, and a pause does not.</summary>
    public bool IsDecided { get; init; }

    /// <summary>Somebody has looked before the final date, or checked after it.</summary>
    public bool IsFollowedUp { get; init; }

    /// <summary>Nothing more is done about it: nothing remained, or it was checked after the final date.</summary>
    public bool IsOver { get; init; }
}

/// <summary>What a follow-up found of a finding (R106).</summary>
/// <param name="Finding">Its number.</param>
/// <param name="IsEnough">Whether what was shown is enough to believe it.</param>
public sealed record FollowedFinding(
    int Finding, FindingStatus Before, FindingStatus Now, TextReference Evidence, bool IsEnough);

/// <summary>uppföljning, as it was made (R70, R106).</summary>
/// <param name="Number">From 1 within the review.</param>
/// <param name="FinalDate">The final date that it was made before, or after.</param>
/// <param name="Method">A code of <see cref="Settings.CodeLists.ReviewMethods"/>.</param>
/// <param name="Result">What remains and what comes next, in words.</param>
public sealed record FollowUp(
    int Number, FollowUpKind Kind, DateOnly On, DateOnly FinalDate, CodeId Method, TextReference Result,
    IReadOnlyList<FollowedFinding> Findings);

/// <summary>The review that this one follows.</summary>
/// <param name="Until">The last day by which this one is to begin.</param>
public sealed record Predecessor(Id Review, DateOnly Until);
