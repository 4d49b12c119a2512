using System.Collections.Concurrent;
using Azure.Data.Tables;

namespace Azure.Messaging.ServiceBus.Local;

/// <summary>
/// The namespace of one local host: its queues, kept in one table. Clients in the same process find it by name. Only the process
/// that opened it reads and writes the table, so what is locked, ready or scheduled is known without asking.
/// </summary>
internal sealed class LocalBus : IDisposable
{
    private static readonly ConcurrentDictionary<string, LocalBus> Running = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, LocalQueue> _queues;

    private LocalBus(string name, Dictionary<string, LocalQueue> queues)
    {
        Name = name;
        _queues = queues;
    }

    public string Name { get; }

    public IReadOnlyCollection<LocalQueue> Queues => _queues.Values;

    /// <summary>Reads what stands in the table and starts to answer under <paramref name="name"/>.</summary>
    /// <param name="clock">The domain clock: what scheduled messages wait for.</param>
    public static async Task<LocalBus> OpenAsync(
        string name, TableClient table, IEnumerable<string> queues, int maxDeliveryCount, TimeProvider clock, CancellationToken cancellation)
    {
        await table.CreateIfNotExistsAsync(cancellation).ConfigureAwait(false);
        var numbers = new SequenceNumbers(table);
        var opened = new Dictionary<string, LocalQueue>(StringComparer.OrdinalIgnoreCase);
        foreach (var queue in queues)
            opened[queue] = await LocalQueue.OpenAsync(queue, table, numbers, maxDeliveryCount, clock, cancellation).ConfigureAwait(false);
        var bus = new LocalBus(name, opened);
        return Running.TryAdd(name, bus) ? bus : throw new InvalidOperationException($"A bus named {name} runs already.");
    }

    public static string ConnectionStringFor(string name) => $"Endpoint=sb://{name}/;SharedAccessKeyName=local;SharedAccessKey=local";

    public static LocalBus Find(string name) => Running.TryGetValue(name, out var bus)
        ? bus
        : throw new ServiceBusException($"No local host answers for {name}.", ServiceBusFailureReason.ServiceCommunicationProblem, name);

    public static string NamespaceOf(string connectionString)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(connectionString);
        var endpoint = connectionString.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .FirstOrDefault(part => part.StartsWith("Endpoint=", StringComparison.OrdinalIgnoreCase));
        return Uri.TryCreate(endpoint?["Endpoint=".Length..], UriKind.Absolute, out var address)
            ? address.Host
            : throw new FormatException("The connection string has no Endpoint=sb://...");
    }

    public LocalQueue Queue(string name) => _queues.TryGetValue(name, out var queue)
        ? queue
        : throw new ServiceBusException("There is no such queue.", ServiceBusFailureReason.MessagingEntityNotFound, name);

    public void Dispose() => Running.TryRemove(KeyValuePair.Create(Name, this));
}
