using Microsoft.Azure.WebJobs;
using Microsoft.Azure.WebJobs.Extensions.DurableTask;
using Microsoft.Azure.WebJobs.Host;
using Microsoft.Azure.WebJobs.Host.Config;
using Newtonsoft.Json;
using Oversight.Local.Host.Machine;
using Oversight.Local.Host.Rpc;
using Oversight.Local.Host.Worker;

namespace Oversight.Local.Host.Durable;

/// <summary>
/// The official durable extension in an ordinary JobHost. It schedules; the functions themselves run in the worker.
/// When it does not start, the rest of the host lives on without it.
/// </summary>
internal sealed partial class DurableEngine : IAsyncDisposable
{
    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(3);
    private readonly FunctionWorker _worker;
    private readonly TimeProvider _clock;
    private readonly ILogger _log;
    private readonly Dictionary<string, (HostedFunction Function, Binding Trigger)> _functions;
    private readonly CancellationTokenSource _stopping = new();
    private IHost? _jobs;
    private int _running;
    private long _started;

    private DurableEngine(
        IEnumerable<(HostedFunction Function, Binding Trigger)> functions, FunctionWorker worker, TimeProvider clock,
        ILogger log)
    {
        (_worker, _clock, _log) = (worker, clock, log);
        _functions = functions.ToDictionary(found => found.Function.Name, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Raised when an orchestrator, activity or entity has run: name and kind of failure.</summary>
    public event Action<string, string?>? Ran;

    /// <summary>Null: the application has nothing durable, or the engine did not start.</summary>
    public DurableQueues? Queues { get; private set; }

    /// <summary>Why it is not running; null: it runs, or has nothing to run.</summary>
    public string? Failure { get; private set; }

    /// <summary>How many durable functions run now, and how many have been started since the beginning.</summary>
    public (int Running, long Started) Activity => (Volatile.Read(ref _running), Interlocked.Read(ref _started));

    /// <summary>
    /// Starts it if the application has orchestrators, activities or entities. It never fails (<see cref="Failure"/>).
    /// </summary>
    public static async Task<DurableEngine> StartAsync(
        DurableOptions options,
        IReadOnlyDictionary<string, string> settings,
        FunctionCatalogue catalogue,
        FunctionWorker worker,
        TimeProvider clock,
        ILoggerFactory logs,
        CancellationToken cancellation)
    {
        var functions = DurableMethods.Of(catalogue);
        var engine = new DurableEngine(functions, worker, clock, logs.CreateLogger<DurableEngine>());
        if (functions.Count == 0)
        {
            worker.DurableClient.Fail("The application has no orchestrators, so no durable engine was started.");
            return engine;
        }

        try
        {
            await engine.StartAsync(options, settings, logs, cancellation);
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
        {
            engine.Failure = failure.Message;
            engine.LogNotStarted(failure);
            options.Progress?.Report(
                $"Orkestreringarna kom inte i gång: {failure.Message} Resten av systemet går ändå.");
            worker.DurableClient.Fail($"The durable engine did not start: {failure.Message}");
        }

        return engine;
    }

    /// <summary>What runs is given a moment; what it had not finished comes back at the next start.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        if (_jobs is { } jobs)
        {
            var stop = Task.Run(async () =>
            {
                await jobs.StopAsync(CancellationToken.None);
                await ((IAsyncDisposable)jobs).DisposeAsync();
            });
            await stop.WaitAsync(LongestStop, _clock).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (stop.Exception is { } failure)
                LogNotStopped(failure);
        }

        _stopping.Dispose();
    }

    private async Task StartAsync(
        DurableOptions options, IReadOnlyDictionary<string, string> settings, ILoggerFactory logs,
        CancellationToken cancellation)
    {
        var configuration = DurableSettings.Read(options.HostFile, settings, options.Port);
        var methods = DurableMethods.Emit(_functions.Values, InvokeAsync, TakeClientAsync);
        var putAway = new PutAwayMessages(_clock);
        _jobs = new HostBuilder()
            .ConfigureWebJobs(jobs => jobs.AddDurableTask())
            // Last: over the environment, which ConfigureWebJobs reads.
            .ConfigureAppConfiguration(builder => builder.AddInMemoryCollection(configuration))
            .ConfigureServices(services => services
                .AddSingleton<IHostLifetime, OwnLifetime>()
                .AddSingleton(putAway.Reading(logs))
                .AddSingleton<ITypeLocator>(methods)
                .AddWebHooks(new($"http://127.0.0.1:{options.Port}/runtime/webhooks/durabletask")))
            .Build();
        await _jobs.StartAsync(cancellation);
        var jobs = _jobs.Services.GetRequiredService<IJobHost>();
        await jobs.CallAsync(DurableMethods.Client, new Dictionary<string, object>(), cancellation);
        Queues = new(settings[DurableSettings.StorageConnection], DurableSettings.Hub(configuration), putAway);
    }

    private async Task<object?> InvokeAsync(string name, string input)
    {
        var (function, trigger) = _functions[name];
        Interlocked.Increment(ref _started);
        Interlocked.Increment(ref _running);
        string? failure = null;
        try
        {
            var answer = await _worker.InvokeAsync(
                function, [new ParameterBinding { Name = trigger.Name, Data = new TypedData { String = input ?? "" } }],
                _stopping.Token);
            return Value(answer.ReturnValue);
        }
        catch (Exception error)
        {
            failure = InvocationFailedException.KindOf(error);
            throw;
        }
        finally
        {
            Interlocked.Decrement(ref _running);
            Ran?.Invoke(name, failure);
        }
    }

    private Task TakeClientAsync(string name, string data)
    {
        _worker.DurableClient.Set(data);
        return Task.CompletedTask;
    }

    private static object? Value(TypedData? data) => data?.DataCase switch
    {
        TypedData.DataOneofCase.String => data.String,
        TypedData.DataOneofCase.Json => JsonConvert.DeserializeObject(data.Json),
        TypedData.DataOneofCase.Int => data.Int,
        TypedData.DataOneofCase.Double => data.Double,
        TypedData.DataOneofCase.Bytes => data.Bytes.ToByteArray(),
        _ => null,
    };

    [LoggerMessage(9401, LogLevel.Error,
        "The durable engine did not start; what the application does over time stands still")]
    private partial void LogNotStarted(Exception failure);

    [LoggerMessage(9402, LogLevel.Warning, "The durable engine did not stop in order")]
    private partial void LogNotStopped(Exception failure);
}
