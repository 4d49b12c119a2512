namespace Oversight.Reviews;

/// <summary>
/// What keeps a review open, worked out from its own stream alone and in one place: a kind of <see cref="MatterKind"/>
/// that comes later is in it by being one.
/// </summary>
public static class ReviewClosing
{
    /// <summary>Everything that must have ended before the review may be closed; empty: it may be.</summary>
    /// <param name="setup">Null asks only what holds whatever the rules are.</param>
    public static IReadOnlyList<Refusal> Remaining(Review review, ReviewSetup? setup = null) =>
    [
        .. Counted(review.Findings.Count(finding => finding.IsOpen), ReviewRefusals.FindingsRemain),
        .. Own(review),
        .. setup is null ? [] : ReviewDecider.CaseFaults(review, setup),
        .. OpenMatters(review),
    ];

    /// <summary>What has come of it and has a life of its own, and what a marked suspicion asks for (R73).</summary>
    internal static IEnumerable<Refusal> OpenMatters(Review review) =>
    [
        .. review.Matters.Where(matter => matter.IsOpen).CountBy(matter => matter.Kind).OrderBy(kind => kind.Key)
            .SelectMany(kind => Counted(kind.Value, ReviewRefusals.Open(kind.Key))),
        .. review.Move is { IsOpen: true, Progress.Remaining: var left }
            ? [new Refusal(CustomerMoveRefusals.CustomersRemain, null, $"{left}")]
            : Array.Empty<Refusal>(),
        .. ReviewDecider.If(review.OwesReferral, ReviewRefusals.ReferralMissing),
    ];

    /// <summary>What the review itself has begun and not ended.</summary>
    private static IEnumerable<Refusal> Own(Review review) =>
    [
        .. ReviewDecider.If(review.IsCorrecting, ReviewRefusals.ReportInCorrection),
        .. Counted(
            review.IsCorrecting
                ? review.Supplements.Count(asked => asked.ReceivedOn is null
                    && review.IsAsked(ReviewAwaiting.Supplement(asked.Number)))
                : 0,
            ReviewRefusals.SupplementsOpen),
        .. ReviewDecider.If(review.Plan is { ApprovedOn: null }, ReviewRefusals.PlanOpen),
        .. review.FinalDate switch
        {
            { IsFollowedUp: false, FollowUpOn: var day } =>
                [new Refusal(ReviewRefusals.FollowUpOpen, null, $"{day:yyyy-MM-dd}")],
            { IsOver: false, CheckOn: var day } =>
                [new Refusal(ReviewRefusals.CheckOpen, null, $"{day:yyyy-MM-dd}")],
            _ => Array.Empty<Refusal>(),
        },
    ];

    private static IEnumerable<Refusal> Counted(int count, string code) =>
        ReviewDecider.If(count > 0, code, null, $"{count}");
}
