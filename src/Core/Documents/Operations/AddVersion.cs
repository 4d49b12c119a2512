namespace Oversight.Documents;

public abstract partial record DocumentCommand
{
    /// <summary>
    /// Keeps a version; the first one also begins the document. Files that are the same as those of the latest version
    /// say nothing new and give no event.
    /// </summary>
    public sealed record AddVersion : DocumentCommand
    {
        public required BoardId Board { get; init; }

        public required CodeId Type { get; init; }

        public required string TypeText { get; init; }

        public required string Title { get; init; }

        /// <summary>The date in the document's head.</summary>
        public required DateOnly Date { get; init; }

        /// <summary>The status in its head: it moves with a version: file and record never differ.</summary>
        public required DocumentStatus Status { get; init; }

        public required bool IsDraft { get; init; }

        /// <summary>The mark in its head; null leaves an earlier mark as it is.</summary>
        public required ConfidentialityMark? Confidentiality { get; init; }

        /// <summary>One file per format, already stored under names that are written once.</summary>
        public required IReadOnlyList<DocumentFile> Files { get; init; }

        /// <summary>Who reads it follows from this.</summary>
        public required ContentClass Content { get; init; }

        /// <summary>
        /// Version of the stream that the document tells of; what was made from an older one than the latest version
        /// says nothing new. Null for a document that tells of no stream.
        /// </summary>
        public int? MadeFrom { get; init; }

        /// <summary>
        /// The reviews and concerns that it tells of: whoever is in a conflict of interest in one does not read it.
        /// </summary>
        public IReadOnlyList<Id>? About { get; init; }

        internal override Decision<DocumentEvent> Decide(DocumentState state, CommandContext context) =>
            state is DocumentState.Kept kept ? Add(kept, context.Actor.Role) : Begin(context.Actor.Role);

        private Decision<DocumentEvent> Begin(Role role) => Files.Count == 0
            ? new Refusal(DocumentRefusals.FileMissing)
            : Decision.Accept<DocumentEvent>(
            [
                new DocumentEvent.Created(Board, Type, TypeText),
                .. Version(1, DocumentStatus.WorkingMaterial, null, role),
            ]);

        private Decision<DocumentEvent> Add(DocumentState.Kept kept, Role role)
        {
            if (Board != kept.Board || Type != kept.Type)
                return new Refusal(DocumentRefusals.OtherBoard);
            if (Files.Count == 0)
                return new Refusal(DocumentRefusals.FileMissing);
            if (DocumentDecider.IsOvertaken(kept, MadeFrom))
                return Decision.Accept<DocumentEvent>();
            if (Status == kept.Status && HasFilesOf(kept.Latest))
                return Decision.Accept(Same(kept));
            if (!DocumentDecider.TakesVersions(kept.Status))
                return new Refusal(DocumentRefusals.Closed);
            if (Status != kept.Status && !DocumentDecider.Allows(kept.Status, Status))
                return new Refusal(DocumentRefusals.StatusNotAllowed, "status", $"{kept.Status}", $"{Status}");
            return Decision.Accept(Version(kept.Latest.Number + 1, kept.Status, kept.Confidentiality, role));
        }

        /// <summary>The same files again: what may be new is who reads them, and what they tell of.</summary>
        private List<DocumentEvent> Same(DocumentState.Kept kept)
        {
            List<DocumentEvent> events = [];
            if (Content != kept.Latest.Content)
                events.Add(new DocumentEvent.ContentChanged(kept.Latest.Number, Content));
            if (DocumentDecider.IsNewer(MadeFrom, kept))
                events.Add(new DocumentEvent.Confirmed(MadeFrom!.Value));
            return events;
        }

        private List<DocumentEvent> Version(int number, DocumentStatus status, ConfidentialityMark? mark, Role role)
        {
            List<DocumentEvent> events =
                [new DocumentEvent.VersionAdded(number, Title, Date, IsDraft, role, Files, MadeFrom, Content,
                    About ?? [])];
            if (Status != status)
                events.Add(new DocumentEvent.StatusChanged(status, Status));
            if (Confidentiality is { } made && made != mark)
                events.Add(new DocumentEvent.MarkedConfidential(made));
            return events;
        }

        private bool HasFilesOf(DocumentVersion version) => Hashes(version.Files).SequenceEqual(Hashes(Files));

        private static IEnumerable<(FileFormat, string)> Hashes(IReadOnlyList<DocumentFile> files) =>
            files.Select(file => (file.Format, file.Sha256)).Order();
    }
}

public abstract partial record DocumentEvent
{
    public sealed record Created(BoardId Board, CodeId Type, string TypeText) : DocumentEvent
    {
        internal override DocumentState Apply(DocumentState state) => state is DocumentState.Absent
            ? new DocumentState.Kept(Board, Type, TypeText, DocumentStatus.WorkingMaterial, null, null, [])
            : throw CannotFollow(state);
    }

    /// <param name="Number">1, 2, 3 ... within the document.</param>
    /// <param name="MadeBy">The role of the author; the system for what a timer makes.</param>
    /// <param name="MadeFrom">Version of the stream that it tells of; null for none, and before v2.</param>
    /// <param name="Content">Null in events from before it was stored: <see cref="DocumentContents.Before"/>.</param>
    /// <param name="About">Null before v3.</param>
    public sealed record VersionAdded(
        int Number, string Title, DateOnly Date, bool IsDraft, Role MadeBy, IReadOnlyList<DocumentFile> Files,
        int? MadeFrom, ContentClass? Content = null, IReadOnlyList<Id>? About = null) : OfKept
    {
        internal override DocumentState Apply(DocumentState.Kept kept) => kept with
        {
            About = About is null ? kept.About : [.. (kept.About ?? []).Union(About)],
            Versions =
            [
                .. kept.Versions,
                new DocumentVersion(
                    Number, Title, Date, IsDraft, MadeBy, Files, Content ?? DocumentContents.Before(kept.Type, IsDraft),
                    MadeFrom),
            ],
        };
    }

    /// <summary>The same words are now read by others: a draft was pointed out for the meeting.</summary>
    public sealed record ContentChanged(int Number, ContentClass Content) : OfKept
    {
        internal override DocumentState Apply(DocumentState.Kept kept) => kept with
        {
            Versions =
            [
                .. kept.Versions.Select(
                    version => version.Number == Number ? version with { Content = Content } : version),
            ],
        };
    }

    /// <summary>The latest version also tells of a later version of the stream that it was made from.</summary>
    public sealed record Confirmed(int MadeFrom) : OfKept
    {
        internal override DocumentState Apply(DocumentState.Kept kept) =>
            kept with { Versions = [.. kept.Versions.SkipLast(1), kept.Latest with { MadeFrom = MadeFrom }] };
    }

    public sealed record StatusChanged(DocumentStatus From, DocumentStatus To) : OfKept
    {
        internal override DocumentState Apply(DocumentState.Kept kept) => kept with { Status = To };
    }

    public sealed record MarkedConfidential(ConfidentialityMark Mark) : OfKept
    {
        internal override DocumentState Apply(DocumentState.Kept kept) => kept with { Confidentiality = Mark };
    }
}
