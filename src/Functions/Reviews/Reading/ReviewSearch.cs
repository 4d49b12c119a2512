using Oversight.Functions.Identity;
using Oversight.Functions.Search;
using Oversight.Functions.Storage;
using Oversight.Reviews;

namespace Oversight.Functions.Reviews;

/// <summary>Reviews by reference, diarienummer and unit, as their lists show them to the person.</summary>
internal sealed class ReviewSearch : ISearchSource
{
    public static IEnumerable<ViewRow> RowsOf(StreamHead head, Review review)
    {
        var reference = head.Id.Reference(ReviewPartitions.ReferenceKind);
        IEnumerable<string> told = review.CaseNumber is { } number ? [reference, $"dnr {number}"] : [reference];
        return FoundIndex.RowsOf(ListOf(review.Unit.Board), new FoundRow
        {
            Id = head.Id,
            PageId = head.Id,
            Title = review.Unit.Name,
            Detail = string.Join(" · ", told.Append(review.Unit.ProviderName)),
            Board = review.Unit.Board,
            Names = [review.Unit.Name, review.Unit.ProviderName],
            FormerNames = [],
            Numbers = review.CaseNumber is { } registered ? [reference, registered] : [reference],
            Matters = [head.Id, .. review.Origin.Concerns.Select(concern => concern.ConcernId)],
            Contents = null,
        });
    }

    public async Task<IReadOnlyList<Found>> FindAsync(Asked asked, CancellationToken cancellation)
    {
        if (!Access.Allows(asked.User, Permission.ReadReviews))
            return [];
        var lists = await Task.WhenAll(ContentAccess.Boards(asked.User, ContentClass.Review).Select(
            board => asked.ReadAsync(ListOf(board), cancellation, ReviewPartitions.ReferenceKind)));
        return
        [
            .. lists.SelectMany(rows => rows).Where(row => !row.Matters!.Any(asked.Closed.Contains))
                .Select(row => Found.Of(FoundKind.Review, row, $"/granskningar/{row.Id}", asked.Query)),
        ];
    }

    /// <summary>
    /// The reviews whose ärende has a diarienummer that is searched for: what comes of a review is registered in it. It
    /// is for the caller to ask whether the person sees what it finds by them.
    /// </summary>
    public static async Task<IReadOnlySet<Id>> OfCaseAsync(
        Asked asked, IEnumerable<BoardId> boards, CancellationToken cancellation)
    {
        var lists = await Task.WhenAll(boards.Distinct().Select(
            board => asked.ReadAsync(ListOf(board), cancellation, ReviewPartitions.ReferenceKind)));
        return lists.SelectMany(rows => rows)
            .Where(row => row.Numbers.Skip(1).Any(number => asked.Query.Finds([number])))
            .Select(row => row.Id).ToHashSet();
    }

    private static string ListOf(BoardId board) => $"found-reviews|{board}";
}
