using System.Text;
using Oversight.Attachments;
using Oversight.Functions.Input;

namespace Oversight.Functions.Attachments;

/// <summary>
/// What a file is, by its content. The name must agree, so that nothing is saved under an ending that opens it as
/// something else.
/// </summary>
public static class AttachmentContent
{
    private const int PdfHeadWithin = 1024;

    private static readonly Dictionary<AttachmentType, string[]> Endings = new()
    {
        [AttachmentType.Pdf] = [".pdf"],
        [AttachmentType.Png] = [".png"],
        [AttachmentType.Jpeg] = [".jpg", ".jpeg", ".jfif", ".jpe", ".pjpeg", ".pjp"],
        [AttachmentType.Word] = [".docx"],
        [AttachmentType.Text] = [".txt"],
    };

    private static ReadOnlySpan<byte> PackageHead => "PK\u0003\u0004"u8;

    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    /// <summary>For the file field of a form.</summary>
    public static string Accept { get; } = string.Join(',', Endings.Values.SelectMany(endings => endings));

    public static string Extension(AttachmentType type) => Endings[type][0];

    public static string ContentType(AttachmentType type) => type switch
    {
        AttachmentType.Pdf => "application/pdf",
        AttachmentType.Png => "image/png",
        AttachmentType.Jpeg => "image/jpeg",
        AttachmentType.Word => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        _ => "text/plain; charset=utf-8",
    };

    /// <summary>Null when the content is none of the allowed types, or the name says something else.</summary>
    public static AttachmentType? Recognise(string fileName, BinaryData content)
    {
        if (ByContent(content) is not { } type)
            return null;
        // Windows takes no account of blanks and dots after the ending.
        var ending = Path.GetExtension(TypedText.Line(fileName).TrimEnd(' ', '.'));
        return Endings[type].Contains(ending, StringComparer.OrdinalIgnoreCase) ? type : null;
    }

    /// <summary>A Word document that would be taken, were it not for what it does when it is opened.</summary>
    public static bool IsActiveWord(BinaryData content) =>
        content.ToMemory().Span.StartsWith(PackageHead) && WordPackage.Judge(content) == WordContent.Active;

    private static AttachmentType? ByContent(BinaryData content)
    {
        var bytes = content.ToMemory().Span;
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
            return AttachmentType.Png;
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]))
            return AttachmentType.Jpeg;
        if (bytes.StartsWith(PackageHead))
            return WordPackage.Judge(content) == WordContent.Plain ? AttachmentType.Word : null;
        // Readers look for the head of a PDF among the first bytes, whatever stands before it.
        if (bytes[..Math.Min(bytes.Length, PdfHeadWithin)].IndexOf("%PDF-"u8) >= 0)
            return AttachmentType.Pdf;
        return IsText(content) ? AttachmentType.Text : null;
    }

    private static bool IsText(BinaryData content)
    {
        try
        {
            var text = Incoming.Text(content.ToMemory().Span, StrictUtf8);
            return text.Length > 0 && !text.Any(
                character => char.IsControl(character) && character is not ('\r' or '\n' or '\t' or '\f'));
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
