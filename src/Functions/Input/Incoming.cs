using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Oversight.Functions.Input;

/// <summary>
/// Bytes as senders leave them: with or without byte order mark, Base64 with or without padding, in either alphabet.
/// </summary>
public static class Incoming
{
    /// <summary>The JSON in UTF-8 without a mark; UTF-16 is taken where its mark says so.</summary>
    public static ReadOnlyMemory<byte> Json(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Span.StartsWith(Encoding.Unicode.Preamble) || bytes.Span.StartsWith(
            Encoding.BigEndianUnicode.Preamble))
            return Encoding.UTF8.GetBytes(Text(bytes.Span, Encoding.UTF8));
        while (bytes.Span.StartsWith(Encoding.UTF8.Preamble))
            bytes = bytes[Encoding.UTF8.Preamble.Length..];
        return bytes;
    }

    /// <summary>The text by its mark, whichever it has, or else as <paramref name="unmarked"/>.</summary>
    public static string Text(ReadOnlySpan<byte> bytes, Encoding unmarked)
    {
        // UTF-32 before UTF-16: its mark begins with the same two bytes.
        foreach (var encoding in new[] { Encoding.UTF8, Encoding.UTF32, Encoding.Unicode, Encoding.BigEndianUnicode })
        {
            if (bytes.StartsWith(encoding.Preamble))
                return encoding.GetString(bytes[encoding.Preamble.Length..]).TrimStart('\uFEFF');
        }

        return unmarked.GetString(bytes);
    }

    public static bool TryBase64(string? text, [NotNullWhen(true)] out byte[]? bytes)
    {
        var compact = string.Concat((text ?? "").Where(c => !char.IsWhiteSpace(c))).TrimEnd('=').Replace('-', '+')
            .Replace('_', '/');
        bytes = new byte[(compact.Length + 3) / 4 * 3];
        var read = Convert.TryFromBase64String(
            compact.PadRight((compact.Length + 3) / 4 * 4, '='), bytes, out var length);
        bytes = read ? bytes[..length] : null;
        return read;
    }
}
