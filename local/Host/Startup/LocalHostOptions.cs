using Oversight.Local.Host.Emulator;
using Oversight.Local.Host.Worker;

namespace Oversight.Local.Host;

public sealed record LocalHostOptions
{
    /// <summary>On 127.0.0.1; 0: any free port.</summary>
    public int Port { get; init; } = 7071;

    public string DataFolder { get; init; } = ".local";

    /// <summary>Where the domain clock should stand at start; null: where the folder left it, or real time.</summary>
    public DateTimeOffset? Clock { get; init; }

    /// <summary>No demonstration data in a new folder.</summary>
    public bool Empty { get; init; }

    /// <summary>Which set of tables the application reads and writes: empty, or one that was restored.</summary>
    public string TableSet { get; init; } = "";

    /// <summary>
    /// Storage that somebody else starts and stops; null: an Azurite of the host's own, in the data folder.
    /// </summary>
    public string? StorageConnectionString { get; init; }

    /// <summary>Bytes under which the data folder's disk counts as full, asked again and again.</summary>
    public Func<DriveInfo, long> LowDiskSpace { get; init; } = DiskSpace.LowOn;

    /// <summary>Application settings on top of local.settings.json.</summary>
    public IReadOnlyDictionary<string, string?> Settings { get; init; } = new Dictionary<string, string?>();

    /// <summary>Null: the application of this repository.</summary>
    public HostedApplication? Application { get; init; }

    /// <summary>Null: a process of its own, as in Azure.</summary>
    public IWorkerLauncher? Worker { get; init; }

    /// <summary>Loads demonstration data into a new folder; null: by the application's own program.</summary>
    public Func<IProgress<string>, CancellationToken, Task>? Demonstration { get; init; }

    /// <summary>The repository's root: host.json, node_modules, settings.</summary>
    public string Root { get; init; } = RepositoryRoot.Find();

    /// <summary>Log lines and what goes on during start.</summary>
    public Action<ILoggingBuilder>? Logging { get; init; }

    public IProgress<string>? Progress { get; init; }
}
