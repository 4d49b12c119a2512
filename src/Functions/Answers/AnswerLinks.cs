using Oversight.Functions.Notifications;
using Oversight.Functions.Storage;
using Oversight.Functions.Storage.Effects;
using Oversight.Notifications;
using Oversight.Reviews;

namespace Oversight.Functions.Answers;

/// <summary>The letters with a new link to an answer, whatever has asked for it.</summary>
internal static class AnswerLinks
{
    /// <summary>One reminder for each answer, however often it is asked for.</summary>
    public static Task PromptAsync(
        this Streams streams, Id answer, Id review, ReviewedUnit unit, Envelope envelope,
        CancellationToken cancellation) => streams.QueueLetterAsync(
            Id.Derive(AnswerLetters.Prompt, AnswerStream.Kind.StreamId(answer)),
            new Notification(AnswerLetters.Prompt, answer.Value, review, unit.UnitId, unit.Board), envelope,
            cancellation);

    /// <summary>What stops working are the links from before the event; one letter for each.</summary>
    public static async Task RenewAsync<TState, TEvent>(
        this Streams streams, AnswerSecrets secrets, Id answer, Id review, ReviewedUnit unit,
        EffectCall<TState, TEvent> call, CancellationToken cancellation)
        where TEvent : notnull
    {
        await secrets.RevokeAsync(answer, call.Cause.At, cancellation);
        await streams.QueueLetterAsync(
            Id.Derive(AnswerLetters.Asked, $"{AnswerStream.Kind.StreamId(answer)}/{call.Cause.Version}"),
            new Notification(AnswerLetters.Asked, answer.Value, review, unit.UnitId, unit.Board), call.Envelope,
            cancellation);
    }
}
