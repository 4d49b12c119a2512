using System.Buffers.Binary;

namespace Oversight.Settings;

/// <summary>A picture of the settings: a PNG file, in base64.</summary>
/// <param name="Name">Its file name in the folder.</param>
/// <param name="Width">In pixels.</param>
/// <param name="Height">In pixels.</param>
public sealed record SettingsImage(string Name, string Png, int Width, int Height)
{
    /// <summary>It goes into every document, and is kept with each.</summary>
    public const int MostBytes = 200_000;

    private const int SizeAt = 16;
    private const int SizeEnd = 24;
    private static readonly byte[] Signature = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Null when it is no PNG, or larger than a document can carry.</summary>
    public static SettingsImage? Read(string name, string base64)
    {
        var content = new byte[base64.Length];
        if (!Convert.TryFromBase64String(base64, content, out var length) || length is < SizeEnd or > MostBytes
            || !content.AsSpan(0, Signature.Length).SequenceEqual(Signature))
            return null;
        var width = BinaryPrimitives.ReadInt32BigEndian(content.AsSpan(SizeAt));
        var height = BinaryPrimitives.ReadInt32BigEndian(content.AsSpan(SizeAt + sizeof(int)));
        return width > 0 && height > 0 ? new SettingsImage(name, base64, width, height) : null;
    }
}
