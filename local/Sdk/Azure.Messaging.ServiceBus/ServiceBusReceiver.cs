using Azure.Messaging.ServiceBus.Local;

namespace Azure.Messaging.ServiceBus;

public class ServiceBusReceiver : IAsyncDisposable
{
    private readonly ServiceBusClient _client;
    private readonly string _queue;
    private readonly bool _deadLetters;
    private long _peekFrom;

    protected internal ServiceBusReceiver(ServiceBusClient client, string queueName, ServiceBusReceiverOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _client = client;
        _queue = queueName;
        _deadLetters = options.SubQueue == SubQueue.DeadLetter;
    }

    private MessageStore Store => _deadLetters ? _client.Queue(_queue).DeadLetters : _client.Queue(_queue).Messages;

    /// <summary>As the real one: without a number it goes on where the last peek of this receiver ended.</summary>
    public virtual Task<IReadOnlyList<ServiceBusReceivedMessage>> PeekMessagesAsync(
        int maxMessages, long? fromSequenceNumber = null, CancellationToken cancellationToken = default)
    {
        var seen = Store.Peek(maxMessages, fromSequenceNumber ?? _peekFrom);
        if (seen.Count > 0)
            _peekFrom = seen[^1].SequenceNumber + 1;
        return Task.FromResult(seen);
    }

    public virtual async Task<ServiceBusReceivedMessage?> ReceiveMessageAsync(
        TimeSpan? maxWaitTime = null, CancellationToken cancellationToken = default) =>
        await ReceiveMessagesAsync(1, maxWaitTime, cancellationToken).ConfigureAwait(false) is [var message] ? message : null;

    public virtual Task<IReadOnlyList<ServiceBusReceivedMessage>> ReceiveMessagesAsync(
        int maxMessages, TimeSpan? maxWaitTime = null, CancellationToken cancellationToken = default) =>
        Store.ReceiveAsync(maxMessages, maxWaitTime ?? TimeSpan.FromMinutes(1), cancellationToken);

    public virtual Task CompleteMessageAsync(ServiceBusReceivedMessage message, CancellationToken cancellationToken = default) =>
        Store.CompleteAsync(message, cancellationToken);

    public virtual Task AbandonMessageAsync(
        ServiceBusReceivedMessage message,
        IDictionary<string, object>? propertiesToModify = null,
        CancellationToken cancellationToken = default) =>
        _deadLetters
            ? Store.ReleaseAsync(message, propertiesToModify, cancellationToken)
            : _client.Queue(_queue).AbandonAsync(message, propertiesToModify, cancellationToken);

    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}

public class ServiceBusReceiverOptions
{
    public SubQueue SubQueue { get; set; }
}

public enum SubQueue
{
    None = 0,
    DeadLetter = 1,
    TransferDeadLetter = 2,
}
