using Oversight.Functions.Storage;
using Oversight.Reviews;

namespace Oversight.Functions.Reviews.Matters;

/// <summary>How what a review has brought about tells it that it has ended.</summary>
public static class MatterStreams
{
    /// <summary>Anything but yes is thrown, and tried again later. Told twice, nothing more happens.</summary>
    public static Task EndMatterAsync(
        this Streams streams, Id review, Id matter, Envelope envelope, CancellationToken cancellation) =>
        streams.TellReviewAsync(review, matter, new ReviewCommand.EndMatter(matter), envelope, cancellation);

    /// <summary>The same where it was taken back before it came to anything.</summary>
    public static Task WithdrawMatterAsync(
        this Streams streams, Id review, Id matter, Envelope envelope, CancellationToken cancellation) =>
        streams.TellReviewAsync(review, matter, new ReviewCommand.WithdrawMatter(matter), envelope, cancellation);

    private static async Task TellReviewAsync(
        this Streams streams, Id review, Id matter, ReviewCommand command, Envelope envelope,
        CancellationToken cancellation)
    {
        var outcome = await streams.ChangeAsync(ReviewStream.Kind, review, command, envelope, cancellation);
        if (outcome is not Outcome<ReviewState>.Done)
            throw new InvalidOperationException(
                $"The review {review} did not take the end of {matter}: {outcome.GetType().Name}.");
    }
}
