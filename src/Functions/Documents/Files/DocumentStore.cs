using Oversight.Documents;
using Oversight.Functions.Storage;
using Oversight.Functions.Telemetry;

namespace Oversight.Functions.Documents;

/// <summary>Keeps documents: renders, stores the files and records the version.</summary>
public sealed class DocumentStore(Streams streams, DocumentFiles files)
{
    /// <summary>Others' changes that may come in between before a save gives up.</summary>
    private const int MaxAttempts = 50;

    /// <summary>
    /// Keeps a version, unless it is the same as the latest one, or made from something older than it. A diarienummer
    /// that the registrator has entered is put in the head. Throws when the rules refuse, which a caller in this
    /// program is to know beforehand.
    /// </summary>
    public async Task<Folded<DocumentState>> SaveAsync(
        DocumentDraft draft, Envelope envelope, CancellationToken cancellation)
    {
        for (var attempt = 0; ; attempt++)
        {
            var existing = await streams.LoadAsync(DocumentStream.Kind, draft.Id, cancellation);
            var outcome = await TrySaveAsync(draft, existing, envelope, cancellation);
            switch (outcome)
            {
                case Outcome<DocumentState>.Done done:
                    return new Folded<DocumentState>(done.Head, done.State);
                case Outcome<DocumentState>.Conflict when attempt < MaxAttempts:
                    continue;
                case Outcome<DocumentState>.Refused refused:
                    throw new InvalidOperationException(
                        $"The document {draft.Id} was refused: "
                            + $"{string.Join(", ", refused.Reasons.Select(reason => reason.Code))}.");
                default:
                    throw new InvalidOperationException(
                        $"The document {draft.Id} could not be kept: {outcome.GetType().Name}.");
            }
        }
    }

    /// <summary>
    /// A conflict when somebody, such as the registrator, has changed the document since it was read: what is rendered
    /// depends on it.
    /// </summary>
    private async Task<Outcome<DocumentState>> TrySaveAsync(
        DocumentDraft draft, Folded<DocumentState>? existing, Envelope envelope, CancellationToken cancellation)
    {
        var kept = existing?.State as DocumentState.Kept;
        if (kept is not null && DocumentDecider.IsOvertaken(kept, draft.MadeFrom))
            return new Outcome<DocumentState>.Done(existing!.Head, kept, Repeated: true);
        var document = WithNumber(draft.Document, kept?.RegistrationNumber ?? draft.Document.Head.RegistrationNumber);
        using var span = Tracing.Document(draft.Type.Value, (kept?.Latest.Number ?? 0) + 1);
        var rendered = await files.RenderAsync(document);
        if (kept is not null && kept.Status == document.Head.Status && kept.Latest.Content == draft.Content
            && IsLatest(kept, rendered) && !DocumentDecider.IsNewer(draft.MadeFrom, kept))
            return new Outcome<DocumentState>.Done(existing!.Head, kept, Repeated: true);

        var head = document.Head;
        var isLatest = kept is not null && IsLatest(kept, rendered);
        var described = isLatest ? kept!.Latest.Files : DocumentFiles.Describe(
            draft.Id, (kept?.Latest.Number ?? 0) + 1, rendered);
        var command = new DocumentCommand.AddVersion
        {
            Board = draft.Board,
            Type = draft.Type,
            TypeText = head.TypeText,
            Title = document.Title,
            Date = head.Date,
            Status = head.Status,
            IsDraft = head.IsDraft,
            Confidentiality = head.Confidentiality,
            Files = described,
            Content = draft.Content,
            MadeFrom = draft.MadeFrom,
            About = draft.About,
        };
        // Whoever saves has an idempotency of their own: here the same content is what makes a repeat.
        var own = envelope with { Key = null, BodyHash = null, Against = Against.Version(existing?.Head.Version ?? 0) };
        var keep = isLatest ? null : Keep(described, rendered);
        var saved = existing is null
            ? await streams.CreateAsync(DocumentStream.Kind, draft.Id, command, own, cancellation, keep)
            : await streams.ChangeAsync(DocumentStream.Kind, draft.Id, command, own, cancellation, keep, existing);
        if (saved is Outcome<DocumentState>.Done { Repeated: false } && !isLatest)
            Measures.DocumentMade(draft.Type.Value);
        return saved;
    }

    /// <summary>
    /// Enters the diarienummer: the same document again with the number in its head, as a version of its own.
    /// </summary>
    public async Task<Outcome<DocumentState>> RegisterAsync(
        Id id, string number, Oversight.Settings.DocumentHead rules, Envelope envelope, CancellationToken cancellation)
    {
        if (await streams.LoadForChangeAsync(DocumentStream.Kind, id,
            cancellation) is not { State: DocumentState.Kept kept } existing)
            return new Outcome<DocumentState>.Missing();
        var command = new DocumentCommand.Register(number, rules.DiaryNumberPattern, rules.DiaryNumberExample, []);
        // Asked before anything is rendered: a number that is refused makes no document.
        if (!DocumentDecider.TakesVersions(kept.Status)
            || DocumentDecider.Decide(kept, command, envelope.Context) is Decision<DocumentEvent>.Refused)
            return await streams.ChangeAsync(
                DocumentStream.Kind, id, command, envelope, cancellation, loaded: existing);
        var document = WithNumber(await files.ReadModelAsync(kept.Latest, cancellation), number.Trim());
        var rendered = await files.RenderAsync(document);
        var described = DocumentFiles.Describe(id, kept.Latest.Number + 1, rendered);
        return await streams.ChangeAsync(
            DocumentStream.Kind, id, command with { Files = described }, envelope, cancellation,
            Keep(described, rendered), existing);
    }

    private Preparation<DocumentCommand> Keep(
        IReadOnlyList<DocumentFile> described, IReadOnlyList<RenderedFile> rendered) =>
        async (accepted, cancellation) =>
        {
            await files.KeepAsync(described, rendered, cancellation);
            return new Prepared<DocumentCommand>.Go(accepted);
        };

    private static Document WithNumber(Document document, string? number) =>
        document with { Head = document.Head with { RegistrationNumber = number } };

    private static bool IsLatest(DocumentState.Kept kept, IReadOnlyList<RenderedFile> rendered) =>
        rendered.All(
            file => kept.Latest.Files.Any(known => known.Format == file.Format && known.Sha256 == file.Sha256));
}
