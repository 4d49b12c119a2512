using Azure;
using Azure.Storage.Blobs.Models;
using Microsoft.Extensions.Logging;

namespace Oversight.Functions.Storage;

/// <summary>
/// Removes files that were written for a command that never came. Asked of a stream whose mark was left behind by such
/// a command; reads only the files of that stream.
/// </summary>
public sealed class OrphanedFiles(
    StoreConnection store, StreamTable streams, PlatformClock clock, ILogger<OrphanedFiles> logger)
{
    /// <summary>Longer than a request can live: an older file waits for nobody.</summary>
    private static readonly TimeSpan OldAfter = TimeSpan.FromMinutes(10);

    /// <returns>How many went.</returns>
    internal async Task<int> SweepAsync(IStreamKind kind, string streamId, CancellationToken cancellation)
    {
        var swept = 0;
        foreach (var container in kind.Containers)
        {
            var client = await store.ContainerAsync(container);
            var options = new GetBlobsOptions { Prefix = $"{StreamIds.IdOf(streamId)}/" };
            var files = await client.GetBlobsAsync(options, cancellation).ToListAsync(cancellation);
            // The files are listed before the stream is read: one that a command wrote meanwhile is not among them, and
            // one that it found standing has been touched (Blobs.WriteOnceAsync), so that it is not removed.
            var stream = await streams.LoadAsync(streamId, withKeys: false, cancellation);
            foreach (var file in files.Where(
                file => file.Properties.LastModified + OldAfter < clock.Now && !IsReferred(stream, file.Name)))
                swept += await TryRemoveAsync(client.GetBlobClient(file.Name), file.Properties.ETag, cancellation)
                    ? 1
                    : 0;
        }

        if (swept > 0)
            StorageLog.FilesSwept(logger, swept, streamId);
        return swept;
    }

    /// <summary>Events name a file by its whole name, or by the hash that its name ends with.</summary>
    private static bool IsReferred(StoredStream stream, string name) => stream.Events.Any(happened =>
        happened.Payload.Contains(Path.GetFileNameWithoutExtension(name), StringComparison.Ordinal));

    private static async Task<bool> TryRemoveAsync(
        Azure.Storage.Blobs.BlobClient file, ETag? seen, CancellationToken cancellation)
    {
        try
        {
            await file.DeleteAsync(
                DeleteSnapshotsOption.IncludeSnapshots, new BlobRequestConditions { IfMatch = seen }, cancellation);
            return true;
        }
        catch (RequestFailedException failure) when (failure.Status is 404 or 412)
        {
            return false;
        }
    }
}
