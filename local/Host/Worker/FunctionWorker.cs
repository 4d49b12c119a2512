using Grpc.Core;
using Oversight.Local.Host.Machine;
using Oversight.Local.Host.Rpc;

namespace Oversight.Local.Host.Worker;

/// <summary>
/// The worker as the rest of the host sees it: functions that can be invoked. When it goes away another one is started;
/// who asks meanwhile waits a while.
/// </summary>
internal sealed partial class FunctionWorker(IWorkerLauncher launcher, TimeProvider clock, ILoggerFactory logs)
    : IAsyncDisposable
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(10);
    private readonly ILogger _log = logs.CreateLogger<FunctionWorker>();
    private readonly CancellationTokenSource _stopping = new();
    private readonly Lock _lock = new();
    private TaskCompletionSource<WorkerSession> _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource<FunctionCatalogue> _described =
        new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ILaunchedWorker? _launched;
    private string _workerId = "";
    private Task _watching = Task.CompletedTask;
    private int _running;

    /// <summary>How many functions run that were not started by a request over HTTP.</summary>
    public int Running => Volatile.Read(ref _running);

    public DurableClientData DurableClient { get; } = new();

    /// <summary>Starts the first worker and waits for its functions.</summary>
    /// <exception cref="StartRefusedException">It ended instead; the message has what it said.</exception>
    public async Task<FunctionCatalogue> StartAsync(Func<string, WorkerLaunch> launch, CancellationToken cancellation)
    {
        await LaunchAsync(launch, cancellation);
        var ended = _launched!.Ended;
        if (await Task.WhenAny(_described.Task, ended).WaitAsync(cancellation) == ended)
        {
            // What it says at its end may come a moment before the answer that made it end.
            throw new StartRefusedException(
                $"Funktionerna kom inte i gång. Det sista de sade:{Environment.NewLine}{await ended}");
        }

        _watching = WatchAsync(launch);
        return await _described.Task;
    }

    /// <summary>
    /// The session of the connection that presents the id of the worker that was started last; null: not ours.
    /// </summary>
    public WorkerSession? Accept(string workerId)
    {
        lock (_lock)
            return workerId == _workerId ? new WorkerSession(Log) : null;
    }

    public async Task RunAsync(
        WorkerSession session, IAsyncStreamReader<StreamingMessage> incoming,
        IAsyncStreamWriter<StreamingMessage> outgoing, CancellationToken cancellation)
    {
        var starting = IntroduceAsync(session);
        await session.RunAsync(incoming, outgoing, cancellation);
        lock (_lock)
        {
            if (_ready.Task.IsCompleted)
                _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        await starting;
    }

    public Task<WorkerSession> SessionAsync(CancellationToken cancellation)
    {
        lock (_lock)
            return _ready.Task.IsCompletedSuccessfully
                ? _ready.Task
                : _ready.Task.WaitAsync(LongestWait, clock, cancellation);
    }

    /// <summary>Runs a function that no request waits for.</summary>
    /// <exception cref="InvocationFailedException">The function failed.</exception>
    /// <exception cref="WorkerProcessExitException">The worker went away; whether the function ran is not
    /// known.</exception>
    public async Task<InvocationResponse> InvokeAsync(
        HostedFunction function, IEnumerable<ParameterBinding> inputs, CancellationToken cancellation)
    {
        Interlocked.Increment(ref _running);
        try
        {
            var session = await SessionAsync(cancellation);
            var request = await NewRequestAsync(function);
            request.InputData.AddRange(inputs);
            return await session.InvokeAsync(request, cancellation);
        }
        catch (TimeoutException late)
        {
            throw new WorkerProcessExitException($"No worker within {LongestWait.TotalSeconds} s: {late.Message}");
        }
        finally
        {
            Interlocked.Decrement(ref _running);
        }
    }

    /// <summary>
    /// A request with what a function is given whatever started it; its trigger's own input is the caller's.
    /// </summary>
    /// <exception cref="DurableEngineAwayException">It asks for the durable client, and no engine runs.</exception>
    public async Task<InvocationRequest> NewRequestAsync(HostedFunction function)
    {
        var request = new InvocationRequest
        {
            InvocationId = Guid.NewGuid().ToString(),
            FunctionId = function.Metadata.FunctionId,
            TraceContext = new() { TraceParent = System.Diagnostics.Activity.Current?.Id ?? "" },
        };
        if (function.Find("durableClient") is { } client)
            request.InputData.Add(new ParameterBinding
            { Name = client.Name, Data = new TypedData { String = await DurableClient.GetAsync() } });
        return request;
    }

    /// <summary>Asked to end, and made to end when it does not.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        if (_ready.Task.IsCompletedSuccessfully)
            (await _ready.Task).Terminate(Grace);
        if (_launched is { } launched)
        {
            await ((Task)launched.Ended).WaitAsync(Grace, clock).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await launched.DisposeAsync();
        }

        await _watching.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stopping.Dispose();
    }

    private async Task LaunchAsync(Func<string, WorkerLaunch> launch, CancellationToken cancellation)
    {
        var id = Guid.NewGuid().ToString();
        lock (_lock)
            _workerId = id;
        _launched = await launcher.LaunchAsync(launch(id), cancellation);
    }

    private async Task IntroduceAsync(WorkerSession session)
    {
        try
        {
            var functions = (await session.StartAsync(launcher.Folder)).Select(HostedFunction.Of).ToList();
            lock (_lock)
            {
                if (!_described.Task.IsCompleted)
                    _described.TrySetResult(FunctionCatalogue.Of(functions));
                _ready.TrySetResult(session);
            }
        }
        catch (Exception failure)
        {
            LogNotIntroduced(failure);
            _described.TrySetException(failure is StartRefusedException ? failure : new StartRefusedException(
                $"Funktionerna gick inte att ladda: {failure.Message}", failure));
        }
    }

    private async Task WatchAsync(Func<string, WorkerLaunch> launch)
    {
        var pause = TimeSpan.FromMilliseconds(200);
        while (!_stopping.IsCancellationRequested)
        {
            var started = clock.GetTimestamp();
            var last = await _launched!.Ended.WaitAsync(_stopping.Token);
            LogEnded(_launched.Pid, last);
            await _launched.DisposeAsync();
            pause = clock.GetElapsedTime(started) > LongestPause
                ? TimeSpan.FromMilliseconds(200)
                : Shorter(pause * 2, LongestPause);
            await Task.Delay(pause, clock, _stopping.Token);
            await LaunchAsync(launch, _stopping.Token);
        }
    }

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private void Log(RpcLog entry)
    {
        if (entry.LogCategory == RpcLog.Types.RpcLogCategory.CustomMetric)
            return;
        var logger = logs.CreateLogger(entry.Category is { Length: > 0 } category ? category : "Worker");
        var level = (LogLevel)(int)entry.Level;
        if (!logger.IsEnabled(level))
            return;
        var failure = entry.Exception is { } exception
            ? $" {exception.Message}{Environment.NewLine}{exception.StackTrace}"
            : "";
#pragma warning disable CA2254, CA1848 // The text was made in the worker.
        logger.Log(level, "{Text}", entry.Message + failure);
#pragma warning restore CA2254, CA1848
    }

    [LoggerMessage(9501, LogLevel.Error,
        "The worker (process {Pid}) ended and another is started. It said last: {Last}")]
    private partial void LogEnded(int? pid, string last);

    [LoggerMessage(9502, LogLevel.Error, "The worker could not be introduced")]
    private partial void LogNotIntroduced(Exception failure);
}
