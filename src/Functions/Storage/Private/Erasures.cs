using Azure.Storage.Blobs.Models;

namespace Oversight.Functions.Storage;

/// <summary>
/// What was erased (gallring), and when: kept in a container of its own, outside the tables, so that a restore from an
/// older export does not bring it back. Says which entry of which stream, and nothing of what stood there.
/// </summary>
public sealed class Erasures(StoreConnection store, Blobs blobs, PlatformClock clock)
{
    private const string Container = "erasures";

    /// <param name="name">Null: everything that was kept for the stream until now.</param>
    internal async Task NoteAsync(string streamId, string? name, CancellationToken cancellation)
    {
        var erasure = new Erasure(streamId, name, clock.Now);
        await blobs.WriteOnceAsync(
            Container, $"{streamId}/{Guid.CreateVersion7(erasure.At):N}.json",
            BinaryData.FromString(StoredJson.Write(erasure, typeof(Erasure))), "application/json", cancellation);
    }

    /// <summary>All there ever were.</summary>
    internal async Task<IReadOnlyList<Erasure>> ReadAsync(CancellationToken cancellation)
    {
        var container = await store.ContainerAsync(Container);
        var erasures = new List<Erasure>();
        await foreach (var blob in container.GetBlobsAsync(new GetBlobsOptions(), cancellation))
        {
            if (await blobs.FindAsync(Container, blob.Name, cancellation) is { } content)
                erasures.Add(StoredJson.Read<Erasure>(content.ToString()));
        }

        return erasures;
    }
}

/// <summary>Stored. What stood under the name at that time is gone; what was written later is not meant.</summary>
internal sealed record Erasure(string StreamId, string? Name, DateTimeOffset At);
