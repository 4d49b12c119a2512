using System.Security.Cryptography;
using System.Text;
using Oversight.Functions.Storage;

namespace Oversight.Functions.Texts;

/// <summary>
/// Keyed hashes (HMAC-SHA256): fingerprints of texts that nobody without the key can try sentences against.
/// </summary>
public class TextHashes(byte[] salt)
{
    public string Text(string text) => Hash("text", text)[..32];

    protected string Hash(string use, string value) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(salt, Encoding.UTF8.GetBytes($"{use}\n{value}")));
}

/// <summary>The key of the hashes: made once per installation, kept in Blob Storage, never changed.</summary>
public sealed class TextKeys(Blobs blobs)
{
    private const string Container = "keys";
    private const string Name = "concern-pseudonyms";
    private volatile byte[]? _salt;

    public async ValueTask<TextHashes> GetAsync(CancellationToken cancellation) =>
        new(await GetSaltAsync(cancellation));

    internal async ValueTask<byte[]> GetSaltAsync(CancellationToken cancellation) =>
        _salt ??= (await blobs.FindAsync(Container, Name, cancellation) ?? await MakeAsync(cancellation)).ToArray();

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
            return await blobs.FindAsync(Container, Name, cancellation) ?? throw new InvalidOperationException(
                "The key of the hashes is gone.");
        }
    }
}
