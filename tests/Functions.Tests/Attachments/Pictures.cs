using System.Buffers.Binary;

namespace Oversight.Functions.Tests.Attachments;

/// <summary>Small real pictures, as a browser draws them, and what a camera adds to them.</summary>
internal static class Pictures
{
    private const string JpegText =
        "/9j/4AAQSkZJRgABAQAAAQABAAD/4gHYSUNDX1BST0ZJTEUAAQEAAAHIAAAAAAQwAABtbnRyUkdCIFhZWiAH4AABAAEAAAAAAABh"
        + "Y3NwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAA9tYAAQAAAADTLQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
        + "AAAAAAAAAAAAAAAAAAAAAAAAAAlkZXNjAAAA8AAAACRyWFlaAAABFAAAABRnWFlaAAABKAAAABRiWFlaAAABPAAAABR3dHB0AAAB"
        + "UAAAABRyVFJDAAABZAAAAChnVFJDAAABZAAAAChiVFJDAAABZAAAAChjcHJ0AAABjAAAADxtbHVjAAAAAAAAAAEAAAAMZW5VUwAA"
        + "AAgAAAAcAHMAUgBHAEJYWVogAAAAAAAAb6IAADj1AAADkFhZWiAAAAAAAABimQAAt4UAABjaWFlaIAAAAAAAACSgAAAPhAAAts9Y"
        + "WVogAAAAAAAA9tYAAQAAAADTLXBhcmEAAAAAAAQAAAACZmYAAPKnAAANWQAAE9AAAApbAAAAAAAAAABtbHVjAAAAAAAAAAEAAAAM"
        + "ZW5VUwAAACAAAAAcAEcAbwBvAGcAbABlACAASQBuAGMALgAgADIAMAAxADb/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcg"
        + "LikxMC4pLSwzOko+MzZGNywtQFdBRkxOUlNSMj5aYVpQYEpRUk//2wBDAQ4ODhMREyYVFSZPNS01T09PT09PT09PT09PT09PT09P"
        + "T09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT0//wAARCAAIABADASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAX/"
        + "xAAZEAABBQAAAAAAAAAAAAAAAAAABAYiMaH/xAAVAQEBAAAAAAAAAAAAAAAAAAACBP/EABkRAAIDAQAAAAAAAAAAAAAAAAADBAUh"
        + "Uf/aAAwDAQACEQMRAD8AkpW/UMLCVv1DAAPlN6T1U12af//Z";

    private const string PngText =
        "iVBORw0KGgoAAAANSUhEUgAAABAAAAAICAYAAADwdn+XAAAASklEQVR4AezQQRUAEQAG4f9JsAn2bYSNIIIIIogggggiiCCCCCJo"
        + "wHRwcHH4rnMYI8X54MMPCwePgIiEjIKKho4Bo1facQPS+QcLAAD//xms38EAAAAGSURBVAMAQRksoR7dNBkAAAAASUVORK5CYII=";

    public static byte[] Jpeg => Convert.FromBase64String(JpegText);

    public static byte[] Png => Convert.FromBase64String(PngText);

    /// <summary>A place (GPS), a device, an owner and the way up, as Exif has them.</summary>
    public static byte[] Exif(byte wayUp)
    {
        byte[] device = [.. "Surfplatta 9\0"u8];
        const int after = 8 + 2 + (3 * 12) + 4;
        var gps = after + device.Length;
        byte[] tiff =
        [
            .. "II"u8, 42, 0, 8, 0, 0, 0, 3, 0,
            0x10, 0x01, 2, 0, (byte)device.Length, 0, 0, 0, after, 0, 0, 0,
            0x12, 0x01, 3, 0, 1, 0, 0, 0, wayUp, 0, 0, 0,
            0x25, 0x88, 4, 0, 1, 0, 0, 0, (byte)gps, 0, 0, 0,
            0, 0, 0, 0, .. device,
            1, 0, 1, 0, 2, 0, 2, 0, 0, 0, (byte)'N', 0, 0, 0, 0, 0, 0, 0, .. "59.3108 N 18.1635 E"u8,
        ];
        return Segment(0xE1, [.. "Exif\0\0"u8, .. tiff]);
    }

    /// <summary>A segment of a JPEG.</summary>
    public static byte[] Segment(byte marker, byte[] content)
    {
        var length = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)(content.Length + 2));
        return [0xFF, marker, .. length, .. content];
    }

    /// <summary>After the first segment of the picture, where cameras put it, and after its end.</summary>
    public static byte[] Tagged(byte[] tags, byte[] behind) => [.. Jpeg[..20], .. tags, .. Jpeg[20..], .. behind];

    /// <summary>A chunk of a PNG; its check sum is for readers to complain about.</summary>
    public static byte[] Chunk(string type, byte[] content)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(length, (uint)content.Length);
        return [.. length, .. System.Text.Encoding.ASCII.GetBytes(type), .. content, 0, 0, 0, 0];
    }
}
