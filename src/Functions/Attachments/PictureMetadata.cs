using System.Buffers.Binary;
using Oversight.Attachments;

namespace Oversight.Functions.Attachments;

/// <summary>
/// Takes out of a picture what a camera writes beside it: place, time, device, owner, a small copy, a piece of film.
/// What is drawn stays byte for byte, and so does the way up.
/// </summary>
public static class PictureMetadata
{
    private const byte Start = 0xD8, End = 0xD9, Scan = 0xDA, Jfif = 0xE0, Exif = 0xE1, Icc = 0xE2, Adobe = 0xEE;
    private const byte LastOfApplications = 0xEF, Comment = 0xFE;
    private const int PngHead = 8;

    /// <summary>Types of PNG chunks that say how the picture is drawn.</summary>
    private static readonly HashSet<string> Drawn = new(StringComparer.Ordinal)
    {
        "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "cHRM", "gAMA", "iCCP", "sBIT", "sRGB", "bKGD", "pHYs",
    };

    /// <summary>The picture alone; null when it is no whole picture of that type.</summary>
    public static BinaryData? Remove(AttachmentType type, BinaryData picture)
    {
        var kept = new MemoryStream();
        var isWhole = type switch
        {
            AttachmentType.Jpeg => CopyJpeg(picture.ToMemory().Span, kept),
            AttachmentType.Png => CopyPng(picture.ToMemory().Span, kept),
            _ => false,
        };
        return isWhole ? BinaryData.FromBytes(kept.ToArray()) : null;
    }

    private static bool CopyJpeg(ReadOnlySpan<byte> bytes, MemoryStream kept)
    {
        kept.Write([0xFF, Start]);
        var at = 2;
        while (at + 4 <= bytes.Length && bytes[at] == 0xFF)
        {
            var marker = bytes[at + 1];
            if (marker == 0xFF)
            {
                at++;
                continue;
            }

            var length = BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
            if (length < 2 || at + 2 + length > bytes.Length)
                return false;
            var segment = bytes.Slice(at, length + 2);
            at += length + 2;
            if (marker is (>= Jfif and <= LastOfApplications) or Comment)
            {
                CopyApplication(marker, segment, kept);
                continue;
            }

            kept.Write(segment);
            if (marker != Scan)
                continue;
            var drawn = bytes[at..][..ScanLength(bytes[at..])];
            kept.Write(drawn);
            at += drawn.Length;
            if (at + 2 > bytes.Length || bytes[at + 1] != End)
                continue;
            // What stands after the end is other pictures, or film.
            kept.Write([0xFF, End]);
            return true;
        }

        return false;
    }

    /// <summary>Of the drawn bytes, up to the next marker; 0xFF 0x00 and restarts are part of them.</summary>
    private static int ScanLength(ReadOnlySpan<byte> bytes)
    {
        for (var at = 0; at + 1 < bytes.Length; at++)
        {
            if (bytes[at] == 0xFF && bytes[at + 1] is not (0 or 0xFF or (>= 0xD0 and <= 0xD7)))
                return at;
        }

        return bytes.Length;
    }

    private static void CopyApplication(byte marker, ReadOnlySpan<byte> segment, MemoryStream kept)
    {
        var content = segment[4..];
        if (marker == Jfif && content.StartsWith("JFIF\0"u8) && content.Length >= 14)
        {
            // Without the small copy that may follow.
            kept.Write([0xFF, Jfif, 0, 16, .. content[..12], 0, 0]);
        }
        else if ((marker == Icc && content.StartsWith("ICC_PROFILE\0"u8))
            || (marker == Adobe && content.StartsWith("Adobe"u8)))
        {
            kept.Write(segment);
        }
        else if (marker == Exif && content.StartsWith("Exif\0\0"u8) && Orientation(content[6..]) is { } wayUp)
        {
            kept.Write([
                0xFF, Exif, 0, 34, .. "Exif\0\0"u8, .. "MM"u8, 0, 42, 0, 0, 0, 8,
                0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, wayUp, 0, 0, 0, 0, 0, 0]);
        }
    }

    /// <summary>The way up, where it is another than as drawn.</summary>
    private static byte? Orientation(ReadOnlySpan<byte> tiff)
    {
        if (tiff.Length < 8)
            return null;
        var isLittle = tiff[0] == 'I';
        var directory = Number(tiff[4..], 4, isLittle);
        if (directory > tiff.Length - 2)
            return null;
        var entries = tiff[(int)directory..];
        var count = Number(entries, 2, isLittle);
        for (var entry = 0; entry < count && 2 + ((entry + 1) * 12) <= entries.Length; entry++)
        {
            var at = entries.Slice(2 + (entry * 12), 12);
            if (Number(at, 2, isLittle) == 0x0112)
                return Number(at[8..], 2, isLittle) is var value and >= 2 and <= 8 ? (byte)value : null;
        }

        return null;
    }

    private static uint Number(ReadOnlySpan<byte> bytes, int length, bool isLittle) => (length, isLittle) switch
    {
        (2, true) => BinaryPrimitives.ReadUInt16LittleEndian(bytes),
        (2, false) => BinaryPrimitives.ReadUInt16BigEndian(bytes),
        (_, true) => BinaryPrimitives.ReadUInt32LittleEndian(bytes),
        _ => BinaryPrimitives.ReadUInt32BigEndian(bytes),
    };

    private static bool CopyPng(ReadOnlySpan<byte> bytes, MemoryStream kept)
    {
        kept.Write(bytes[..PngHead]);
        for (var at = PngHead; at + 12 <= bytes.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]);
            if (length > bytes.Length - at - 12)
                return false;
            var chunk = bytes.Slice(at, (int)length + 12);
            at += chunk.Length;
            var type = System.Text.Encoding.Latin1.GetString(chunk.Slice(4, 4));
            if (Drawn.Contains(type))
                kept.Write(chunk);
            if (type == "IEND")
                return true;
        }

        return false;
    }
}
