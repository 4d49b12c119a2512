using Oversight.Answers;
using Oversight.Functions.Notifications;
using Oversight.Functions.Reviews;
using Oversight.Functions.Storage;
using Oversight.Functions.Storage.Effects;
using Oversight.Notifications;
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
        if (call.State.Review is not { } review || call.Cause.Event is not ReviewEvent.Prompted { What: var what })
            return EffectProgress.Done;
        foreach (var (kind, number, until) in AnswerAsking.Asked(call.State.Status, review))
        {
            if (until is null || Awaited(kind, number) != what)
                continue;
            var answer = AnswerStream.IdOf(call.Head.Id, kind, number);
            await streams.QueueLetterAsync(
                Id.Derive(AnswerLetters.Prompt, AnswerStream.Kind.StreamId(answer)),
                new Notification(
                    AnswerLetters.Prompt, answer.Value, call.Head.Id, review.Unit.UnitId, review.Unit.Board),
                call.Envelope, cancellation);
        }

        return EffectProgress.Done;
    }

    private static string Awaited(AnswerKind kind, int number) => kind switch
    {
        AnswerKind.Supplement => ReviewAwaiting.Supplement(number),
        AnswerKind.Comments => ReviewAwaiting.Comments(number),
        AnswerKind.Plan => ReviewAwaiting.Plan(number),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
