namespace Oversight.Documents;

/// <summary>What has happened to a kept document. Who, in which role and when stand on the stored event.</summary>
public abstract record DocumentEvent
{
    private DocumentEvent()
    {
    }

    public sealed record Created(BoardId Board, CodeId Type, string TypeText) : DocumentEvent;

    /// <param name="Number">1, 2, 3 ... within the document.</param>
    /// <param name="MadeBy">The role of the author; the system for what a timer makes.</param>
    /// <param name="MadeFrom">Version of the stream that it tells of; null when it tells of none, and before v2.</param>
    /// <param name="Content">Null in events from before it was stored: <see cref="DocumentContents.Before"/>.</param>
    public sealed record VersionAdded(
        int Number, string Title, DateOnly Date, bool IsDraft, Role MadeBy, IReadOnlyList<DocumentFile> Files, int? MadeFrom,
        ContentClass? Content = null) : DocumentEvent;

    /// <summary>The same words are now read by others: a draft was pointed out for the meeting.</summary>
    public sealed record ContentChanged(int Number, ContentClass Content) : DocumentEvent;

    /// <summary>The latest version also tells of a later version of the stream that it was made from.</summary>
    public sealed record Confirmed(int MadeFrom) : DocumentEvent;

    public sealed record StatusChanged(DocumentStatus From, DocumentStatus To) : DocumentEvent;

    public sealed record Registered(string Number) : DocumentEvent;

    public sealed record MarkedConfidential(ConfidentialityMark Mark) : DocumentEvent;
}
