using System.Security.Cryptography;
using System.Text;

namespace Oversight.Functions.Texts;

/// <summary>
/// The keys with which a browser encrypts what is typed on a page and not saved yet: one for each person and thing,
/// derived, so that whoever signs in again gets the same and nobody else does. Kept nowhere; handed out in the page.
/// </summary>
public sealed class OutboxKeys(TextKeys keys)
{
    private const int Bytes = 32;

    public async ValueTask<OutboxKey> GetAsync(string userId, Id subject, CancellationToken cancellation)
    {
        var salt = await keys.GetSaltAsync(cancellation);
        return new OutboxKey(
            Convert.ToHexStringLower(Derive(salt, "outbox-scope", userId, subject))[..32],
            Convert.ToBase64String(Derive(salt, "outbox-key", userId, subject)));
    }

    private static byte[] Derive(byte[] salt, string use, string userId, Id subject) =>
        HKDF.DeriveKey(
            HashAlgorithmName.SHA256, salt, Bytes, info: Encoding.UTF8.GetBytes($"{use}\n{subject}\n{userId}"));
}

/// <param name="Scope">Whose and of what, without saying it: what is stored under another is never read.</param>
/// <param name="Key">Of AES-256, in base64.</param>
public sealed record OutboxKey(string Scope, string Key);
