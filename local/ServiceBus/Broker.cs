using System.Globalization;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Oversight.Local.ServiceBus.Queues;
using Oversight.Local.ServiceBus.Wire;

namespace Oversight.Local.ServiceBus;

/// <summary>
/// A small Service Bus for one machine: the official client talks to it unchanged. What is acknowledged stands in the
/// table.
/// </summary>
public sealed class Broker : IAsyncDisposable
{
    private readonly IReadOnlyList<Queue> _queues;
    private readonly Listener _listener;
    private int _disposed;

    private Broker(IReadOnlyList<Queue> queues, Listener listener) => (_queues, _listener) = (queues, listener);

    public int Port => _listener.Port;

    public string ConnectionString => string.Create(
        CultureInfo.InvariantCulture,
        $"Endpoint=sb://127.0.0.1:{Port};SharedAccessKeyName=local;SharedAccessKey=local;UseDevelopmentEmulator=true;");

    /// <summary>The earliest scheduled instant, on the domain clock.</summary>
    public DateTimeOffset? NextDue => _queues.Select(q => q.Active.Messages.NextDue).Min();

    /// <summary>No message is due or locked. Dead letters do not count.</summary>
    public bool IsIdle => States().All(s => s.Waiting == 0);

    /// <summary>Reads the table, then listens.</summary>
    public static async Task<Broker> StartAsync(BrokerOptions options, CancellationToken cancellation)
    {
        var logger = (options.LoggerFactory ?? NullLoggerFactory.Instance).CreateLogger<Broker>();
        await options.Table.CreateIfNotExistsAsync(cancellation).ConfigureAwait(false);
        var queues = new List<Queue>();
        try
        {
            foreach (var queue in options.Queues)
            {
                var settings = new QueueSettings(
                    queue.Name, queue.MaxDeliveryCount, options.LockDuration, options.DomainClock, options.RealClock);
                queues.Add(await Queue.OpenAsync(settings, options.Table, logger, cancellation).ConfigureAwait(false));
            }


            return new Broker(queues, new Listener(options.Port, new Links(queues, logger), options.RealClock));
        }
        catch
        {
            await CloseAsync(queues).ConfigureAwait(false);
            throw;
        }
    }

    public IReadOnlyList<QueueState> States() => [.. _queues.Select(q => q.State())];

    /// <summary>The domain clock was moved: look again at what is due.</summary>
    public void ClockMoved()
    {
        foreach (var queue in _queues)
            queue.Active.Dispatcher.Wake();
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 1)
            return;
        await _listener.DisposeAsync().ConfigureAwait(false);
        await CloseAsync(_queues).ConfigureAwait(false);
    }

    private static async Task CloseAsync(IEnumerable<Queue> queues)
    {
        foreach (var queue in queues)
            await queue.DisposeAsync().ConfigureAwait(false);
    }
}
