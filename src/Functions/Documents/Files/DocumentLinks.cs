using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;
using Oversight.Documents;
using Oversight.Functions.Identity;
using Oversight.Functions.Storage;

namespace Oversight.Functions.Documents;

/// <summary>
/// Gives out links to files: who may, then a note in the log, then an address that reads one file for five minutes.
/// </summary>
public sealed partial class DocumentLinks(Views views, Blobs blobs, Conflicts conflicts, ILogger<DocumentLinks> logger)
{
    /// <summary>The formats a person may fetch, by the word in the address.</summary>
    public static IReadOnlyList<FileFormat> Formats { get; } = [FileFormat.Docx, FileFormat.Html];

    public async Task<LinkAnswer> AskAsync(
        SignedInUser user, string id, string? format, string? version, CancellationToken cancellation)
    {
        if (!Id.TryParse(id, out var known)
            || await views.FindAsync<DocumentIndexRow>(DocumentStream.IndexPartition, known.Value,
                cancellation) is not { } document)
            return new LinkAnswer.Missing();
        var reader = new DocumentReader(user, await conflicts.OfAsync(user, cancellation));
        if (!Access.Allows(user, Permission.ReadDocuments, document.Board)
            || document.Versions.All(candidate => document.GradeOf(reader, candidate) == Grade.Nothing))
            return new LinkAnswer.Forbidden();
        if (Find(format) is not { } wanted)
            return new LinkAnswer.Refused(new Refusal(DocumentRefusals.FormatUnknown, "format", "docx, html"));
        if (Find(reader, document, version) is not { } chosen)
            return new LinkAnswer.Refused(new Refusal(DocumentRefusals.VersionUnknown, "version"));
        if (document.GradeOf(reader, chosen) != Grade.Content)
            return new LinkAnswer.Forbidden();

        LinkGiven(
            known.Value, chosen.Number, wanted, Access.ActingRole(user, Permission.ReadDocuments, document.Board));
        var file = chosen.File(wanted);
        var name = FileName(document, chosen, wanted);
        var address = await blobs.LinkAsync(DocumentFiles.Container, file.Name, name, cancellation);
        return new LinkAnswer.Given(
            new DocumentLink(address, Expiry(address), wanted, chosen.Number, name, file.Length, file.Sha256));
    }

    /// <summary>The latest version, for somebody who has a right to it that the caller has made sure of.</summary>
    public async Task<Uri?> GiveAsync(Id id, FileFormat format, Role role, CancellationToken cancellation)
    {
        if (await views.FindAsync<DocumentIndexRow>(DocumentStream.IndexPartition, id.Value,
            cancellation) is not { } document)
            return null;
        var latest = document.Versions[^1];
        LinkGiven(id.Value, latest.Number, format, role);
        return await blobs.LinkAsync(
            DocumentFiles.Container, latest.File(format).Name, FileName(document, latest, format), cancellation);
    }

    /// <summary>
    /// The content of the latest version that the person reads, to be packed with others; null: there is none.
    /// </summary>
    public async Task<BinaryData?> ReadAsync(
        SignedInUser user, Id id, FileFormat format, CancellationToken cancellation)
    {
        if (await views.FindAsync<DocumentIndexRow>(DocumentStream.IndexPartition, id.Value,
            cancellation) is not { } document || !Access.Allows(user, Permission.ReadDocuments, document.Board))
            return null;
        var reader = new DocumentReader(user, await conflicts.OfAsync(user, cancellation));
        if (document.Versions.LastOrDefault(version => document.GradeOf(reader, version) == Grade.Content)
            is not { } chosen)
            return null;
        LinkGiven(
            id.Value, chosen.Number, format, Access.ActingRole(user, Permission.ReadDocuments, document.Board));
        return await blobs.FindAsync(DocumentFiles.Container, chosen.File(format).Name, cancellation);
    }

    private static FileFormat? Find(string? word) => string.IsNullOrEmpty(word)
        ? FileFormat.Docx
        : Formats.Cast<FileFormat?>().FirstOrDefault(format =>
            DocumentFiles.Extension(format!.Value).Equals(word, StringComparison.OrdinalIgnoreCase));

    /// <summary>When no version is asked for: the latest that the person reads, or else the latest of all.</summary>
    private static IndexedVersion? Find(DocumentReader reader, DocumentIndexRow document, string? word)
    {
        if (string.IsNullOrEmpty(word))
            return document.Versions.LastOrDefault(version => document.GradeOf(reader, version) == Grade.Content)
                ?? document.Versions[^1];
        return int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? document.Versions.FirstOrDefault(version => version.Number == number)
            : null;
    }

    /// <summary>ASCII on purpose: it travels in a header.</summary>
    private static string FileName(DocumentIndexRow document, IndexedVersion version, FileFormat format) =>
        $"{document.Type}-{document.Board}-{version.Date.Text()}-v{version.Number}.{DocumentFiles.Extension(format)}";

    private static DateTimeOffset Expiry(Uri address) =>
        DateTimeOffset.Parse(QueryHelpers.ParseQuery(address.Query)["se"].ToString(), CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal);

    [LoggerMessage(6000, LogLevel.Information,
        "A link to document {Document}, version {Version}, {Format}, was given to the role {Role}")]
    private partial void LinkGiven(string document, int version, FileFormat format, Role role);
}

/// <summary>What an asked-for link became.</summary>
public abstract record LinkAnswer
{
    private LinkAnswer()
    {
    }

    public sealed record Given(DocumentLink Link) : LinkAnswer;

    public sealed record Forbidden : LinkAnswer;

    public sealed record Missing : LinkAnswer;

    public sealed record Refused(Refusal Reason) : LinkAnswer;
}

/// <param name="Url">Reads this one file and nothing else, until <paramref name="ExpiresAt"/>.</param>
/// <param name="Sha256">What the file's content must have as its hash.</param>
public sealed record DocumentLink(
    Uri Url, DateTimeOffset ExpiresAt, FileFormat Format, int Version, string FileName, long Length, string Sha256);
