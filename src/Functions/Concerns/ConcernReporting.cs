using Oversight.Concerns;
using Oversight.Functions.Settings;
using Oversight.Functions.Storage;
using Oversight.Functions.Web;

namespace Oversight.Functions.Concerns;

/// <summary>Whose concern it is. Kept among the private texts; the record has only the pseudonym.</summary>
public sealed record ConcernReporter(string UserId, string Name);

/// <summary>Takes in a concern. One way for the form, the API and the queue.</summary>
public sealed class ConcernReporting(
    Streams streams, PrivateTexts privateTexts, Reservations reservations, ConcernAttachments attachments, ConcernKeys keys, ConcernUnits units,
    SettingsProvider settings)
{
    private const string ContentScope = "concern-content";

    /// <param name="key">Makes a repeat recognisable, together with the context's actor.</param>
    public async Task<Outcome<ConcernState>> ReportAsync(
        ConcernDraft draft, ConcernReporter reporter, CommandContext context, string key, ConcernChannel channel, CancellationToken cancellation)
    {
        var inForce = await settings.GetAsync(cancellation);
        var hashes = await keys.GetAsync(cancellation);
        var id = Id.Derive(context.Actor.UserId, key);
        var envelope = new Envelope(context, inForce.Hash, Against.Nothing, key, Envelopes.Hash(draft.ToBody()));
        var texts = new DraftTexts(hashes, "report", $"{key}|{envelope.BodyHash}");
        var loading = streams.LoadForChangeAsync(ConcernStream.Kind, id, cancellation);
        var (command, faults) = await BuildAsync(draft, reporter, channel, ConcernRules.From(inForce.Settings), texts, hashes, cancellation);
        var existing = await loading;
        if (existing is null && faults.Count > 0)
            return new Outcome<ConcernState>.Refused(Refusals(command, faults, context));

        Reservation? reserved = null;
        var outcome = await streams.CreateAsync(ConcernStream.Kind, id, command, envelope, cancellation, PrepareAsync, existing);
        if (reserved is not null && outcome is not Outcome<ConcernState>.Done)
            await reservations.EndAsync(reserved, cancellation);
        return outcome;

        async Task<Prepared<ConcernCommand>> PrepareAsync(ConcernCommand accepted, CancellationToken token)
        {
            var finding = FindSameAsync(id, command, hashes, token);
            await Task.WhenAll(
                finding,
                attachments.StoreAsync(id, draft.Files, command.Attachments, token),
                privateTexts.WriteAsync(ConcernStream.StreamId(id), texts.EntryName, texts.Entry, token));
            (var same, reserved) = await finding;
            return new Prepared<ConcernCommand>.Go(command with { PossibleDuplicateOf = same });
        }
    }

    private async Task<(ConcernCommand.Report Command, IReadOnlyList<Refusal> Faults)> BuildAsync(
        ConcernDraft draft, ConcernReporter reporter, ConcernChannel channel, ConcernRules rules, DraftTexts texts, ConcernHashes hashes,
        CancellationToken cancellation)
    {
        var (occurred, dateFault) = OccurrenceInput.Read(draft.Occurred, draft.Precision);
        var (accepted, fileFaults) = ConcernAttachments.Look(draft.Files, rules.Limits);
        var registeredFor = TypedText.IsBlank(draft.RegisteredFor) ? null : Add(texts, "registeredFor", draft.RegisteredFor, draft);
        var registeredBy = hashes.Reporter(reporter.UserId);
        var command = new ConcernCommand.Report(
            await PlaceAsync(draft, texts, cancellation), Code(draft.Service), Add(texts, "text", draft.Text, draft), occurred,
            Code(draft.Consequence),
            TypedText.IsBlank(draft.CaseReference) ? null : Add(texts, "caseReference", draft.CaseReference, draft),
            registeredFor, accepted, registeredFor is null ? registeredBy : hashes.SomebodyElse(registeredFor.Text), registeredBy, channel,
            PossibleDuplicateOf: null, rules);
        texts.Keep(ConcernTexts.ReporterId, reporter.UserId);
        texts.Keep(ConcernTexts.ReporterName, reporter.Name);
        foreach (var attachment in accepted)
        {
            var name = draft.Files.First(file => file.Sha256 == attachment.Sha256).Name;
            texts.Keep(ConcernTexts.FileField(attachment.Sha256), ConcernAttachments.SafeName(name, attachment.Type));
        }

        return (command, [.. dateFault is null ? [] : new[] { dateFault }, .. fileFaults]);
    }

    private async Task<ConcernPlace> PlaceAsync(ConcernDraft draft, DraftTexts texts, CancellationToken cancellation)
    {
        if (!TypedText.IsBlank(draft.UnitId))
            return await units.FindAsync(draft.UnitId, cancellation);
        return TypedText.IsBlank(draft.UnknownProvider)
            ? new ConcernPlace.NotChosen()
            : new ConcernPlace.Unknown(Add(texts, "unknownProvider", draft.UnknownProvider, draft), new BoardId(TypedText.Code(draft.Board)));
    }

    private static WrittenText Add(DraftTexts texts, string field, string? text, ConcernDraft draft) =>
        texts.Add(field, text, draft.Numbers.GetValueOrDefault(field));

    private static CodeId? Code(string? code) => FormInput.Code(code);

    /// <summary>What the rules say before anything is written, and what could not even be read. An unreadable date is not also a missing one.</summary>
    private static List<Refusal> Refusals(ConcernCommand command, IReadOnlyList<Refusal> faults, CommandContext context)
    {
        var reasons = ConcernDecider.Decide(ConcernState.Initial, command, context) is Decision<ConcernEvent>.Refused refused ? refused.Reasons : [];
        var unreadable = faults.Any(fault => fault.Code == ConcernRefusals.DateUnreadable);
        return [.. reasons.Where(reason => !unreadable || reason.Code != ConcernRefusals.OccurredRequired), .. faults];
    }

    /// <summary>An earlier concern with the same content. The reservation also makes this one findable for the next.</summary>
    private async Task<(Id? Same, Reservation? Reserved)> FindSameAsync(
        Id id, ConcernCommand.Report command, ConcernHashes hashes, CancellationToken cancellation)
    {
        var content = hashes.Content(
            (command.Place as ConcernPlace.AtUnit)?.Unit.UnitId.Value, (command.Place as ConcernPlace.Unknown)?.Description.Text,
            command.Service?.Value, command.Text.Text, $"{command.Occurred?.Precision}{command.Occurred?.First:O}", command.Consequence?.Value);
        var what = new Reservable(ContentScope, content, (holder, token) => AskAsync(holder, command.Text.Hash, token));
        return await reservations.TryReserveAsync(what, ConcernStream.StreamId(id), creates: true, cancellation) switch
        {
            Reserving.Ours ours => (null, ours.Reservation),
            Reserving.Taken taken => (await AskAsync(taken.StreamId, command.Text.Hash, cancellation) == Holding.Held ? IdOf(taken.StreamId) : null, null),
            var other => throw new InvalidOperationException($"No way to take {other.GetType().Name}."),
        };
    }

    /// <summary>A concern has the content that it was reported with, until its text is corrected.</summary>
    private async Task<Holding> AskAsync(string streamId, string textHash, CancellationToken cancellation) =>
        IdOf(streamId) is not { } id || await streams.LoadAsync(ConcernStream.Kind, id, cancellation) is not { State.FileOrNone: { } file }
            ? Holding.NoStream
            : file.Text.Reference.Hash == textHash ? Holding.Held : Holding.NotHeld;

    private static Id? IdOf(string streamId) => streamId.Split('-', 2) is [_, var value] && Id.TryParse(value, out var id) ? id : null;
}
