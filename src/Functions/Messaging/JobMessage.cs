using System.Text.Json;
using Oversight.Functions.Storage;

namespace Oversight.Functions.Messaging;

/// <summary>What the queue <c>jobs</c> carries: one part of the system's own work, small enough for a minute.</summary>
/// <param name="Type">Which handler: <c>rebuild</c>. A contract.</param>
/// <param name="Version">Shape of the payload; raised when it changes.</param>
/// <param name="Payload">The handler's own record as JSON; never personal data.</param>
public sealed record JobMessage(string Type, int Version, JsonElement Payload)
{
    public static JobMessage For<T>(string type, int version, T payload) =>
        new(type, version, JsonSerializer.SerializeToElement(payload, StoredJson.Options));

    /// <summary>The payload; one that does not fit is poison.</summary>
    public T Read<T>() => MessageJson.Read<T>(() => Payload.Deserialize<T>(StoredJson.Options));
}

/// <summary>
/// Carries out one type of job. Delivered at least once: the same job may come again, also while the first still runs.
/// </summary>
public interface IJobHandler
{
    /// <summary>The <see cref="JobMessage.Type"/> it takes.</summary>
    string Type { get; }

    /// <summary>The versions of the payload it can read.</summary>
    IReadOnlyCollection<int> Versions { get; }

    Task HandleAsync(JobMessage job, CancellationToken cancellation);
}
