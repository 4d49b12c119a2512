using Microsoft.Azure.Functions.Worker;
using Oversight.Functions;
using Oversight.Local.Host.Emulator;

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

    /// <summary>Storage that somebody else starts and stops; null: an Azurite of the host's own, in the data folder.</summary>
    public string? StorageConnectionString { get; init; }

    /// <summary>Bytes under which the data folder's disk counts as full, asked again and again.</summary>
    public Func<DriveInfo, long> LowDiskSpace { get; init; } = DiskSpace.LowOn;

    /// <summary>Application settings on top of local.settings.json.</summary>
    public IReadOnlyDictionary<string, string?> Settings { get; init; } = new Dictionary<string, string?>();

    public HostedApplication Application { get; init; } = HostedApplication.Oversight;

    /// <summary>The repository's root: host.json, node_modules, settings.</summary>
    public string Root { get; init; } = RepositoryRoot.Find();

    /// <summary>Log lines and what goes on during start.</summary>
    public Action<ILoggingBuilder>? Logging { get; init; }

    public IProgress<string>? Progress { get; init; }
}

/// <summary>What a worker would be: function classes, their services and their middleware.</summary>
public sealed record HostedApplication(
    IReadOnlyList<Type> FunctionTypes,
    Action<IServiceCollection, IConfiguration> AddServices,
    Action<IFunctionsWorkerApplicationBuilder> UseMiddleware)
{
    public static HostedApplication Oversight { get; } = new(
        typeof(OversightServices).Assembly.GetTypes(),
        (services, configuration) => services.AddOversight(configuration),
        pipeline => pipeline.UseOversight());
}
