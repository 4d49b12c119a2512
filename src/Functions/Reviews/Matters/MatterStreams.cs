using Oversight.Functions.Storage;
using Oversight.Reviews;

namespace Oversight.Functions.Reviews.Matters;

/// <summary>How what a review has brought about tells it that it has ended.</summary>
public static class MatterStreams
{
    /// <summary>Anything but yes is thrown, and tried again later. Told twice, nothing more happens.</summary>
    public static async Task EndMatterAsync(
        this Streams streams, Id review, Id matter, Envelope envelope, CancellationToken cancellation)
    {
        var outcome = await streams.ChangeAsync(
            ReviewStream.Kind, review, new ReviewCommand.EndMatter(matter), envelope, cancellation);
        if (outcome is not Outcome<ReviewState>.Done)
            throw new InvalidOperationException(
                $"The review {review} did not take the end of {matter}: {outcome.GetType().Name}.");
    }
}
