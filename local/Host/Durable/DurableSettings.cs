namespace Oversight.Local.Host.Durable;

/// <summary>
/// What the durable extension is configured with: what host.json says, what the application's settings say over it (as
/// on the platform), and last what only one machine wants: in Azure a poll costs money, and a hub's partitions are
/// fixed for its life.
/// </summary>
internal static class DurableSettings
{
    public const string StorageConnection = "AzureWebJobsStorage";
    private const string Section = "extensions:durableTask";
    private const string Platform = $"AzureFunctionsJobHost:{Section}";
    private const string JobHost = $"AzureWebJobs:{Section}";
    private const string DefaultHub = "oversight";

    public static IReadOnlyDictionary<string, string?> Read(
        string hostJson, IReadOnlyDictionary<string, string> settings, int port)
    {
        var host = new ConfigurationBuilder().AddJsonFile(hostJson).Build().GetSection(Section);
        var platform = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)))
            .Build().GetSection(Platform);
        var all = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase)
        { [$"{JobHost}:hubName"] = DefaultHub };
        var inOrder = host.AsEnumerable(makePathsRelative: true).Concat(Here)
            .Concat(platform.AsEnumerable(makePathsRelative: true));
        foreach (var (name, value) in inOrder)
        {
            if (value is not null)
                all[$"{JobHost}:{name}"] = value;
        }

        all[StorageConnection] = settings[StorageConnection];
        all["FUNCTIONS_WORKER_RUNTIME"] = "dotnet-isolated";
        // Set by container hosts in general; the extension would take itself to be in Azure and log in its own form.
        all["CONTAINER_NAME"] = "";
        all["WEBSITE_HOSTNAME"] = $"127.0.0.1:{port}";
        return all;
    }

    public static string Hub(IReadOnlyDictionary<string, string?> settings) => settings[$"{JobHost}:hubName"]!;

    private static IEnumerable<KeyValuePair<string, string?>> Here =>
    [
        new("storageProvider:connectionName", StorageConnection),
        new("storageProvider:partitionCount", "1"),
        new("storageProvider:useTablePartitionManagement", "true"),
        new("storageProvider:maxQueuePollingInterval", "00:00:00.2"),
        // The least there is: what a killed host held comes back after that.
        new("storageProvider:controlQueueVisibilityTimeout", "00:01:00"),
        new("storageProvider:workItemQueueVisibilityTimeout", "00:01:00"),
        new("extendedSessionsEnabled", "false"),
        // Nobody gathers traces here, and without an answer it asks at every start.
        new("tracing:distributedTracingEnabled", "true"),
        new("tracing:version", "None"),
    ];
}
