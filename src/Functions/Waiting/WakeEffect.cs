using Azure.Messaging.ServiceBus;
using Oversight.Functions.Messaging;
using Oversight.Functions.Storage;
using Oversight.Functions.Storage.Effects;
using Oversight.Functions.Web;

namespace Oversight.Functions.Waiting;

/// <summary>The wake-up of a stream's loop: an effect of the state, declared by the stream's kind.</summary>
public static class WakeEffect
{
    /// <param name="kind">The stream's kind.</param>
    /// <param name="after">
    /// Only what changes what is awaited: two hundred rows of a checklist are not two hundred turns.
    /// </param>
    public static Effect<TEvent> Of<TEvent>(string kind, Func<TEvent, bool> after)
        where TEvent : notnull => Effect.OfState(NameOf(kind), after);

    internal static string NameOf(string kind) => $"{kind}.wake";
}

/// <summary>
/// Marks the stream as unseen and asks for its loop to be woken. By a message: only a function with a durable binding
/// reaches the engine, and streams are changed everywhere.
/// </summary>
internal sealed class WakeHandler<TState, TEvent>(
    string kind, LoopRows loops, UnseenMarks unseen, QueueSenders senders,
    StockholmTime time) : IEffectHandler<TState, TEvent>
    where TEvent : notnull
{
    public string Effect => WakeEffect.NameOf(kind);

    public string Title => "Ärendets bevakning får veta att något har ändrats";

    public async Task<EffectProgress> RunAsync(EffectCall<TState, TEvent> call, CancellationToken cancellation)
    {
        // A command that is repeated makes effects again: were that a wake-up, a loop whose step changes nothing would
        // wake itself.
        if (await loops.FindAsync(call.Head.StreamId, cancellation) is { } seen && seen.Version >= call.Head.Version)
            return EffectProgress.Done;
        await unseen.SetAsync(
            call.Head.StreamId, call.Head.Version, time.Today(), cancellation, isChange: true);
        var wake = new WakeMessage(call.Head.StreamId);
        var message = new ServiceBusMessage(BinaryData.FromString(StoredJson.Write(wake, typeof(WakeMessage))))
        {
            MessageId = $"{call.Head.StreamId}-{call.Head.Version}",
            Subject = "wake",
            ContentType = "application/json",
        };
        await Bus.AskAsync(async () =>
        {
            await senders.To(QueueNames.Wakes).SendMessageAsync(message, cancellation);
            return 0;
        }, cancellation);
        return EffectProgress.Done;
    }
}

/// <summary>What the queue <c>wakes</c> carries.</summary>
public sealed record WakeMessage(string StreamId);
