using Azure.Messaging.ServiceBus;
using Azure.Messaging.ServiceBus.Local;

namespace Microsoft.Azure.Functions.Worker;

public class ServiceBusMessageActions
{
    private readonly LocalQueue? _queue;
    private int _settled;

    protected ServiceBusMessageActions()
    {
    }

    internal ServiceBusMessageActions(LocalQueue queue) => _queue = queue;

    internal bool Settled => _settled != 0;

    private LocalQueue Queue => _queue ?? throw new NotSupportedException("Made without a queue: override every member that is called.");

    public virtual Task CompleteMessageAsync(ServiceBusReceivedMessage message, CancellationToken cancellationToken = default) =>
        SettleAsync(Queue.Messages.CompleteAsync(message, cancellationToken));

    public virtual Task AbandonMessageAsync(
        ServiceBusReceivedMessage message,
        IDictionary<string, object>? propertiesToModify = null,
        CancellationToken cancellationToken = default) =>
        SettleAsync(Queue.AbandonAsync(message, propertiesToModify, cancellationToken));

    public virtual Task DeadLetterMessageAsync(
        ServiceBusReceivedMessage message,
        Dictionary<string, object>? propertiesToModify = null,
        string? deadLetterReason = null,
        string? deadLetterErrorDescription = null,
        CancellationToken cancellationToken = default) =>
        SettleAsync(Queue.DeadLetterAsync(message, propertiesToModify, deadLetterReason, deadLetterErrorDescription, cancellationToken));

    private async Task SettleAsync(Task settling)
    {
        await settling.ConfigureAwait(false);
        Interlocked.Exchange(ref _settled, 1);
    }
}
