using Oversight.Functions.Storage;
using Oversight.Functions.Storage.Effects;
using Oversight.Reviews;

namespace Oversight.Functions.Reviews.Ending;

/// <summary>Opens the review that looks at what remained of another.</summary>
public sealed class SuccessorOpening(Streams streams) : IEffectHandler<ReviewState, ReviewEvent>
{
    public const string Name = "review.successor-opens";

    public string Effect => Name;

    public string Title => "En efterföljande granskning öppnas";

    public async Task<EffectProgress> RunAsync(
        EffectCall<ReviewState, ReviewEvent> call, CancellationToken cancellation)
    {
        if (call.State.Review is not { } review || call.Cause.Event is not ReviewEvent.SuccessorAsked asked)
            return EffectProgress.Done;
        var origin = new ReviewOrigin(ReviewKind.Triggered, call.Cause.Day, Unannounced: false, PlanYear: null, []);
        await streams.OpenReviewAsync(
            asked.Successor,
            new ReviewCommand.Open(review.Unit, origin) { Follows = new Predecessor(call.Head.Id, asked.Until) },
            call.Envelope, cancellation);
        return EffectProgress.Done;
    }
}
