using System.Security.Cryptography;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Oversight.Functions.Storage;

/// <summary>Bytes in Blob Storage. Names are ours, never a user's; content is immutable once written.</summary>
public sealed class Blobs(StoreConnection store, BlobLinks links)
{
    private const string HashName = "sha256";

    /// <summary>
    /// Stores bytes under a name that is written once; the same bytes again are fine, other bytes are an error.
    /// </summary>
    public async Task<StoredBlob> WriteOnceAsync(
        string container, string name, BinaryData content, string contentType, CancellationToken cancellation)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(content.ToMemory().Span));
        var blob = await BlobAsync(container, name);
        var upload = new BlobUploadOptions
        {
            HttpHeaders = new BlobHttpHeaders { ContentType = contentType },
            Metadata = new Dictionary<string, string> { [HashName] = hash },
            Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All },
        };
        try
        {
            await blob.UploadAsync(content, upload, cancellation);
        }
        catch (RequestFailedException failure) when (failure.Status == 409)
        {
            var stored = (await blob.GetPropertiesAsync(cancellationToken: cancellation)).Value;
            if (!stored.Metadata.TryGetValue(HashName, out var storedHash) || storedHash != hash)
                throw new InvalidOperationException(
                    $"Blob {container}/{name} is already written with other content.", failure);
            await TouchAsync(blob, stored.Metadata, cancellation);
        }

        return new StoredBlob(container, name, content.ToMemory().Length, hash);
    }

    /// <summary>
    /// Young again: what an earlier request left behind and nobody referred to is somebody's now
    /// (<see cref="OrphanedFiles"/>).
    /// </summary>
    private static async Task TouchAsync(
        BlobClient blob, IDictionary<string, string> metadata, CancellationToken cancellation)
    {
        try
        {
            await blob.SetMetadataAsync(metadata, cancellationToken: cancellation);
        }
        catch (RequestFailedException failure) when (failure.ErrorCode == BlobErrorCode.BlobImmutableDueToPolicy)
        {
            // Then nobody can remove it either.
        }
    }

    public async Task<BinaryData?> FindAsync(string container, string name, CancellationToken cancellation)
    {
        try
        {
            var blob = await BlobAsync(container, name);
            return (await blob.DownloadContentAsync(cancellation)).Value.Content;
        }
        catch (RequestFailedException failure) when (failure.Status == 404)
        {
            return null;
        }
    }

    /// <summary>Removes the bytes for good (gallring); nothing happens when they are gone already.</summary>
    public async Task EraseAsync(string container, string name, CancellationToken cancellation)
    {
        var blob = await BlobAsync(container, name);
        await blob.DeleteIfExistsAsync(DeleteSnapshotsOption.IncludeSnapshots, cancellationToken: cancellation);
    }

    /// <summary>
    /// A read-only address of one blob that stops working after five real minutes; the browser is told to save it under
    /// <paramref name="fileName"/>.
    /// </summary>
    public async Task<Uri> LinkAsync(string container, string name, string fileName, CancellationToken cancellation) =>
        await links.CreateAsync(await BlobAsync(container, name), fileName, cancellation);

    private async Task<BlobClient> BlobAsync(string container, string name) =>
        (await store.ContainerAsync(container)).GetBlobClient(name);
}

public sealed record StoredBlob(string Container, string Name, long Length, string Sha256);
