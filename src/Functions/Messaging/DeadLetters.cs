using Azure.Messaging.ServiceBus;

namespace Oversight.Functions.Messaging;

/// <summary>The messages that were put aside: how many, why, and one of them sent again.</summary>
public sealed class DeadLetters(ServiceBusClient client, QueueSenders senders)
{
    /// <summary>Counting stops here in each queue: more is "many" to whoever looks.</summary>
    public const int MostCounted = 100;

    private const int Batch = 100;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>Everything before the message in its queue is held first, so this takes longer than one step.</summary>
    private static readonly TimeSpan LongestRun = TimeSpan.FromSeconds(20);

    /// <summary>The oldest of them, without what they say.</summary>
    public Task<IReadOnlyList<DeadLetter>> ListAsync(string queue, int most, CancellationToken cancellation) =>
        Bus.AskAsync(async () =>
    {
        await using var receiver = Open(queue);
        var found = new List<DeadLetter>();
        while (found.Count < most
            && await receiver.PeekMessagesAsync(Math.Min(Batch, most - found.Count),
                cancellationToken: cancellation) is { Count: > 0 } seen)
            found.AddRange(seen.Select(message => Describe(queue, message)));
        return (IReadOnlyList<DeadLetter>)found;
    }, cancellation);

    /// <summary>How many there are over all queues; each queue counts up to <see cref="MostCounted"/>.</summary>
    public async Task<int> CountAsync(CancellationToken cancellation)
    {
        var counts = await Task.WhenAll(QueueNames.All.Select(queue => ListAsync(queue, MostCounted, cancellation)));
        return counts.Sum(letters => letters.Count);
    }

    /// <summary>
    /// Sends one message to its queue again, under the same MessageId, and takes it from the dead letters. Stopped
    /// halfway it stands in both places and is handled twice, which every handler allows for.
    /// </summary>
    /// <returns>False: it is not there any more; somebody has run it already.</returns>
    public async Task<bool> RunAgainAsync(string queue, long number, CancellationToken cancellation) =>
        await Bus.AskAsync(() => IsThereAsync(queue, number, cancellation), cancellation)
        && await Bus.AskAsync(LongestRun, () => SendAgainAsync(queue, number, cancellation), cancellation);

    private async Task<bool> IsThereAsync(string queue, long number, CancellationToken cancellation)
    {
        await using var receiver = Open(queue);
        return await receiver.PeekMessagesAsync(1, number, cancellation) is [var seen] && seen.SequenceNumber == number;
    }

    private async Task<bool> SendAgainAsync(string queue, long number, CancellationToken cancellation)
    {
        await using var receiver = Open(queue);
        var others = new List<ServiceBusReceivedMessage>();
        try
        {
            if (await FindAsync(receiver, number, others, cancellation) is not { } found)
                return false;
            var copy = new ServiceBusMessage(found);
            copy.ApplicationProperties.Remove(MessageHandling.AttemptProperty);
            await senders.To(queue).SendMessageAsync(copy, cancellation);
            await receiver.CompleteMessageAsync(found, cancellation);
            return true;
        }
        finally
        {
            foreach (var other in others)
                await receiver.AbandonMessageAsync(other, cancellationToken: CancellationToken.None);
        }
    }

    /// <summary>
    /// A queue gives what is first in line: what is not ours is held until ours has come, and then given back.
    /// </summary>
    private static async Task<ServiceBusReceivedMessage?> FindAsync(
        ServiceBusReceiver receiver, long number, List<ServiceBusReceivedMessage> others,
        CancellationToken cancellation)
    {
        while (await receiver.ReceiveMessagesAsync(Batch, Patience, cancellation) is { Count: > 0 } received)
        {
            others.AddRange(received.Where(message => message.SequenceNumber != number));
            if (received.FirstOrDefault(message => message.SequenceNumber == number) is { } found)
                return found;
        }

        return null;
    }

    private static DeadLetter Describe(string queue, ServiceBusReceivedMessage message) => new(
        queue,
        message.SequenceNumber,
        message.Subject,
        message.DeadLetterReason,
        message.DeadLetterErrorDescription,
        message.EnqueuedTime,
        message.DeliveryCount);

    private ServiceBusReceiver Open(string queue) =>
        client.CreateReceiver(queue, new ServiceBusReceiverOptions { SubQueue = SubQueue.DeadLetter });
}

/// <summary>A message that was put aside. Never its body: that may say something about a person.</summary>
/// <param name="Number">Its sequence number among the dead letters of its queue.</param>
/// <param name="Type">What kind of message, when the sender said so.</param>
/// <param name="SentAt">When it came to the queue.</param>
public sealed record DeadLetter(
    string Queue, long Number, string? Type, string? Reason, string? Description, DateTimeOffset SentAt,
    int DeliveryCount);
