namespace Oversight.Reviews;

/// <summary>
/// What keeps a review open, worked out from its own stream alone and in one place: a kind of <see cref="MatterKind"/>
/// that comes later is in it by being one.
/// </summary>
public static class ReviewClosing
{
    /// <summary>Everything that must have ended before the review may be closed; empty: it may be.</summary>
    public static IReadOnlyList<Refusal> Remaining(Review review) =>
    [
        .. Counted(review.Findings.Count(finding => finding.IsOpen), ReviewRefusals.FindingsRemain),
        .. review.Matters.Where(matter => matter.IsOpen).CountBy(matter => matter.Kind).OrderBy(kind => kind.Key)
            .SelectMany(kind => Counted(kind.Value, ReviewRefusals.Open(kind.Key))),
        .. ReviewDecider.If(review.OwesReferral, ReviewRefusals.ReferralMissing),
    ];

    private static IEnumerable<Refusal> Counted(int count, string code) =>
        ReviewDecider.If(count > 0, code, null, $"{count}");
}
