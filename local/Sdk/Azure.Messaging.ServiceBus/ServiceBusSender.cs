namespace Azure.Messaging.ServiceBus;

public class ServiceBusSender : IAsyncDisposable
{
    private readonly ServiceBusClient _client;
    private readonly string _queue;

    protected internal ServiceBusSender(ServiceBusClient client, string queueOrTopicName)
    {
        _client = client;
        _queue = queueOrTopicName;
    }

    public virtual Task SendMessageAsync(ServiceBusMessage message, CancellationToken cancellationToken = default) =>
        _client.Queue(_queue).SendAsync([message], due: null, cancellationToken);

    public virtual Task SendMessagesAsync(IEnumerable<ServiceBusMessage> messages, CancellationToken cancellationToken = default) =>
        _client.Queue(_queue).SendAsync([.. messages], due: null, cancellationToken);

    public virtual async Task<long> ScheduleMessageAsync(
        ServiceBusMessage message, DateTimeOffset scheduledEnqueueTime, CancellationToken cancellationToken = default) =>
        (await _client.Queue(_queue).SendAsync([message], scheduledEnqueueTime, cancellationToken).ConfigureAwait(false))[0];

    public virtual Task CancelScheduledMessageAsync(long sequenceNumber, CancellationToken cancellationToken = default) =>
        _client.Queue(_queue).CancelScheduledAsync(sequenceNumber, cancellationToken);

    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}
