using Oversight.Functions.Identity;
using Oversight.Functions.Reviews.Screens;

namespace Oversight.Functions.Reviews.Sources;

/// <summary>What a review builds on, on its page: what was attached, and what the system knows of the unit.</summary>
public sealed class SourceSections(ReviewDesk desk, UnitBackgrounds backgrounds) : IReviewSection
{
    public async Task<ReviewSection?> ReadAsync(OpenReview open, CancellationToken cancellation)
    {
        if (open.Review.StartedOn is null)
            return null;
        return new ReviewSection(typeof(SourceSection), new Dictionary<string, object>
        {
            [nameof(SourceSection.Case)] = new ReviewCase(
                open, await desk.TextsAsync(open.Head.Id, cancellation),
                new ReviewWords(open.InForce.Settings, open.Setup.Rules)),
            [nameof(SourceSection.Background)] = await backgrounds.OfAsync(open, cancellation),
            [nameof(SourceSection.MayReadConcerns)] =
                Access.Allows(open.User, Permission.ReadConcerns, open.Board),
            [nameof(SourceSection.MayReadDocuments)] =
                Access.Allows(open.User, Permission.ReadDocuments, open.Board),
        });
    }
}
