using System.Collections.Concurrent;
using Azure.Messaging.ServiceBus;

namespace Oversight.Functions.Messaging;

/// <summary>
/// One sender for each queue, open as long as the process: a link opened and closed for every message costs more than
/// the message.
/// </summary>
public sealed class QueueSenders(ServiceBusClient client) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<ServiceBusSender>> _senders = new(StringComparer.Ordinal);

    public ServiceBusSender To(string queue) =>
        _senders.GetOrAdd(queue, name => new Lazy<ServiceBusSender>(() => client.CreateSender(name))).Value;

    public async ValueTask DisposeAsync()
    {
        foreach (var sender in _senders.Values)
            await sender.Value.DisposeAsync();
    }
}
