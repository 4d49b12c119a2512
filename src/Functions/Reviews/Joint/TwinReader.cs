using Oversight.Functions.Identity;
using Oversight.Functions.Storage;
using Oversight.Functions.Texts;

namespace Oversight.Functions.Reviews.Joint;

/// <summary>What somebody who reads one of two joint reviews sees of the other.</summary>
/// <param name="Row">Null: only that it exists, for it is sealed or the person is in a conflict of interest.</param>
/// <param name="Lead">Name of the ansvarig granskare.</param>
/// <param name="Address">Null for whoever does not read the other board's reviews.</param>
public sealed record SeenTwin(BoardId Board, TwinRow? Row, string? Lead, string? Address);

public sealed class TwinReader(Views views, PrivateTexts texts)
{
    /// <summary>Null when the review is made alone.</summary>
    public async Task<SeenTwin?> FindAsync(OpenReview open, CancellationToken cancellation)
    {
        if (open.Review.Twin is not { } twin)
            return null;
        if (await views.FindAsync<TwinRow>(TwinRow.Partition, twin.Review.Value, cancellation) is not { } row
            || row.IsClosedTo(open.Closed))
            return new SeenTwin(twin.Board, null, null, null);
        return new SeenTwin(
            twin.Board, row, await NameAsync(row, cancellation),
            ContentAccess.Reads(open.User, ContentClass.Review, twin.Board) ? $"/granskningar/{row.Review}" : null);
    }

    private async Task<string?> NameAsync(TwinRow row, CancellationToken cancellation) =>
        row.Lead is { } lead && RequestTexts.Locate(lead.Name) is var (entry, field)
            ? (await texts.FindAsync(ReviewStream.StreamId(row.Review), entry, cancellation))?.Fields
                .GetValueOrDefault(field) ?? ReviewTexts.Erased
            : null;
}
