using System.Text.Json;

namespace Oversight.Local.Host.Messaging;

/// <summary>The queues of the namespace, as infra/ makes them in Azure: local/servicebus.json.</summary>
internal sealed record QueueSettings(string Name, int MaxDeliveryCount)
{
    private const int PlatformDefault = 10;

    /// <summary>Those of the file, and those that a function waits for though the file does not name them.</summary>
    public static IReadOnlyList<QueueSettings> Read(string path, IEnumerable<string> awaited)
    {
        var named = JsonSerializer.Deserialize<File>(System.IO.File.ReadAllText(path),
            JsonSerializerOptions.Web)!.Queues;
        var unnamed = awaited.Except(named.Select(queue => queue.Name), StringComparer.OrdinalIgnoreCase);
        return [.. named, .. unnamed.Select(name => new QueueSettings(name, PlatformDefault))];
    }

    private sealed record File(IReadOnlyList<QueueSettings> Queues);
}
