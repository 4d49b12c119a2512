using Oversight.Functions.Texts;

namespace Oversight.Functions.Concerns;

/// <summary>
/// Keyed hashes (HMAC-SHA256): pseudonyms of reporters and fingerprints of texts that nobody without the key can try
/// names or sentences against.
/// </summary>
public sealed class ConcernHashes(byte[] salt) : TextHashes(salt)
{
    /// <summary>Tells one member of staff from another and says nothing else.</summary>
    public string Reporter(string userId) => Hash("reporter", userId)[..32];

    /// <summary>Somebody for whom a concern was registered, as described: the same words, the same person.</summary>
    public string SomebodyElse(string description) =>
        Hash("somebody-else",
            string.Join(' ',
                description.ToUpperInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))[..32];

    /// <summary>What makes two concerns the same in content, whoever sent them.</summary>
    public string Content(params IEnumerable<string?> parts) => Hash("content", string.Join('\u001f', parts))[..40];
}

/// <summary>The hashes of this installation: were the key another, every reporter would become a new one.</summary>
public sealed class ConcernKeys(TextKeys keys)
{
    private volatile ConcernHashes? _hashes;

    public async ValueTask<ConcernHashes> GetAsync(CancellationToken cancellation) =>
        _hashes ??= new ConcernHashes(await keys.GetSaltAsync(cancellation));
}
