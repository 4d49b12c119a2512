using Oversight.Concerns;
using Oversight.Functions.Attachments;
using Oversight.Functions.Concerns.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Settings;
using Oversight.Functions.Storage;
using Oversight.Functions.Texts;

namespace Oversight.Functions.Concerns.Reporting;

/// <summary>Whose concern it is. Kept among the private texts; the record has only the pseudonym.</summary>
public sealed record ConcernReporter(string UserId, string Name);

/// <summary>Takes in a concern. One way for the form, the API and the queue.</summary>
public sealed class ConcernReporting(
    Streams streams, PrivateTexts privateTexts, Reservations reservations, AttachmentFiles attachments,
    ConcernKeys keys, ConcernUnits units, SettingsProvider settings)
{
    private const string ContentScope = "concern-content";

    /// <param name="values">The fields of <see cref="ReportFields"/>.</param>
    public async Task<Outcome<ConcernState>> ReportAsync(
        FieldValues values, ConcernReporter reporter, Id id, Envelope envelope, ConcernChannel channel,
        CancellationToken cancellation)
    {
        var rules = ConcernRules.From((await settings.GetAsync(cancellation)).Settings);
        var hashes = await keys.GetAsync(cancellation);
        var texts = new DraftTexts(hashes, "report", RequestTexts.RequestOf(envelope));
        var loading = streams.LoadForChangeAsync(ConcernStream.Kind, id, cancellation);
        var occurred = When(values, channel, envelope.Context.Today);
        var command = await BuildAsync(values, reporter, channel, occurred, rules, texts, hashes, cancellation);
        var existing = await loading;
        if (existing is null && values.Faults.Count > 0)
        {
            var decided = ConcernDecider.Decide(ConcernState.Initial, command, envelope.Context);
            return new Outcome<ConcernState>.Refused(
                values.FaultsAnd(decided is Decision<ConcernEvent>.Refused no ? no.Reasons : []));
        }

        Reservation? reserved = null;
        var outcome = await streams.CreateAsync(ConcernStream.Kind, id, command, envelope, cancellation, PrepareAsync,
            existing);
        if (reserved is not null && outcome is not Outcome<ConcernState>.Done)
            await reservations.EndAsync(reserved, cancellation);
        return outcome;

        async Task<Prepared<ConcernCommand>> PrepareAsync(ConcernCommand accepted, CancellationToken token)
        {
            var finding = FindSameAsync(id, command, hashes, token);
            await Task.WhenAll(
                finding,
                attachments.StoreAsync(id, values.Read(ReportFields.Attachments), command.Attachments, token),
                privateTexts.WriteAsync(ConcernStream.StreamId(id), texts.EntryName, texts.Entry, token));
            (var same, reserved) = await finding;
            return new Prepared<ConcernCommand>.Go(command with { PossibleDuplicateOf = same });
        }
    }

    private async Task<ConcernCommand.Report> BuildAsync(
        FieldValues values, ConcernReporter reporter, ConcernChannel channel,
        (Occurrence? Occurred, Refusal? Fault) when, ConcernRules rules, DraftTexts texts, ConcernHashes hashes,
        CancellationToken cancellation)
    {
        var place = await PlaceAsync(values, texts, cancellation);
        var files = values.Read(ReportFields.Attachments);
        var (accepted, refused) = AttachmentFiles.Look(files, ReportFields.Attachments.Name,
            rules.Limits.AttachmentBytes);
        foreach (var fault in when.Fault is null ? refused : [when.Fault, .. refused])
            values.Refuse(fault);
        var text = texts.Add(values, ReportFields.Text);
        var caseReference = Optional(values, ReportFields.CaseReference, texts);
        var registeredFor = Optional(values, ReportFields.RegisteredFor, texts);
        var registeredBy = hashes.Reporter(reporter.UserId);
        texts.Keep(ConcernTexts.ReporterId, reporter.UserId);
        texts.Keep(ConcernTexts.ReporterName, reporter.Name);
        foreach (var attachment in accepted)
        {
            var name = files.First(file => file.Sha256 == attachment.Sha256).Name;
            texts.Keep(ConcernTexts.FileField(attachment.Sha256), FileNames.Safe(name, attachment.Type));
        }

        return new ConcernCommand.Report
        {
            Place = place,
            Service = values.Read(ReportFields.Service),
            Text = text,
            Occurred = when.Occurred,
            Consequence = values.Read(ReportFields.Consequence),
            CaseReference = caseReference,
            RegisteredFor = registeredFor,
            Attachments = accepted,
            ReporterKey = registeredFor is null
                ? registeredBy
                : hashes.SomebodyElse(registeredFor.Text),
            RegisteredByKey = registeredBy,
            Channel = channel,
            PossibleDuplicateOf = null,
            Rules = rules,
        };
    }

    /// <summary>When it happened; the form has words for the days that are meant most often.</summary>
    private static (Occurrence? Occurred, Refusal? Fault) When(
        FieldValues values, ConcernChannel channel, DateOnly today) =>
        (channel, values.Text(ReportFields.Precision)) switch
        {
            (ConcernChannel.Form, ReportFields.TodayValue) => (Occurrence.On(today), null),
            (ConcernChannel.Form, ReportFields.YesterdayValue) => (Occurrence.On(today.AddDays(-1)), null),
            _ => OccurrenceInput.Read(values.Text(ReportFields.Occurred), values.Read(ReportFields.Precision)),
        };

    /// <summary>The unit, unless it is unknown: ticked, or described and no unit written.</summary>
    private async Task<ConcernPlace> PlaceAsync(FieldValues values, DraftTexts texts, CancellationToken cancellation)
    {
        var isUnknown = values.Read(ReportFields.Unknown)
            || (values.Read(ReportFields.Unit) is Looked.Nothing
                && !TypedText.IsBlank(values.Text(ReportFields.UnknownProvider)));
        return isUnknown
            ? new ConcernPlace.Unknown(texts.Add(values, ReportFields.UnknownProvider), values.Read(ReportFields.Board))
            : await units.ReadAsync(values, ReportFields.Unit, cancellation);
    }

    private static WrittenText? Optional(FieldValues values, WordsField field, DraftTexts texts) =>
        TypedText.IsBlank(values.Text(field)) ? null : texts.Add(values, field);

    /// <summary>
    /// An earlier concern with the same content. The reservation also makes this one findable for the next.
    /// </summary>
    private async Task<(Id? Same, Reservation? Reserved)> FindSameAsync(
        Id id, ConcernCommand.Report command, ConcernHashes hashes, CancellationToken cancellation)
    {
        var content = hashes.Content(
            (command.Place as ConcernPlace.AtUnit)?.Unit.UnitId.Value,
            (command.Place as ConcernPlace.Unknown)?.Description.Text,
            command.Service?.Value, command.Text.Text, $"{command.Occurred?.Precision}{command.Occurred?.First:O}",
            command.Consequence?.Value);
        var what = new Reservable(ContentScope, content, (holder, token) => AskAsync(holder, command.Text.Hash, token));
        return await reservations.TryReserveAsync(what, ConcernStream.StreamId(id), creates: true, cancellation) switch
        {
            Reserving.Ours ours => (null, ours.Reservation),
            Reserving.Taken taken =>
                (await AskAsync(taken.StreamId, command.Text.Hash, cancellation) == Holding.Held
                    ? IdOf(taken.StreamId)
                    : null, null),
            var other => throw new InvalidOperationException($"No way to take {other.GetType().Name}."),
        };
    }

    /// <summary>A concern has the content that it was reported with, until its text is corrected.</summary>
    private async Task<Holding> AskAsync(string streamId, string textHash, CancellationToken cancellation) =>
        IdOf(streamId) is not { } id
            || await streams.LoadAsync(ConcernStream.Kind, id, cancellation) is not { State.FileOrNone: { } file }
            ? Holding.NoStream
            : file.Text.Reference.Hash == textHash ? Holding.Held : Holding.NotHeld;

    private static Id? IdOf(string streamId) =>
        streamId.Split('-', 2) is [_, var value] && Id.TryParse(value, out var id) ? id : null;
}
