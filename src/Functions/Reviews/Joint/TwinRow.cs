using Oversight.Functions.Identity;
using Oversight.Functions.Storage;
using Oversight.Reviews;

namespace Oversight.Functions.Reviews.Joint;

/// <summary>
/// All that the other board's readers see of a review that is made together with theirs. A list of its own, so that no
/// page can show more by mistake; a sealed review has no row in it.
/// </summary>
/// <param name="Lead">Where the name of the ansvarig granskare is kept; null: there is none.</param>
/// <param name="Concerns">Those that it is made because of: shown to nobody, but closed with them.</param>
public sealed record TwinRow(
    Id Review, BoardId Board, ReviewStatus Status, string? CaseNumber, TextReference? Lead, IReadOnlyList<Id> Concerns)
{
    internal const string Partition = "joint-reviews";

    public static IEnumerable<ViewRow> Of(StreamHead head, ReviewState state)
    {
        if (state.Review is { Twin: not null, Seal: null } review)
            yield return new ViewRow(Partition, head.Id.Value, new TwinRow(
                head.Id, review.Unit.Board, state.Status, review.CaseNumber, review.Lead?.Name,
                [.. review.Origin.Concerns.Select(concern => concern.ConcernId)]));
    }

    /// <summary>Whether somebody is in a conflict of interest in it, or in what it is made because of.</summary>
    public bool IsClosedTo(ClosedMatters closed) => closed.Contains(Review) || Concerns.Any(closed.Contains);
}
