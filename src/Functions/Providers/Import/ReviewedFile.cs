using System.Buffers.Text;
using System.IO.Compression;
using Oversight.Functions.Input;

namespace Oversight.Functions.Providers;

/// <summary>
/// A file between its preview and its acceptance: carried by the page itself, so that nothing is kept of a file that
/// nobody accepts. Whoever alters it has chosen another file: it is checked again as every file is.
/// </summary>
internal static class ReviewedFile
{
    /// <summary>What a form without files may carry, with room for the rest of it.</summary>
    private const int Longest = 900_000;

    /// <summary>Null when it is too large for that: then it is chosen once more.</summary>
    public static string? Pack(ReadOnlyMemory<byte> file)
    {
        using var packed = new MemoryStream();
        using (var pack = new BrotliStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            pack.Write(file.Span);
        return Base64Url.GetEncodedLength((int)packed.Length) <= Longest
            ? Base64Url.EncodeToString(packed.GetBuffer().AsSpan(0, (int)packed.Length))
            : null;
    }

    /// <summary>Null when it is damaged, or more than a file may be.</summary>
    public static ReadOnlyMemory<byte>? Unpack(string text, int most)
    {
        if (text.Length is 0 or > Longest || !Incoming.TryBase64(text, out var bytes))
            return null;
        try
        {
            using var packed = new MemoryStream(bytes);
            using var unpack = new BrotliStream(packed, CompressionMode.Decompress);
            using var file = new MemoryStream();
            var buffer = new byte[64 * 1024];
            while (unpack.Read(buffer) is > 0 and var read)
            {
                file.Write(buffer, 0, read);
                if (file.Length > most)
                    return null;
            }

            return file.ToArray();
        }
        catch (Exception damaged) when (damaged is InvalidDataException or InvalidOperationException)
        {
            return null;
        }
    }
}
