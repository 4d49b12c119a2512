namespace Oversight.Documents;

/// <summary>A kept document as its events tell it.</summary>
public abstract record DocumentState
{
    private DocumentState()
    {
    }

    /// <summary>No event yet.</summary>
    public sealed record Absent : DocumentState;

    /// <summary>A document of one board, with at least one version once it is read from the record.</summary>
    /// <param name="Versions">Oldest first; none is ever taken away.</param>
    /// <param name="RegistrationNumber">diarienummer, null until the registrator has entered it.</param>
    public sealed record Kept(
        BoardId Board, CodeId Type, string TypeText, DocumentStatus Status, string? RegistrationNumber,
        ConfidentialityMark? Confidentiality, IReadOnlyList<DocumentVersion> Versions) : DocumentState
    {
        public DocumentVersion Latest => Versions[^1];

        /// <summary>The reviews and concerns that any version tells of; null when that was stored with none.</summary>
        public IReadOnlyList<Id>? About { get; init; }

        public DocumentVersion? Version(int number) => Versions.FirstOrDefault(version => version.Number == number);
    }
}

/// <summary>One version: what it was called, its own date, who made it and when, and its files.</summary>
public sealed record DocumentVersion(
    int Number, string Title, DateOnly Date, bool IsDraft, Role MadeBy, IReadOnlyList<DocumentFile> Files,
    ContentClass Content, int? MadeFrom)
{
    public DocumentFile File(FileFormat format) => Files.Single(file => file.Format == format);
}

/// <summary>A stored file and what proves that it is unchanged.</summary>
/// <param name="Name">Its name in the store, ours and never a person's.</param>
/// <param name="Length">In bytes.</param>
/// <param name="Sha256">Lower-case hexadecimal.</param>
public sealed record DocumentFile(FileFormat Format, string Name, long Length, string Sha256);
