using Oversight.Local.Host.Clock;
using Oversight.Local.Host.Machine;
using Oversight.Local.Host.Worker;

namespace Oversight.Local.Host.Timers;

/// <summary>
/// Runs the functions that a schedule starts, as time goes and as the clock is moved; one at a time, in order of when
/// they were due.
/// </summary>
internal sealed partial class LocalTimers(
    FunctionCatalogue catalogue,
    FunctionWorker worker,
    TimerStore store,
    DomainClock clock,
    IConfiguration configuration,
    ILogger<LocalTimers> logger) : IHostedService, IDueWork, IDisposable
{
    private static readonly TimeSpan LongestSleep = TimeSpan.FromHours(1);
    private readonly CancellationTokenSource _stopping = new();
    private readonly SemaphoreSlim _oneAtATime = new(1);
    private readonly SemaphoreSlim _moved = new(0);
    private readonly DueRuns _runs = new();
    private IReadOnlyList<LocalTimer> _timers = [];
    private Task _running = Task.CompletedTask;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        _timers = [.. catalogue.With("timerTrigger").Select(f => Describe(f.Function, f.Trigger))];
        await store.OpenAsync(cancellationToken);
        foreach (var timer in _timers)
        {
            var status = timer.Start(await store.FindAsync(timer.Function.Name, cancellationToken), clock.GetUtcNow());
            await store.SaveAsync(timer.Function.Name, status, cancellationToken);
        }

        clock.Moved += OnMoved;
        _running = Task.Run(() => RunAsync(_stopping.Token), CancellationToken.None);
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        clock.Moved -= OnMoved;
        await _stopping.CancelAsync();
        await _running.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>
    /// Frequent timers are not named: they run at the instants that others name
    /// (<see cref="TimerSchedule.IsFrequent"/>).
    /// </summary>
    public ValueTask<DateTimeOffset?> NextDueAsync(DateTimeOffset now, CancellationToken cancellation) =>
        ValueTask.FromResult(_timers.Where(t => !t.Schedule.IsFrequent).Select(t => (DateTimeOffset?)t.Next).Min());

    public async Task<IReadOnlyList<DueRun>> RunDueAsync(CancellationToken cancellation)
    {
        _runs.Begin();
        await RunAllDueAsync(cancellation);
        return _runs.Take();
    }

    public void Dispose()
    {
        _stopping.Dispose();
        _oneAtATime.Dispose();
        _moved.Dispose();
    }

    private LocalTimer Describe(HostedFunction function, Binding trigger) => new(
        function,
        trigger.Name,
        TimerSchedule.Parse(function.Name, Resolve(trigger.Text("schedule") ?? "")),
        trigger.Flag("runOnStartup") ?? false);

    /// <summary><c>%Name%</c> stands for a setting, as on the platform.</summary>
    private string Resolve(string schedule) => schedule is ['%', .. var name, '%']
        ? configuration[name.Replace("__", ":", StringComparison.Ordinal)]
            ?? throw new StartRefusedException($"Inställningen {name} saknas.")
        : schedule;

    private async Task RunAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            await RunAllDueAsync(stopping);
            var sleep = _timers.Count == 0 ? LongestSleep : _timers.Min(t => t.Next) - clock.GetUtcNow();
            if (sleep > TimeSpan.Zero)
                await _moved.WaitAsync(sleep < LongestSleep ? sleep : LongestSleep, stopping);
        }
    }

    private async Task RunAllDueAsync(CancellationToken cancellation)
    {
        await _oneAtATime.WaitAsync(cancellation);
        try
        {
            while (_timers.Where(t => t.Next <= clock.GetUtcNow()).MinBy(t => t.Next) is { } timer)
                await RunAsync(timer);
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    /// <summary>A run ends with the host, not with whoever asked for the clock to be moved.</summary>
    private async Task RunAsync(LocalTimer timer)
    {
        var (due, began) = (timer.Next, clock.GetUtcNow());
        string? failure = null;
        try
        {
            await worker.InvokeAsync(timer.Function, [timer.Input()], _stopping.Token);
        }
        catch (Exception error) when (!_stopping.IsCancellationRequested)
        {
            // As on the platform: a timer that failed is not repeated before its next time.
            failure = InvocationFailedException.KindOf(error);
            LogFailed(error, timer.Function.Name);
        }

        _runs.Add(new DueRun(timer.Function.Name, due, failure));
        await RememberAsync(timer.Function.Name, timer.Ran(began, clock.GetUtcNow()));
    }

    private async Task RememberAsync(string function, TimerStatus status)
    {
        try
        {
            await store.SaveAsync(function, status, _stopping.Token);
        }
        catch (Exception error) when (!_stopping.IsCancellationRequested)
        {
            LogNotRemembered(error, function);
        }
    }

    private void OnMoved(object? sender, EventArgs e)
    {
        _runs.Begin();
        _moved.Release();
    }

    [LoggerMessage(9201, LogLevel.Error, "Timer {Function} failed")]
    private partial void LogFailed(Exception failure, string function);

    [LoggerMessage(9202, LogLevel.Warning, "That timer {Function} has run could not be written down")]
    private partial void LogNotRemembered(Exception failure, string function);
}
