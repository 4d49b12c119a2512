using Oversight.Answers;
using Oversight.Functions.Reviews;
using Oversight.Functions.Storage;
using Oversight.Functions.Storage.Effects;
using Oversight.Reviews;

namespace Oversight.Functions.Answers;

/// <summary>Reminds the provider by a letter with a new link, some days before its last day.</summary>
public sealed class AnswerPrompting(Streams streams) : IEffectHandler<ReviewState, ReviewEvent>
{
    public string Effect => ReviewEffects.Prompt;

    public string Title => "Påminnelse till anordnaren";

    public async Task<EffectProgress> RunAsync(
        EffectCall<ReviewState, ReviewEvent> call, CancellationToken cancellation)
    {
        if (call.State.Review is not { } review || call.Cause.Event is not ReviewEvent.Prompted { What: var what }
            || AnswerAsking.Find(call.Head.Id, call.State.Status, review, what) is not { } answer)
            return EffectProgress.Done;
        await streams.PromptAsync(answer, call.Head.Id, review.Unit, call.Envelope, cancellation);
        return EffectProgress.Done;
    }
}
