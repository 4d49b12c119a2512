using Azure.Data.Tables;
using Azure.Messaging.ServiceBus.Local;
using Microsoft.Azure.Functions.Worker;
using Oversight.Functions.Messaging;
using Oversight.Local.Host.Clock;
using Oversight.Local.Host.Functions;
using Oversight.Local.Host.Http;

namespace Oversight.Local.Host.Messaging;

/// <param name="Name">Names the bus in its connection string; no two hosts of a process may share it.</param>
/// <param name="Table">Where the messages are kept.</param>
internal sealed record LocalMessagesOptions(string Name, TableClient Table);

/// <summary>In place of Service Bus: opens the queues, starts the functions that wait for messages, and runs what becomes due.</summary>
internal sealed class LocalMessages(
    LocalMessagesOptions options,
    HostSettings settings,
    FunctionCatalogue catalogue,
    FunctionInvoker invoker,
    DomainClock clock,
    ILogger<LocalMessages> logger) : IHostedService, IDueWork, IDisposable
{
    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(10);
    private readonly CancellationTokenSource _stopping = new();
    private readonly DueRuns _runs = new();
    private IReadOnlyList<MessagePump> _pumps = [];
    private Task _running = Task.CompletedTask;
    private LocalBus? _bus;

    public IEnumerable<LocalQueue> Queues => _bus?.Queues ?? [];

    public static string ConnectionString(string name) => LocalBus.ConnectionStringFor(name);

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var functions = catalogue.With<ServiceBusTriggerAttribute>().Select(f => MessageFunction.Of(f.Function, f.Trigger, settings)).ToList();
        var queues = QueueNames.All.Concat(functions.Select(f => f.Queue)).Distinct(StringComparer.OrdinalIgnoreCase);
        _bus = await LocalBus.OpenAsync(options.Name, options.Table, queues, settings.MaxDeliveryCount, clock, cancellationToken);
        _pumps = [.. functions.Select(f => new MessagePump(f, _bus.Queue(f.Queue), settings, invoker, clock, _runs, logger))];
        clock.Moved += OnMoved;
        _running = Task.WhenAll(_pumps.Select(pump => Task.Run(() => pump.RunAsync(_stopping.Token))));
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        clock.Moved -= OnMoved;
        await _stopping.CancelAsync();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(LongestStop);
        await Task.WhenAll(_pumps.Select(pump => pump.DrainAsync(patience.Token)))
            .WaitAsync(patience.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _bus?.Dispose();
    }

    public ValueTask<DateTimeOffset?> NextDueAsync(DateTimeOffset now, CancellationToken cancellation) =>
        ValueTask.FromResult(Queues.Min(queue => queue.Messages.NextDue));

    public async Task<IReadOnlyList<DueRun>> RunDueAsync(CancellationToken cancellation)
    {
        _runs.Begin();
        foreach (var pump in _pumps)
            await pump.WaitUntilIdleAsync(cancellation);
        return _runs.Take();
    }

    public void Dispose()
    {
        _bus?.Dispose();
        foreach (var pump in _pumps)
            pump.Dispose();
        _stopping.Dispose();
    }

    private void OnMoved(object? sender, EventArgs e)
    {
        _runs.Begin();
        foreach (var queue in Queues)
            queue.Messages.Changed.Raise();
    }
}
