using Azure.Core;
using Azure.Messaging.ServiceBus.Local;

namespace Azure.Messaging.ServiceBus;

/// <summary>
/// The official client's calls, carried out on the queues that the local host keeps in a table. The namespace of the connection
/// string names the host's bus; without a running host there is nobody to answer.
/// </summary>
public class ServiceBusClient : IAsyncDisposable
{
    private readonly string _namespace;

    public ServiceBusClient(string connectionString) => _namespace = LocalBus.NamespaceOf(connectionString);

    public ServiceBusClient(string fullyQualifiedNamespace, TokenCredential credential)
    {
        ArgumentNullException.ThrowIfNull(credential);
        _namespace = fullyQualifiedNamespace;
    }

    public virtual ServiceBusSender CreateSender(string queueOrTopicName) => new(this, queueOrTopicName);

    public virtual ServiceBusReceiver CreateReceiver(string queueName) => new(this, queueName, new ServiceBusReceiverOptions());

    public virtual ServiceBusReceiver CreateReceiver(string queueName, ServiceBusReceiverOptions options) => new(this, queueName, options);

    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    internal LocalQueue Queue(string name) => LocalBus.Find(_namespace).Queue(name);
}
