using Azure.Messaging.ServiceBus;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Oversight.Functions.Identity;
using Oversight.Functions.Messaging;

namespace Oversight.Functions.Waiting;

/// <summary>What wakes the loops: a change, a day, and the sweep that makes up for what was lost.</summary>
public sealed class WaitingFunctions(WaitingKinds kinds, Wakes wakes, WaitingSweep sweep, MessageHandling handling)
{
    [Function("Waiting_Wake")]
    [Open("No person: a stream has changed what it waits for.")]
    public Task Wake(
        [ServiceBusTrigger(QueueNames.Wakes, Connection = QueueNames.Connection, AutoCompleteMessages = false)]
        ServiceBusReceivedMessage message,
        ServiceBusMessageActions actions,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation) =>
        handling.RunAsync(QueueNames.Wakes, message, actions, token => WakeAsync(message, client, token), cancellation);

    // In UTC; a Swedish day begins at 22 or 23.
    [Function("Waiting_Days")]
    [Open("No person: a day has come.")]
    public Task Days(
        [TimerTrigger("0 0 22,23 * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client,
        CancellationToken cancellation) =>
        sweep.DaysAsync(client, cancellation);

    [Function("Waiting_Sweep")]
    [Open("No person: makes up for wake-ups that were lost.")]
    public Task Sweep(
        [TimerTrigger("0 * * * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client,
        CancellationToken cancellation) =>
        sweep.MinuteAsync(client, cancellation);

    private async Task WakeAsync(
        ServiceBusReceivedMessage message, DurableTaskClient client, CancellationToken cancellation)
    {
        var wake = MessageJson.Read<WakeMessage>(message.Body);
        if (kinds.Find(wake.StreamId) is null)
            throw new PoisonMessageException(MessageReasons.UnknownType, "No kind of stream that waits has this name.");
        await wakes.EnsureAsync(client, wake.StreamId, "changed", cancellation);
    }
}
