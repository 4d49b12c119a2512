using System.Security.Cryptography;
using System.Text;

namespace Oversight;

/// <summary>
/// An opaque identity: 128 bits written as 26 characters of Crockford's base32 in lower case and one check character
/// (Luhn mod 32, which finds every single wrong character and nearly every swap of two neighbours).
/// Safe in a table key and in an address. Never reused; says nothing about what it names.
/// </summary>
public readonly record struct Id : ICode<Id>
{
    public const int Length = 27;
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
    private readonly string? _value;

    private Id(string value) => _value = value;

    public string Value => _value ?? throw new InvalidOperationException("An id that was never set.");

    /// <summary>The identity of <paramref name="uuid"/>; new things take a version 7 UUID made at the edge.</summary>
    public static Id From(Guid uuid) => Encode(uuid.ToByteArray(bigEndian: true));

    /// <summary>
    /// The identity that a repeated creation gets again: the same user and idempotency key always name the same thing
    /// (RFC 9562 version 8, from SHA-256).
    /// </summary>
    public static Id Derive(string userId, string key)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes($"{userId.Length}:{userId}|{key}"))[..16];
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return Encode(bytes);
    }

    /// <summary>
    /// Reads an identity as a person or an address may write it; false for a wrong length, character or check
    /// character.
    /// </summary>
    public static bool TryParse(string? text, out Id id)
    {
        id = default;
        var value = TypedText.Fold(text);
        if (value.Length != Length || value.Any(c => !Alphabet.Contains(c, StringComparison.Ordinal)))
            return false;
        if (CheckCharacter(value[..^1]) != value[^1])
            return false;
        id = new Id(value);
        return true;
    }

    /// <summary>
    /// The identity that was written by this type; throws on anything else, which means damaged data.
    /// </summary>
    public static Id FromValue(string value) =>
        TryParse(value, out var id) ? id : throw new FormatException($"Not an id: '{value}'.");

    /// <summary>
    /// What a person sees and reads out: a letter for the kind and ten characters of the id, <c>S-4K7QP-2M9XD</c>.
    /// </summary>
    public string Reference(char kind)
    {
        var tail = Value[^11..^1].ToUpperInvariant();
        return $"{kind}-{tail[..5]}-{tail[5..]}";
    }

    public override string ToString() => _value ?? "";

    private static Id Encode(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(Length);
        UInt128 number = 0;
        foreach (var value in bytes)
            number = (number << 8) | value;
        for (var shift = 125; shift >= 0; shift -= 5)
            text.Append(Alphabet[(int)((number >> shift) & 31)]);
        return new Id(text.ToString() + CheckCharacter(text.ToString()));
    }

    private static char CheckCharacter(string body)
    {
        var sum = 0;
        for (var i = 0; i < body.Length; i++)
        {
            var value = Alphabet.IndexOf(body[^(i + 1)], StringComparison.Ordinal);
            var addend = i % 2 == 0 ? value * 2 : value;
            sum += (addend / 32) + (addend % 32);
        }

        return Alphabet[(32 - (sum % 32)) % 32];
    }
}
