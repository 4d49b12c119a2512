using Oversight.Documents;
using Oversight.Functions.Identity;

namespace Oversight.Functions.Documents;

/// <summary>Somebody who asks for documents. Every door to a document asks here.</summary>
/// <param name="Closed">What the person has declared jäv in.</param>
public sealed record DocumentReader(SignedInUser User, ClosedMatters Closed)
{
    /// <param name="about">The matters that the document tells of; null in what was stored before they were.</param>
    public Grade GradeOf(ContentClass content, BoardId board, IReadOnlyList<Id>? about) =>
        IsClosed(content, about) ? Grade.Nothing : ContentAccess.Of(User, content, board);

    /// <summary>The document with the versions that the person may know of; null when there is none.</summary>
    public DocumentState.Kept? Seen(DocumentState.Kept document) =>
        document.Versions.Where(version => GradeOf(version.Content, document.Board, document.About) != Grade.Nothing)
            .ToList() is { Count: > 0 } seen
            ? document with { Versions = seen }
            : null;

    public bool Reads(DocumentState.Kept document, DocumentVersion version) =>
        GradeOf(version.Content, document.Board, document.About) == Grade.Content;

    /// <summary>
    /// Where nobody wrote down what a document of a matter is about, it is closed to whoever is in any conflict.
    /// </summary>
    private bool IsClosed(ContentClass content, IReadOnlyList<Id>? about) => about is null
        ? Closed.Any && DocumentContents.IsOfMatter(content)
        : about.Any(Closed.Contains);
}
