using Oversight.Functions.Identity;
using Oversight.Functions.Reviews;

namespace Oversight.Functions.Referrals;

/// <summary>
/// Who sees what goes to other authorities: whoever reads the board's reviews, and both the review and the concerns
/// that it comes of. Jäv and seals of those close it, whenever they came.
/// </summary>
public sealed class MatterDoors(ReviewDesk reviews, ReviewLists lists, Conflicts conflicts)
{
    public async Task<bool> IsSeenAsync(
        SignedInUser user, BoardId board, Id? review, IReadOnlyList<Id> concerns, CancellationToken cancellation)
    {
        if (!ContentAccess.Reads(user, ContentClass.Review, board))
            return false;
        if (review is { } of)
            return await reviews.FindAsync(user, of, cancellation) is { IsSeen: true };
        var closed = await conflicts.OfAsync(user, cancellation);
        return !concerns.Any(closed.Contains);
    }

    /// <summary>The same for the rows of a list.</summary>
    public async Task<Func<Id?, IReadOnlyList<Id>, bool>> SeenAsync(
        SignedInUser user, CancellationToken cancellation)
    {
        var seen = (await lists.ForAsync(user, cancellation)).Select(row => row.Id).ToHashSet();
        var closed = await conflicts.OfAsync(user, cancellation);
        return (review, concerns) => review is { } of ? seen.Contains(of) : !concerns.Any(closed.Contains);
    }
}
