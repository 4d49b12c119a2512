using System.Text;
using Oversight.Attachments;
using Oversight.Functions.Attachments;

namespace Oversight.Functions.Tests.Attachments;

/// <summary>A photo tells what it shows, and nothing of where, when and with what it was taken.</summary>
public class PictureMetadataTests
{
    private static readonly byte[] Film = [.. "ftypmp42 three seconds of film"u8];

    [Fact]
    public void A_picture_with_a_place_comes_out_without_it_and_is_the_same_picture()
    {
        var tagged = Pictures.Tagged(
            [
                .. Pictures.Exif(wayUp: 1), .. Pictures.Segment(0xFE, [.. "Taget av Anna"u8]),
                .. Pictures.Segment(0xE1, [.. "http://ns.adobe.com/xap/1.0/\0<xmp>59.3108</xmp>"u8]),
                .. Pictures.Segment(0xED, [.. "Photoshop 3.0\0Nacka"u8]), .. Pictures.Segment(0xE2, [.. "MPF\0"u8]),
            ],
            Film);

        Remove(AttachmentType.Jpeg, tagged).ShouldBe(Pictures.Jpeg, "Every drawn byte and the colours stay.");
    }

    [Theory]
    [InlineData(3)]
    [InlineData(6)]
    [InlineData(8)]
    public void The_way_up_stays_and_nothing_else_of_what_stood_with_it(byte wayUp)
    {
        var cleaned = Remove(AttachmentType.Jpeg, Pictures.Tagged(Pictures.Exif(wayUp), []))!;

        var text = Encoding.Latin1.GetString(cleaned);
        text.ShouldNotContain("59.3108");
        text.ShouldNotContain("Surfplatta");
        cleaned.Length.ShouldBe(Pictures.Jpeg.Length + 36);
        cleaned[20..56].ShouldBe(
            [0xFF, 0xE1, 0, 34, .. "Exif\0\0MM"u8, 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, wayUp, 0, 0,
                0, 0, 0, 0]);
        Remove(AttachmentType.Jpeg, cleaned).ShouldBe(cleaned, "What is clean stays as it is.");
    }

    [Fact]
    public void The_small_copy_in_the_head_goes()
    {
        byte[] head = [.. Pictures.Jpeg[6..18], 1, 1, 7, 7, 7];
        byte[] withCopy = [0xFF, 0xD8, .. Pictures.Segment(0xE0, head), .. Pictures.Jpeg[20..]];

        Remove(AttachmentType.Jpeg, withCopy).ShouldBe(Pictures.Jpeg);
    }

    [Fact]
    public void A_drawing_in_PNG_comes_out_without_texts_times_and_what_stands_after_its_end()
    {
        byte[] tagged =
        [
            .. Pictures.Png[..33], .. Pictures.Chunk("tEXt", [.. "Author\0Anna"u8]),
            .. Pictures.Chunk("eXIf", [.. "II59.3108"u8]), .. Pictures.Chunk("tIME", [7, 235, 1, 1, 1, 1, 1]),
            .. Pictures.Png[33..], .. Film,
        ];

        Remove(AttachmentType.Png, tagged).ShouldBe(Pictures.Png);
    }

    [Fact]
    public void What_is_cut_off_is_no_picture()
    {
        for (var length = 8; length < Pictures.Png.Length; length++)
            Remove(AttachmentType.Png, Pictures.Png[..length]).ShouldBeNull();
        for (var length = 3; length < Pictures.Jpeg.Length; length++)
            Remove(AttachmentType.Jpeg, Pictures.Jpeg[..length]).ShouldBeNull();
        Remove(AttachmentType.Pdf, Pictures.Jpeg).ShouldBeNull();
    }

    [Fact]
    public void A_damaged_Exif_is_taken_out_like_any_other()
    {
        var whole = Pictures.Exif(6);
        for (var length = 10; length < whole.Length; length++)
        {
            var cut = Pictures.Segment(0xE1, whole[4..length]);
            var cleaned = Remove(AttachmentType.Jpeg, Pictures.Tagged(cut, []))!;
            (cleaned.Length - Pictures.Jpeg.Length).ShouldBeOneOf(0, 36);
        }
    }

    private static byte[]? Remove(AttachmentType type, byte[] picture) =>
        PictureMetadata.Remove(type, BinaryData.FromBytes(picture))?.ToArray();
}
