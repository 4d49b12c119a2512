using Azure.Messaging.ServiceBus;
using Oversight.Local.Host.Clock;
using Oversight.Local.Host.Http;
using Oversight.Local.Host.Worker;
using Oversight.Local.ServiceBus;

namespace Oversight.Local.Host.Messaging;

/// <summary>Starts the functions that wait for messages, and says when nothing more is due.</summary>
internal sealed class LocalMessages(
    Broker broker,
    HostSettings settings,
    FunctionCatalogue catalogue,
    FunctionWorker worker,
    HeldMessages held,
    DomainClock clock,
    ILogger<LocalMessages> logger) : IHostedService, IDueWork, IAsyncDisposable
{
    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(5);
    private readonly DueRuns _runs = new();
    private readonly ServiceBusClient _client = new(broker.ConnectionString);
    private IReadOnlyList<MessagePump> _pumps = [];

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        _pumps = [.. MessageTrigger.Of(catalogue, settings)
            .Select(trigger =>
                new MessagePump(trigger, _client, settings.MaxConcurrentCalls, worker, held, _runs, logger))];
        clock.Moved += OnMoved;
        foreach (var pump in _pumps)
            await pump.StartAsync(cancellationToken);
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        clock.Moved -= OnMoved;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(LongestStop);
        await Task.WhenAll(_pumps.Select(pump => pump.StopAsync(patience.Token)))
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public ValueTask<DateTimeOffset?> NextDueAsync(DateTimeOffset now, CancellationToken cancellation) =>
        ValueTask.FromResult(broker.NextDue);

    public async Task<IReadOnlyList<DueRun>> RunDueAsync(CancellationToken cancellation)
    {
        _runs.Begin();
        while (!broker.IsIdle || worker.Running > 0)
            await Task.Delay(BetweenLooks, cancellation);
        return _runs.Take();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var pump in _pumps)
            await pump.DisposeAsync();
        await _client.DisposeAsync();
    }

    private void OnMoved(object? sender, EventArgs e)
    {
        _runs.Begin();
        broker.ClockMoved();
    }
}
