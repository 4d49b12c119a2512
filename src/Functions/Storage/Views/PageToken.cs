using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Oversight.Functions.Storage;

/// <summary>Where the next page of a list begins: the last key, sealed with what list it belongs to.</summary>
internal static class PageToken
{
    private const int SealLength = 6;

    internal static string Write(string list, string lastKey) =>
        Base64Url.EncodeToString([.. Seal(list, lastKey), .. Encoding.UTF8.GetBytes(lastKey)]);

    internal static string Read(string list, string token)
    {
        var bytes = Base64Url.DecodeFromChars(token);
        if (bytes.Length < SealLength)
            throw new FormatException("A damaged page token.");
        var key = Encoding.UTF8.GetString(bytes, SealLength, bytes.Length - SealLength);
        if (!Seal(list, key).SequenceEqual(bytes.AsSpan(0, SealLength).ToArray()))
            throw new FormatException("A damaged page token.");
        return key;
    }

    private static byte[] Seal(string list, string key) =>
        SHA256.HashData(Encoding.UTF8.GetBytes($"{list.Length}:{list}{key}"))[..SealLength];
}
