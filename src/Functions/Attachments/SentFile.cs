using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace Oversight.Functions.Attachments;

/// <summary>A file as it was sent.</summary>
public sealed record SentFile(string Name, BinaryData Content)
{
    public string Sha256 { get; } = Convert.ToHexStringLower(SHA256.HashData(Content.ToMemory().Span));

    public static async Task<IReadOnlyList<SentFile>> ReadAsync(
        IEnumerable<IFormFile> files, CancellationToken cancellation)
    {
        var read = new List<SentFile>();
        foreach (var file in files)
        {
            await using var stream = file.OpenReadStream();
            read.Add(new SentFile(file.FileName, await BinaryData.FromStreamAsync(stream, cancellation)));
        }

        return read;
    }
}
