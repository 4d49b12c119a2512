using System.Security.Cryptography;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Oversight.Functions.Storage;

namespace Oversight.Functions.Maintenance.Exports;

/// <summary>
/// Container <c>exports</c>: a folder of parts for each export and, last, its manifest among the manifests. What has
/// none is half.
/// </summary>
public sealed class ExportStore(StoreConnection store, Blobs blobs)
{
    internal const string Container = "exports";
    private const string Manifests = "manifests";
    private const string Progress = "progress.json";

    /// <summary>Ids of the whole exports, the latest first.</summary>
    public async Task<IReadOnlyList<string>> WholeAsync(CancellationToken cancellation) =>
        [.. (await NamesAsync($"{Manifests}/", cancellation)).Select(Path.GetFileNameWithoutExtension).OfType<string>()
            .OrderDescending(StringComparer.Ordinal)];

    /// <summary>Ids of all that have parts, also those that are half.</summary>
    internal async Task<IReadOnlyList<string>> AllAsync(CancellationToken cancellation) =>
        [.. (await NamesAsync("", cancellation)).Where(name => name.Contains('/', StringComparison.Ordinal))
            .Select(name => name[..name.IndexOf('/', StringComparison.Ordinal)])
            .Where(folder => folder != Manifests).Distinct().Order(StringComparer.Ordinal)];

    /// <exception cref="InvalidDataException">It does not agree with its checksum.</exception>
    internal async Task<ExportManifest?> FindAsync(string id, CancellationToken cancellation)
    {
        var blob = await BlobAsync(ManifestOf(id));
        try
        {
            var read = (await blob.DownloadContentAsync(cancellation)).Value;
            var bytes = read.Content.ToMemory();
            if (!read.Details.Metadata.TryGetValue("sha256", out var noted) || noted != Hash(bytes.Span))
                throw new InvalidDataException($"The manifest of {id} does not agree with its checksum.");
            return StoredJson.Read<ExportManifest>(read.Content.ToString());
        }
        catch (RequestFailedException failure) when (failure.Status == 404)
        {
            return null;
        }
    }

    internal Task WriteAsync(ExportManifest manifest, CancellationToken cancellation) => blobs.WriteOnceAsync(
        Container, ManifestOf(manifest.Id),
        BinaryData.FromString(StoredJson.Write(manifest, typeof(ExportManifest))), "application/json", cancellation);

    /// <summary>Overwrites what a run that broke off has left.</summary>
    internal async Task<ExportPart> WritePartAsync(
        string id, string table, int number, int rows, byte[] content, CancellationToken cancellation)
    {
        var name = $"{table}-{number:D5}.jsonl.gz";
        await (await BlobAsync($"{id}/{name}")).UploadAsync(
            BinaryData.FromBytes(content), overwrite: true, cancellation);
        return new ExportPart(name, table, rows, content.Length, Hash(content));
    }

    /// <exception cref="InvalidDataException">It is not there, or not as it was written.</exception>
    internal async Task<byte[]> ReadPartAsync(string id, ExportPart part, CancellationToken cancellation)
    {
        var content = (await blobs.FindAsync(Container, $"{id}/{part.Name}", cancellation))?.ToArray()
            ?? throw new InvalidDataException($"{part.Name} of {id} is missing.");
        return content.Length == part.Bytes && Hash(content) == part.Sha256
            ? content
            : throw new InvalidDataException($"{part.Name} of {id} does not agree with its checksum.");
    }

    /// <summary>The export that is half, with the tag of its checkpoint.</summary>
    internal async Task<(ExportProgress Progress, ETag Tag)?> UnderWayAsync(CancellationToken cancellation)
    {
        try
        {
            var read = (await (await BlobAsync(Progress)).DownloadContentAsync(cancellation)).Value;
            return (StoredJson.Read<ExportProgress>(read.Content.ToString()), read.Details.ETag);
        }
        catch (RequestFailedException failure) when (failure.Status == 404)
        {
            return null;
        }
    }

    /// <param name="known">Null: there is none yet.</param>
    /// <returns>Null: another run was first.</returns>
    internal async Task<ETag?> TrySaveAsync(ExportProgress progress, ETag? known, CancellationToken cancellation)
    {
        var upload = new BlobUploadOptions
        {
            Conditions = known is { } tag
                ? new BlobRequestConditions { IfMatch = tag }
                : new BlobRequestConditions { IfNoneMatch = ETag.All },
        };
        try
        {
            var content = BinaryData.FromString(StoredJson.Write(progress, typeof(ExportProgress)));
            return (await (await BlobAsync(Progress)).UploadAsync(content, upload, cancellation)).Value.ETag;
        }
        catch (RequestFailedException failure) when (failure.Status is 409 or 412)
        {
            return null;
        }
    }

    internal async Task EndAsync(CancellationToken cancellation) =>
        await (await BlobAsync(Progress)).DeleteIfExistsAsync(cancellationToken: cancellation);

    /// <summary>The manifest first: what is half gone is no export.</summary>
    internal async Task DeleteAsync(string id, CancellationToken cancellation)
    {
        await blobs.EraseAsync(Container, ManifestOf(id), cancellation);
        foreach (var name in await NamesAsync($"{id}/", cancellation))
            await blobs.EraseAsync(Container, name, cancellation);
    }

    private static string ManifestOf(string id) => $"{Manifests}/{id}.json";

    private static string Hash(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));

    private async Task<IReadOnlyList<string>> NamesAsync(string prefix, CancellationToken cancellation)
    {
        var container = await store.ContainerAsync(Container);
        return await container.GetBlobsAsync(new GetBlobsOptions { Prefix = prefix }, cancellation)
            .Select(blob => blob.Name).ToListAsync(cancellation);
    }

    private async Task<BlobClient> BlobAsync(string name) =>
        (await store.ContainerAsync(Container)).GetBlobClient(name);
}
