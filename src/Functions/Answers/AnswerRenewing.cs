using Oversight.Functions.Reviews;
using Oversight.Functions.Storage;
using Oversight.Functions.Storage.Effects;
using Oversight.Reviews;

namespace Oversight.Functions.Answers;

/// <summary>Makes links that may have come to somebody else stop working, and sends a new one.</summary>
public sealed class AnswerRenewing(Streams streams, AnswerSecrets secrets)
    : IEffectHandler<ReviewState, ReviewEvent>
{
    public string Effect => ReviewEffects.Link;

    public string Title => "Ny svarslänk i stället för en som slutar gälla";

    public async Task<EffectProgress> RunAsync(
        EffectCall<ReviewState, ReviewEvent> call, CancellationToken cancellation)
    {
        if (call.State.Review is not { } review || call.Cause.Event is not ReviewEvent.LinkRenewed { What: var what }
            || AnswerAsking.Find(call.Head.Id, call.State.Status, review, what) is not { } answer)
            return EffectProgress.Done;
        await streams.RenewAsync(secrets, answer, call.Head.Id, review.Unit, call, cancellation);
        return EffectProgress.Done;
    }
}
