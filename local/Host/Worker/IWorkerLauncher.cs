namespace Oversight.Local.Host.Worker;

/// <summary>
/// How a worker comes to life: a process of its own as in Azure, or, for tests that need its inside, this process.
/// </summary>
public interface IWorkerLauncher
{
    /// <summary>Where the functions' assemblies are.</summary>
    string Folder { get; }

    Task<ILaunchedWorker> LaunchAsync(WorkerLaunch launch, CancellationToken cancellation);
}

/// <summary>A worker that has been started. It is ready when it has described its functions over the channel.</summary>
public interface ILaunchedWorker : IAsyncDisposable
{
    /// <summary>Null: it has no process of its own.</summary>
    int? Pid { get; }

    /// <summary>Completes when it has ended, by whatever end, with what it said last.</summary>
    Task<string> Ended { get; }
}

/// <summary>What a worker is started with.</summary>
/// <param name="Endpoint">Where the host speaks the worker's protocol.</param>
/// <param name="Settings">Application settings, with a colon between levels.</param>
/// <param name="Clock">The domain clock.</param>
/// <param name="ClockFile">The same clock for other processes (<see cref="Clock.SharedOffset"/>).</param>
public sealed record WorkerLaunch(
    Uri Endpoint, string WorkerId, IReadOnlyDictionary<string, string> Settings, TimeProvider Clock, string ClockFile);
