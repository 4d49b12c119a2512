using Oversight.Functions.Reviews.Screens;
using Oversight.Functions.Web;

namespace Oversight.Functions.Reviews.Ending;

/// <summary>On a review's page, from its final report on: what remains, the final date, and the follow-ups.</summary>
public sealed class FollowUpSections(ReviewDesk desk, RefusalCatalogue refusals) : IReviewSection
{
    public async Task<ReviewSection?> ReadAsync(OpenReview open, CancellationToken cancellation)
    {
        var review = open.Review;
        var remaining = open.IsReviewer && review is { Report: not null, Ending: null }
            ? RemainingRow.Of(open, refusals)
            : null;
        if (remaining is null && review is { FinalDate: null, FollowUps.Count: 0, Follows: null, Successor: null })
            return null;
        return new ReviewSection(typeof(FollowUpSection), new Dictionary<string, object>
        {
            [nameof(FollowUpSection.Case)] = new ReviewCase(
                open, await desk.TextsAsync(open.Head.Id, cancellation),
                new ReviewWords(open.InForce.Settings, open.Setup.Rules)),
            [nameof(FollowUpSection.Remaining)] = remaining!,
            [nameof(FollowUpSection.Predecessor)] = (await LinkAsync(open, review.Follows?.Review, cancellation))!,
            [nameof(FollowUpSection.Successor)] = (await LinkAsync(open, review.Successor, cancellation))!,
        });
    }

    private async Task<LinkedReview?> LinkAsync(OpenReview open, Id? other, CancellationToken cancellation)
    {
        if (other is not { } id)
            return null;
        var found = await desk.FindAsync(open.User, id, cancellation);
        return found is { IsSeen: true }
            ? new LinkedReview(found.Reference, found.Address)
            : new LinkedReview(null, null);
    }
}

/// <summary>The review before or after; null where the reader does not see it, or it is not there yet.</summary>
public sealed record LinkedReview(string? Reference, string? Href);
