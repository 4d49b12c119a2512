using Oversight.Functions.Storage;
using Oversight.Reviews;

namespace Oversight.Functions.Reviews.Joint;

/// <summary>
/// All that the other board's readers see of a review that is made together with theirs. A list of its own, so that no
/// page can show more by mistake; a sealed review has no row in it.
/// </summary>
/// <param name="Lead">Where the name of the ansvarig granskare is kept; null: there is none.</param>
public sealed record TwinRow(
    Id Review, BoardId Board, ReviewStatus Status, ReviewEnding? Ending, string? CaseNumber, TextReference? Lead)
{
    internal const string Partition = "joint-reviews";

    public static IEnumerable<ViewRow> Of(StreamHead head, ReviewState state)
    {
        if (state.Review is { Twin: not null, Seal: null } review)
            yield return new ViewRow(Partition, head.Id.Value, new TwinRow(
                head.Id, review.Unit.Board, state.Status, review.Ending, review.CaseNumber, review.Lead?.Name));
    }
}
