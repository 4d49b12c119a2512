using System.IO.Compression;
using System.Text;
using Oversight.Concerns;

namespace Oversight.Functions.Concerns;

/// <summary>What a file is, by its content. The name must agree, so that nothing is saved under an ending that opens it as something else.</summary>
public static class AttachmentContent
{
    private const int MostEntries = 5_000;

    private static readonly Dictionary<AttachmentType, string[]> Endings = new()
    {
        [AttachmentType.Pdf] = [".pdf"],
        [AttachmentType.Png] = [".png"],
        [AttachmentType.Jpeg] = [".jpg", ".jpeg"],
        [AttachmentType.Word] = [".docx"],
        [AttachmentType.Text] = [".txt"],
    };

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
        return Endings[type].Contains(Path.GetExtension(fileName), StringComparer.OrdinalIgnoreCase) ? type : null;
    }

    private static AttachmentType? ByContent(BinaryData content)
    {
        var bytes = content.ToMemory().Span;
        if (bytes.StartsWith("%PDF-"u8))
            return AttachmentType.Pdf;
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
            return AttachmentType.Png;
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]))
            return AttachmentType.Jpeg;
        if (bytes.StartsWith("PK\u0003\u0004"u8))
            return IsPlainWord(content) ? AttachmentType.Word : null;
        return IsText(content) ? AttachmentType.Text : null;
    }

    /// <summary>A Word document without macros; only the directory of the package is read.</summary>
    private static bool IsPlainWord(BinaryData content)
    {
        try
        {
            using var package = new ZipArchive(content.ToStream(), ZipArchiveMode.Read);
            return package.Entries.Count <= MostEntries
                && package.GetEntry("[Content_Types].xml") is not null
                && package.GetEntry("word/document.xml") is not null
                && !package.Entries.Any(entry => entry.FullName.EndsWith(".bin", StringComparison.OrdinalIgnoreCase)
                    && entry.FullName.Contains("vbaProject", StringComparison.OrdinalIgnoreCase));
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    private static bool IsText(BinaryData content)
    {
        try
        {
            var text = StrictUtf8.GetString(content.ToMemory().Span);
            return text.Length > 0 && !text.Any(character => char.IsControl(character) && character is not ('\r' or '\n' or '\t' or '\f'));
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
