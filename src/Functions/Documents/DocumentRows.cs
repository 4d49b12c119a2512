using Oversight.Documents;
using Oversight.Functions.Identity;

namespace Oversight.Functions.Documents;

/// <summary>
/// One document in a list, as it is stored: its latest version, and what others than the readers of that one see.
/// </summary>
/// <param name="Content">Null in rows from before it was stored.</param>
/// <param name="About">The reviews and concerns that it tells of; null where that is not known.</param>
public sealed record DocumentRow(
    Id Id, string Reference, BoardId Board, CodeId Type, string TypeText, string Title, DateOnly Date,
    DocumentStatus Status, bool IsDraft,
    string? RegistrationNumber, ConfidentialityMark? Confidentiality, int Version, DateTimeOffset CreatedAt,
    DateTimeOffset ChangedAt,
    ContentClass? Content, IReadOnlyList<EarlierVersion>? Earlier, IReadOnlyList<Id>? About)
{
    /// <summary>The document as this person sees it in a list; null when there is none for them.</summary>
    public ListedDocument? For(DocumentReader reader)
    {
        if (reader.GradeOf(Content ?? DocumentContents.Before(Type, IsDraft), Board, About) != Grade.Nothing)
            return Listed(Version, Title, Date, IsDraft);
        return (Earlier ?? []).Where(version => reader.GradeOf(version.Content, Board, About) != Grade.Nothing)
            .MaxBy(version => version.Number) is { } earlier
            ? Listed(earlier.Number, earlier.Title, earlier.Date, earlier.IsDraft)
            : null;
    }

    private ListedDocument Listed(int version, string title, DateOnly date, bool isDraft) => new(
        Id, Reference, Board, Type, TypeText, title, date, Status, isDraft, RegistrationNumber, Confidentiality,
        version, CreatedAt, ChangedAt);
}

/// <summary>The latest version of a class that the document's latest version does not have.</summary>
public sealed record EarlierVersion(ContentClass Content, int Number, string Title, DateOnly Date, bool IsDraft);

/// <summary>One document in a list: the latest version that the reader may know of.</summary>
public sealed record ListedDocument(
    Id Id, string Reference, BoardId Board, CodeId Type, string TypeText, string Title, DateOnly Date,
    DocumentStatus Status, bool IsDraft,
    string? RegistrationNumber, ConfidentialityMark? Confidentiality, int Version, DateTimeOffset CreatedAt,
    DateTimeOffset ChangedAt);

/// <summary>Where a document's files are and whose it is: one read before a link is given out.</summary>
public sealed record DocumentIndexRow(
    Id Id, BoardId Board, CodeId Type, IReadOnlyList<IndexedVersion> Versions, IReadOnlyList<Id>? About)
{
    public Grade GradeOf(DocumentReader reader, IndexedVersion version) =>
        reader.GradeOf(version.Content ?? DocumentContents.Before(Type, version.IsDraft), Board, About);
}

/// <param name="Content">Null in rows from before it was stored.</param>
public sealed record IndexedVersion(
    int Number, DateOnly Date, bool IsDraft, IReadOnlyList<DocumentFile> Files, ContentClass? Content)
{
    public DocumentFile File(FileFormat format) => Files.Single(file => file.Format == format);
}
