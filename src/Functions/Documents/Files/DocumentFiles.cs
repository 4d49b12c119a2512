using System.Security.Cryptography;
using Oversight.Documents;
using Oversight.Functions.Documents.Html;
using Oversight.Functions.Documents.Word;
using Oversight.Functions.Storage;

namespace Oversight.Functions.Documents;

/// <summary>
/// Renders documents and keeps the files, each under a name that is written once: id, version and the beginning of its
/// hash, so that a version that was rendered but never recorded stands in nobody's way.
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

    /// <summary>What the files of a version are called.</summary>
    public static IReadOnlyList<DocumentFile> Describe(Id id, int version, IReadOnlyList<RenderedFile> files) =>
    [
        .. files.Select(file => new DocumentFile(
            file.Format, $"{id}/{version}/{file.Sha256[..16]}.{Extension(file.Format)}", file.Content.Length,
            file.Sha256)),
    ];

    public Task KeepAsync(IReadOnlyList<DocumentFile> described, IReadOnlyList<RenderedFile> files,
        CancellationToken cancellation) => Task.WhenAll(
        described.Zip(files, (name, file) =>
            blobs.WriteOnceAsync(
                Container, name.Name, BinaryData.FromBytes(file.Content), file.ContentType, cancellation)));

    /// <summary>The model of a version; throws when it is gone, which means damaged data.</summary>
    public async Task<Document> ReadModelAsync(DocumentVersion version, CancellationToken cancellation)
    {
        var name = version.File(FileFormat.Model).Name;
        var content = await blobs.FindAsync(Container, name, cancellation) ?? throw new InvalidOperationException(
            $"The blob '{name}' is gone.");
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
