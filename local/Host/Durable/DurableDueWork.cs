using System.Collections.Concurrent;
using Oversight.Local.Host.Clock;

namespace Oversight.Local.Host.Durable;

/// <summary>
/// Lets the clock go on when the engine is idle. It names no instant: no domain date rests on a durable timer
/// (those run on real time); timers of the application wake what is due.
/// </summary>
internal sealed class DurableDueWork(DurableEngine engine, DomainClock clock) : IHostedService, IDueWork
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(100);
    private readonly ConcurrentDictionary<(string Function, string? Failure), DateTimeOffset> _ran = new();
    private volatile bool _gathering;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        engine.Ran += Note;
        clock.Moved += OnMoved;
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        engine.Ran -= Note;
        clock.Moved -= OnMoved;
        return Task.CompletedTask;
    }

    public ValueTask<DateTimeOffset?> NextDueAsync(DateTimeOffset now, CancellationToken cancellation) =>
        ValueTask.FromResult<DateTimeOffset?>(null);

    /// <summary>
    /// One line for each function and way of failing, however often it ran: a thousand orchestrations may wake at one
    /// instant.
    /// </summary>
    public async Task<IReadOnlyList<DueRun>> RunDueAsync(CancellationToken cancellation)
    {
        if (engine.Queues is not { } queues)
            return [];
        _gathering = true;
        for (var pause = FirstPause; !await IsIdleAsync(queues, cancellation);
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
            await Task.Delay(pause, cancellation);
        List<DueRun> ran = [];
        foreach (var key in _ran.Keys)
        {
            if (_ran.TryRemove(key, out var at))
                ran.Add(new(key.Function, at, key.Failure));
        }

        _gathering = ran.Count > 0;
        return ran;
    }

    private async Task<bool> IsIdleAsync(DurableQueues queues, CancellationToken cancellation)
    {
        var before = engine.Activity;
        return before.Running == 0 && await queues.AreEmptyAsync(cancellation) && engine.Activity == before;
    }

    private void Note(string function, string? failure)
    {
        if (_gathering)
            _ran.TryAdd((function, failure), clock.GetUtcNow());
    }

    private void OnMoved(object? sender, EventArgs e) => _gathering = true;
}
