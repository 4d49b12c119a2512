using System.Security.Cryptography;
using Oversight.Documents;
using Oversight.Functions.Documents.Html;
using Oversight.Functions.Documents.Word;
using Oversight.Functions.Storage;

namespace Oversight.Functions.Documents;

/// <summary>
/// Renders documents and keeps the files, each under a name that is written once: id, version and the beginning of its hash, so
/// that a version that was rendered but never recorded stands in nobody's way.
/// </summary>
public sealed class DocumentFiles(Blobs blobs, HtmlDocumentRenderer html)
{
    public const string Container = "documents";

    public async Task<IReadOnlyList<RenderedFile>> RenderAsync(Document document) =>
    [
        new(FileFormat.Docx, WordRenderer.Render(document), WordRenderer.ContentType),
        new(FileFormat.Html, await html.RenderAsync(document), HtmlDocumentRenderer.ContentType),
        new(FileFormat.Model, DocumentModelJson.Write(document), DocumentModelJson.ContentType),
    ];

    public async Task<IReadOnlyList<DocumentFile>> KeepAsync(
        Id id, int version, IReadOnlyList<RenderedFile> files, CancellationToken cancellation)
    {
        List<DocumentFile> kept = [];
        foreach (var file in files)
        {
            var name = $"{id}/{version}/{file.Sha256[..16]}.{Extension(file.Format)}";
            var blob = await blobs.WriteOnceAsync(Container, name, BinaryData.FromBytes(file.Content), file.ContentType, cancellation);
            kept.Add(new DocumentFile(file.Format, blob.Name, blob.Length, blob.Sha256));
        }

        return kept;
    }

    /// <summary>The model of a version; throws when it is gone, which means damaged data.</summary>
    public async Task<Document> ReadModelAsync(DocumentVersion version, CancellationToken cancellation)
    {
        var name = version.File(FileFormat.Model).Name;
        var content = await blobs.FindAsync(Container, name, cancellation) ?? throw new InvalidOperationException($"The blob '{name}' is gone.");
        return DocumentModelJson.Read(content.ToMemory().Span);
    }

    public static string Extension(FileFormat format) => format switch
    {
        FileFormat.Docx => "docx",
        FileFormat.Html => "html",
        FileFormat.Model => "json",
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, null),
    };
}

/// <summary>A file before it is kept.</summary>
public sealed record RenderedFile(FileFormat Format, byte[] Content, string ContentType)
{
    public string Sha256 { get; } = Convert.ToHexStringLower(SHA256.HashData(Content));
}
