using Oversight.Functions.Identity;
using Oversight.Functions.Storage;

namespace Oversight.Functions.Reviews;

/// <summary>
/// The reviews that somebody reads: of the own boards, without those in which the person is in a conflict of interest.
/// </summary>
public sealed class ReviewLists(Views views, Conflicts conflicts)
{
    /// <summary>By state, those first that wait longest.</summary>
    public async Task<IReadOnlyList<ReviewRow>> ForAsync(SignedInUser user, CancellationToken cancellation)
    {
        var lists = await Task.WhenAll(ContentAccess.Boards(user, ContentClass.Review)
            .Select(board => views.ReadAllAsync<ReviewRow>(ReviewPartitions.OfBoard(board), cancellation)));
        var closed = await conflicts.OfAsync(user, cancellation);
        return
        [
            .. lists.SelectMany(rows => rows).Where(row => !row.IsClosedTo(user, closed))
                .OrderBy(row => row.Status).ThenBy(row => row.NotBefore)
                .ThenBy(row => row.Id.Value, StringComparer.Ordinal),
        ];
    }
}
