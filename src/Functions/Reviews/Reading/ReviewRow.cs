using Oversight.Functions.Identity;
using Oversight.Reviews;

namespace Oversight.Functions.Reviews;

/// <summary>A review in the list of its board.</summary>
public sealed record ReviewRow
{
    public required Id Id { get; init; }

    public required string Reference { get; init; }

    /// <summary>When it came into the lists (domain clock).</summary>
    public required DateTimeOffset CameAt { get; init; }

    public required ReviewStatus Status { get; init; }

    public required ReviewedUnit Unit { get; init; }

    public required ReviewKind Kind { get; init; }

    public required DateOnly NotBefore { get; init; }

    public required bool Unannounced { get; init; }

    public required int? PlanYear { get; init; }

    public required DateOnly OpenedOn { get; init; }

    public required DateOnly? StartedOn { get; init; }

    /// <summary>Entra object id of the ansvarig granskare.</summary>
    public required string? Lead { get; init; }

    public required IReadOnlyList<string> CoReviewers { get; init; }

    /// <summary>Those who do not see it (jäv).</summary>
    public required IReadOnlyList<string> InConflict { get; init; }

    public required int Findings { get; init; }

    public required int OpenFindings { get; init; }

    public required IReadOnlyList<ReviewWait> Waits { get; init; }

    /// <summary>Whose draft it is that waits for a second reader.</summary>
    public required IReadOnlyList<string> Authors { get; init; }

    /// <summary>Those that it is made because of.</summary>
    public required IReadOnlyList<Id> Concerns { get; init; }

    /// <summary>Null before there is a final report.</summary>
    public required ReportedReview? Reported { get; init; }

    /// <summary>diarienummer of the ärende; null: the registrator has not opened it.</summary>
    public required string? CaseNumber { get; init; }

    /// <summary>Only for those inside; see <see cref="SealRow"/>.</summary>
    public required bool IsSealed { get; init; }

    /// <summary>What is awaited has no day while it is paused.</summary>
    public required bool IsPaused { get; init; }

    /// <summary>The last day for all findings; null until it is set.</summary>
    public required DateOnly? FinalDate { get; init; }

    /// <summary>Something remains after it, and no review follows: one is proposed.</summary>
    public required bool IsWeak { get; init; }

    /// <summary>kundflytt without a sanction; null: there is none.</summary>
    public required CustomerMove? Move { get; init; }

    /// <summary>
    /// Whether somebody is in a conflict of interest, in the review or in a concern that it is made because of, or is
    /// kept out by its seal.
    /// </summary>
    public bool IsClosedTo(SignedInUser user, ClosedMatters closed) =>
        InConflict.Contains(user.UserId) || closed.Contains(Id) || Concerns.Any(closed.Contains);
}

/// <summary>What a redovisning tells of a review that has a final report.</summary>
/// <param name="PlanAsked">Whether an åtgärdsplan has been asked for.</param>
public sealed record ReportedReview(
    DateOnly On, int Version, IReadOnlyList<ReportedFinding> Findings, bool PlanAsked, DateOnly? PlanApprovedOn);

public sealed record ReportedFinding(int Severity, bool IsOpen);

/// <summary>What a review waits for; <paramref name="IsDue"/>: the day has come or passed.</summary>
public sealed record ReviewWait(string What, DateOnly? Until, bool IsDue);
