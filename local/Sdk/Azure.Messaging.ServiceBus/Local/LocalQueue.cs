using Azure.Data.Tables;

namespace Azure.Messaging.ServiceBus.Local;

/// <summary>One queue with its dead letters.</summary>
internal sealed class LocalQueue
{
    /// <summary>The standard tier's limit for a message, and for what is sent in one call.</summary>
    public const int MaxBytes = 256 * 1024;

    private readonly SequenceNumbers _numbers;
    private readonly int _maxDeliveryCount;
    private readonly TimeProvider _clock;

    private LocalQueue(string name, TableClient table, SequenceNumbers numbers, int maxDeliveryCount, TimeProvider clock)
    {
        Name = name;
        _numbers = numbers;
        _maxDeliveryCount = maxDeliveryCount;
        _clock = clock;
        Messages = new MessageStore(name, name, table, clock);
        DeadLetters = new MessageStore($"{name}/$deadletterqueue", $"{name}.deadletter", table, clock);
    }

    public string Name { get; }

    public MessageStore Messages { get; }

    public MessageStore DeadLetters { get; }

    public static async Task<LocalQueue> OpenAsync(
        string name, TableClient table, SequenceNumbers numbers, int maxDeliveryCount, TimeProvider clock, CancellationToken cancellation)
    {
        var queue = new LocalQueue(name, table, numbers, maxDeliveryCount, clock);
        await queue.DeadLetters.LoadAsync(cancellation).ConfigureAwait(false);
        await queue.Messages.LoadAsync(cancellation).ConfigureAwait(false);

        // Dead-lettering is two writes; a stop between them leaves the message in both places, and the dead letter is right.
        foreach (var both in queue.DeadLetters.Peek(int.MaxValue, 0).Where(m => queue.Messages.Contains(m.SequenceNumber)))
            await queue.Messages.RemoveAsync(both.SequenceNumber, cancellation).ConfigureAwait(false);
        return queue;
    }

    public async Task<IReadOnlyList<long>> SendAsync(
        IReadOnlyList<ServiceBusMessage> messages, DateTimeOffset? due, CancellationToken cancellation)
    {
        if (messages.Count == 0)
            return [];
        if (messages.Sum(Size) > MaxBytes)
            throw new ServiceBusException($"More than {MaxBytes} bytes.", ServiceBusFailureReason.MessageSizeExceeded, Name);
        var first = await NumbersAsync(messages.Count, cancellation).ConfigureAwait(false);
        var now = _clock.GetUtcNow();
        var stored = messages.Select((message, i) => StoredMessage.From(message, first + i, now, due)).ToList();
        await Messages.InsertAsync(stored, cancellation).ConfigureAwait(false);
        return [.. stored.Select(m => m.SequenceNumber)];
    }

    public Task CancelScheduledAsync(long number, CancellationToken cancellation) => Messages.CancelAsync(number, cancellation);

    public Task AbandonAsync(ServiceBusReceivedMessage received, IDictionary<string, object>? modified, CancellationToken cancellation) =>
        received.DeliveryCount < _maxDeliveryCount
            ? Messages.ReleaseAsync(received, modified, cancellation)
            : DeadLetterAsync(
                received,
                modified,
                "MaxDeliveryCountExceeded",
                $"Message could not be consumed after {_maxDeliveryCount} delivery attempts.",
                cancellation);

    public async Task DeadLetterAsync(
        ServiceBusReceivedMessage received,
        IDictionary<string, object>? modified,
        string? reason,
        string? description,
        CancellationToken cancellation)
    {
        var message = Messages.Locked(received).With(modified) with { Due = null, DeliveryCount = received.DeliveryCount };
        var why = new Dictionary<string, object>();
        if (reason is not null)
            why[ServiceBusReceivedMessage.ReasonProperty] = reason;
        if (description is not null)
            why[ServiceBusReceivedMessage.DescriptionProperty] = description;
        await DeadLetters.InsertAsync([message.With(why)], cancellation).ConfigureAwait(false);
        await Messages.CompleteAsync(received, cancellation).ConfigureAwait(false);
    }

    private static int Size(ServiceBusMessage message) =>
        message.Body.ToMemory().Length + MessageProperties.Write(message.ApplicationProperties.AsReadOnly()).Length;

    private async Task<long> NumbersAsync(int count, CancellationToken cancellation)
    {
        try
        {
            return await _numbers.TakeAsync(count, cancellation).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is RequestFailedException or AggregateException)
        {
            throw new ServiceBusException(
                "The table behind the queue does not answer.", ServiceBusFailureReason.ServiceCommunicationProblem, Name, failure);
        }
    }
}
