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
    /// <param name="Files">One file per format, already stored under names that are written once.</param>
    public sealed record AddVersion(
        BoardId Board, CodeId Type, string Title, DateOnly Date, DocumentStatus Status, bool IsDraft, IReadOnlyList<DocumentFile> Files)
        : DocumentCommand;

    /// <summary>Moves the document on: upprättad, expedierad.</summary>
    public sealed record ChangeStatus(DocumentStatus Status) : DocumentCommand;

    /// <summary>The registrator enters the diarienummer of the ärende. Several documents may share one.</summary>
    /// <param name="Number">As written in the registry; there is no national form.</param>
    public sealed record Register(string Number) : DocumentCommand;

    /// <summary>sekretessmarkering (OSL 5 kap. 5 §).</summary>
    public sealed record MarkConfidential(string Provision, string Authority) : DocumentCommand;
}
