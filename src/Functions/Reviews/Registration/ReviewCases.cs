using Oversight.Functions.Identity;
using Oversight.Functions.Storage;
using Oversight.Reviews;

namespace Oversight.Functions.Reviews.Registration;

/// <summary>
/// The reviews whose ärende a registrator is to open, or has opened: never those in which the person is in a conflict
/// of interest, and none before it has begun, so that an unannounced visit is not told beforehand.
/// </summary>
public sealed class ReviewCases(Views views, Conflicts conflicts)
{
    /// <summary>Those without a number that go on, the oldest first, and those with one, the latest first.</summary>
    public async Task<(IReadOnlyList<ReviewRow> ToOpen, IReadOnlyList<ReviewRow> Opened)> ReadAsync(
        SignedInUser user, CancellationToken cancellation)
    {
        var lists = await Task.WhenAll(Access.Boards(user, Permission.RegisterDocuments)
            .Where(board => MayRegister(user, board))
            .Select(board => views.ReadAllAsync<ReviewRow>(ReviewPartitions.OfBoard(board), cancellation)));
        var closed = await conflicts.OfAsync(user, cancellation);
        var begun = lists.SelectMany(rows => rows)
            .Where(row => row.StartedOn is not null && !row.IsClosedTo(user, closed)).ToList();
        return (
            [.. begun.Where(row => row is { CaseNumber: null, Status: not ReviewStatus.Closed })
                .OrderBy(row => row.StartedOn)],
            [.. begun.Where(row => row.CaseNumber is not null).OrderByDescending(row => row.StartedOn)]);
    }

    public static bool MayRegister(SignedInUser user, BoardId board) =>
        Access.Allows(user, Permission.RegisterDocuments, board)
            && ContentAccess.Sees(user, ContentClass.Review, board);
}
