using Oversight.Documents;
using Oversight.Functions.Identity;

namespace Oversight.Functions.Documents;

/// <summary>
/// One document in a list, as it is stored: its latest version, and what others than the readers of that one see.
/// </summary>
public sealed record DocumentRow
{
    public required Id Id { get; init; }

    public required string Reference { get; init; }

    public required BoardId Board { get; init; }

    public required CodeId Type { get; init; }

    public required string TypeText { get; init; }

    public required string Title { get; init; }

    public required DateOnly Date { get; init; }

    public required DocumentStatus Status { get; init; }

    public required bool IsDraft { get; init; }

    public required string? RegistrationNumber { get; init; }

    public required ConfidentialityMark? Confidentiality { get; init; }

    public required int Version { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>Null in rows from before it was stored.</summary>
    public required ContentClass? Content { get; init; }

    public required IReadOnlyList<EarlierVersion>? Earlier { get; init; }

    /// <summary>The reviews and concerns that it tells of; null where that is not known.</summary>
    public required IReadOnlyList<Id>? About { get; init; }

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

    private ListedDocument Listed(int version, string title, DateOnly date, bool isDraft) => new()
    {
        Id = Id,
        Reference = Reference,
        Board = Board,
        Type = Type,
        TypeText = TypeText,
        Title = title,
        Date = date,
        Status = Status,
        IsDraft = isDraft,
        RegistrationNumber = RegistrationNumber,
        Confidentiality = Confidentiality,
        Version = version,
        CreatedAt = CreatedAt,
        ChangedAt = ChangedAt,
    };
}

/// <summary>The latest version of a class that the document's latest version does not have.</summary>
public sealed record EarlierVersion(ContentClass Content, int Number, string Title, DateOnly Date, bool IsDraft);

/// <summary>One document in a list: the latest version that the reader may know of.</summary>
public sealed record ListedDocument
{
    public required Id Id { get; init; }

    public required string Reference { get; init; }

    public required BoardId Board { get; init; }

    public required CodeId Type { get; init; }

    public required string TypeText { get; init; }

    public required string Title { get; init; }

    public required DateOnly Date { get; init; }

    public required DocumentStatus Status { get; init; }

    public required bool IsDraft { get; init; }

    public required string? RegistrationNumber { get; init; }

    public required ConfidentialityMark? Confidentiality { get; init; }

    public required int Version { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ChangedAt { get; init; }
}

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
