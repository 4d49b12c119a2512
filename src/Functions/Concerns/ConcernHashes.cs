using System.Security.Cryptography;
using System.Text;
using Oversight.Functions.Storage;

namespace Oversight.Functions.Concerns;

/// <summary>
/// Keyed hashes (HMAC-SHA256): pseudonyms of reporters and fingerprints of texts that nobody without the key can try names or
/// sentences against.
/// </summary>
public sealed class ConcernHashes(byte[] salt)
{
    /// <summary>Tells one member of staff from another and says nothing else.</summary>
    public string Reporter(string userId) => Hash("reporter", userId)[..32];

    /// <summary>Somebody for whom a concern was registered, as described: the same words, the same person.</summary>
    public string SomebodyElse(string description) =>
        Hash("somebody-else", string.Join(' ', description.ToUpperInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))[..32];

    public string Text(string text) => Hash("text", text)[..32];

    /// <summary>What makes two concerns the same in content, whoever sent them.</summary>
    public string Content(params IEnumerable<string?> parts) => Hash("content", string.Join('\u001f', parts))[..40];

    private string Hash(string use, string value) => Convert.ToHexStringLower(HMACSHA256.HashData(salt, Encoding.UTF8.GetBytes($"{use}\n{value}")));
}

/// <summary>The key of the hashes: made once per installation, kept in Blob Storage, never changed, or every reporter would become a new one.</summary>
public sealed class ConcernKeys(Blobs blobs)
{
    private const string Container = "keys";
    private const string Name = "concern-pseudonyms";
    private volatile ConcernHashes? _hashes;

    public async ValueTask<ConcernHashes> GetAsync(CancellationToken cancellation)
    {
        if (_hashes is { } known)
            return known;
        var salt = await blobs.FindAsync(Container, Name, cancellation) ?? await MakeAsync(cancellation);
        return _hashes = new ConcernHashes(salt.ToArray());
    }

    private async Task<BinaryData> MakeAsync(CancellationToken cancellation)
    {
        var salt = BinaryData.FromBytes(RandomNumberGenerator.GetBytes(32));
        try
        {
            await blobs.WriteOnceAsync(Container, Name, salt, "application/octet-stream", cancellation);
            return salt;
        }
        catch (InvalidOperationException)
        {
            // Another instance was first: its key is the one.
            return await blobs.FindAsync(Container, Name, cancellation) ?? throw new InvalidOperationException("The key of the pseudonyms is gone.");
        }
    }
}
