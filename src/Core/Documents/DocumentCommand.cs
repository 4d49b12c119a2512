namespace Oversight.Documents;

/// <summary>What may be asked of a kept document.</summary>
public abstract record DocumentCommand
{
    private DocumentCommand()
    {
    }

    /// <summary>
    /// Keeps a version; the first one also begins the document. Files that are the same as those of the latest version say
    /// nothing new and give no event.
    /// </summary>
    /// <param name="Date">The date in the document's head.</param>
    /// <param name="Status">The status that the head shows: it moves with a version, so that the file and the record never differ.</param>
    /// <param name="Confidentiality">The mark that the head shows; null leaves an earlier mark as it is.</param>
    /// <param name="Files">One file per format, already stored under names that are written once.</param>
    /// <param name="Content">Who reads it follows from this.</param>
    /// <param name="MadeFrom">
    /// Version of the stream that the document tells of; what was made from an older one than the latest version says nothing
    /// new. Null for a document that tells of no stream.
    /// </param>
    public sealed record AddVersion(
        BoardId Board, CodeId Type, string TypeText, string Title, DateOnly Date, DocumentStatus Status, bool IsDraft,
        ConfidentialityMark? Confidentiality, IReadOnlyList<DocumentFile> Files, ContentClass Content, int? MadeFrom = null)
        : DocumentCommand;

    /// <summary>The registrator enters the diarienummer of the ärende; several documents may share one.</summary>
    /// <param name="Number">As written in the registry; there is no national form.</param>
    /// <param name="Pattern">The board's form of a diarienummer, from the settings.</param>
    /// <param name="Example">Told when the number has another form.</param>
    /// <param name="Files">
    /// The latest version again, with the number in its head: kept as a version of its own, unless the document is one that gets
    /// no more versions.
    /// </param>
    public sealed record Register(string Number, string Pattern, string Example, IReadOnlyList<DocumentFile> Files) : DocumentCommand;
}
