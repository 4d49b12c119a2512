using System.Security.Cryptography;
using Oversight.Functions.Storage;
using Oversight.Providers.Import;

namespace Oversight.Functions.Providers;

/// <summary>The files of imports, as they came.</summary>
public sealed class ImportFiles(Blobs blobs)
{
    public const string Container = "imports";

    public static string HashOf(ReadOnlyMemory<byte> file) => Convert.ToHexStringLower(SHA256.HashData(file.Span));

    public Task KeepAsync(Id id, ReadOnlyMemory<byte> file, CancellationToken cancellation) =>
        blobs.WriteOnceAsync(Container, NameOf(id, HashOf(file)), BinaryData.FromBytes(file), "text/csv", cancellation);

    /// <summary>Null when it is gone, or is no table.</summary>
    public async Task<RegisterTable?> FindAsync(Id id, string hash, CancellationToken cancellation) =>
        await blobs.FindAsync(Container, NameOf(id, hash), cancellation) is { } file
            ? RegisterCsv.Read(file.ToMemory()).Table
            : null;

    private static string NameOf(Id id, string hash) => $"{id}/{hash}.csv";
}
