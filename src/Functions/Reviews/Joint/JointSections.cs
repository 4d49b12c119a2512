using Oversight.Functions.Reviews.Screens;

namespace Oversight.Functions.Reviews.Joint;

/// <summary>The other board's review on the page of one that is made together with it.</summary>
public sealed class JointSections(TwinReader twins, ReviewDesk desk) : IReviewSection
{
    public async Task<ReviewSection?> ReadAsync(OpenReview open, CancellationToken cancellation) =>
        await twins.FindAsync(open, cancellation) is { } twin
            ? new ReviewSection(typeof(JointSection), new Dictionary<string, object>
            {
                [nameof(JointSection.Case)] = new ReviewCase(
                    open, await desk.TextsAsync(open.Head.Id, cancellation),
                    new ReviewWords(open.InForce.Settings, open.Setup.Rules)),
                [nameof(JointSection.Twin)] = twin,
            })
            : null;
}
