using System.Globalization;
using System.Text;
using Oversight.Dialogues;
using Oversight.Documents;
using Oversight.Functions.Dialogues.Reading;
using Oversight.Functions.Documents;
using Oversight.Functions.Documents.Word;
using Oversight.Functions.Identity;
using Oversight.Functions.Notifications;
using Oversight.Functions.Providers;
using Oversight.Functions.Storage;
using Oversight.Functions.Storage.Effects;
using Oversight.Functions.Texts;
using Oversight.Notifications;

namespace Oversight.Functions.Dialogues.Papers;

/// <summary>
/// Writes the letters of a kvalitetsdialog when they are sent, so that each says what stands then. To a meeting for all
/// nothing goes that is one participant's.
/// </summary>
public sealed class DialogueLetters(
    Streams streams, DialogueDesk desk, DialogueMatters matters, UnitProviders providers, Municipality municipality,
    Blobs blobs) : ILetterWriter
{
    public const string Invitation = "dialogue-invitation";
    public const string Moved = "dialogue-moved";
    public const string Cancelled = "dialogue-cancelled";
    public const string Minutes = "dialogue-minutes";

    private static readonly Dictionary<string, string> Kinds = new()
    {
        [Invitation] = "Kallelse till kvalitetsdialog",
        [Moved] = "Kvalitetsdialog flyttad",
        [Cancelled] = "Kvalitetsdialog inställd",
        [Minutes] = "Minnesanteckningar från kvalitetsdialog",
    };

    public IReadOnlyDictionary<string, string> Titles => Kinds;

    /// <summary>One letter to each, once, whoever asks for it how often.</summary>
    public static async Task<EffectProgress> QueueAsync(
        Streams streams, EffectCall<DialogueState, DialogueEvent> call, DialogueSeries series, string kind,
        int occasion, IReadOnlyList<DialogueParticipant> to, CancellationToken cancellation)
    {
        var id = call.Head.Id;
        foreach (var one in to)
        {
            if (!call.MayGoOn())
                return EffectProgress.MoreToDo;
            await streams.QueueLetterAsync(
                Id.Derive(kind, string.Create(
                    CultureInfo.InvariantCulture, $"{id}/{occasion}/{call.Cause.Version}/{one.UnitId}")),
                new Notification(
                    kind, string.Create(CultureInfo.InvariantCulture, $"{id}/{occasion}"), id, one.UnitId,
                    series.Board),
                call.Envelope, cancellation);
        }

        return EffectProgress.Done;
    }

    public async Task<IReadOnlySet<Id>> MattersForAsync(SignedInUser user, CancellationToken cancellation) =>
        (await desk.ListAsync(user, cancellation)).Select(row => row.Id).ToHashSet();

    public async Task<Letter?> WriteAsync(Notification notification, string unit, CancellationToken cancellation)
    {
        var about = notification.About.Split('/');
        if (await streams.LoadAsync(DialogueStream.Kind, notification.Matter, cancellation)
                is not { State.Series: { } series, Head: var head }
            || series.OccasionOf(OccasionSubject.NumberOf(about[1])) is not { } meeting
            || await HasGoneOverAsync(series, meeting, notification.UnitId, cancellation))
            return null;
        var texts = await desk.TextsAsync(head.Id, cancellation);
        var source = new Source(head, series, meeting, texts, unit);
        return (notification.Kind, meeting) switch
        {
            (Invitation or Moved, { Status: OccasionStatus.Planned }) =>
                await InviteAsync(source, isNews: notification.Kind == Moved, cancellation),
            (Cancelled, { Status: OccasionStatus.Cancelled }) => CallOff(source),
            (Minutes, { MinutesOn: not null }) => await SendMinutesAsync(source, cancellation),
            _ => null,
        };
    }

    /// <summary>Somebody else runs the unit than who takes part for it: another's meeting is not theirs.</summary>
    private async Task<bool> HasGoneOverAsync(
        DialogueSeries series, DialogueOccasion meeting, Id unit, CancellationToken cancellation) =>
        meeting.Invited.Concat(meeting.Attended).Concat(series.Participants)
            .FirstOrDefault(one => one.UnitId == unit) is { } known
        && !await providers.RunsAsync(known.ProviderId, unit, cancellation);

    private async Task<Letter> InviteAsync(Source of, bool isNews, CancellationToken cancellation)
    {
        var when = DialogueWords.Text(of.Meeting.Time);
        var first = isNews
            ? $"Kvalitetsdialogen är flyttad. Ny tid och plats för {of.Unit} står nedan."
            : $"Välkommen till kvalitetsdialog. Kallelsen gäller {of.Unit}.";
        return new Letter(
            $"{(isNews ? "Ny tid för" : "Kallelse till")} kvalitetsdialog {when}",
            $"""
            Hej!

            {first}

            Tid: {when}
            Plats: {of.Texts.Show(of.Meeting.Time.Place)}
            Samordnare: {of.Texts.Show(of.Series.Lead.Name)}

            Dagordning
            {await AgendaAsync(of, cancellation)}

            Mötet finns i den bifogade filen, som du kan öppna i din kalender.
            {municipality.BoardName(of.Series.Board)} i {municipality.Name}
            """)
        {
            Files = [Calendar(of)],
        };
    }

    private async Task<string> AgendaAsync(Source of, CancellationToken cancellation)
    {
        var lines = new List<string>();
        lines.AddRange(of.Meeting.Points.Select(point => of.Texts.Show(point.What)));
        lines.AddRange(of.Series.AreasOf(of.Meeting).Where(area => area.Status == AreaStatus.Open).Select(area =>
            $"Uppföljning av utvecklingsområde: {of.Texts.Show(area.What)}"));
        // What is one participant's own is spoken of where it sits alone.
        if (of.Meeting.With is { } one)
        {
            lines.AddRange((await matters.ToldAsync(of.Series.Board, one, cancellation)).Select(
                DialogueWords.Remaining));
            lines.AddRange((await matters.ToldSurveysAsync(of.Series.Board, one, cancellation)).Select(
                DialogueWords.Broken));
        }

        lines.Add("Nya utvecklingsområden och nästa möte");
        return string.Join("\n", lines.Select((line, index) => $"{index + 1}. {line}"));
    }

    private Letter CallOff(Source of) => new(
        $"Inställd kvalitetsdialog {DialogueWords.Text(of.Meeting.Time)}",
        $"""
        Hej!

        Kvalitetsdialogen {DialogueWords.Text(of.Meeting.Time)} är inställd. Kallelsen gällde {of.Unit}.

        Den bifogade filen tar bort mötet ur din kalender.
        {municipality.BoardName(of.Series.Board)} i {municipality.Name}
        """)
    {
        Files = [Calendar(of)],
    };

    private async Task<Letter> SendMinutesAsync(Source of, CancellationToken cancellation)
    {
        if (await streams.LoadAsync(
                DocumentStream.Kind, MinutesPaper.IdOf(of.Head.Id, of.Meeting.Number), cancellation)
                is not { State: DocumentState.Kept kept }
            || await blobs.FindAsync(
                DocumentFiles.Container, kept.Latest.File(FileFormat.Docx).Name, cancellation) is not { } content)
            throw new InvalidOperationException($"The minutes {of.Meeting.Number} of {of.Head.Id} are gone.");
        return new Letter(
            $"Minnesanteckningar från kvalitetsdialogen {SwedishDate(of)}",
            $"""
            Hej!

            Här är minnesanteckningarna från kvalitetsdialogen {SwedishDate(of)}. Ni får dem för {of.Unit}.
            Läs dem och hör av er till samordnaren om något är fel.

            Samordnare: {of.Texts.Show(of.Series.Lead.Name)}
            {municipality.BoardName(of.Series.Board)} i {municipality.Name}
            """)
        {
            Files = [new LetterFile("Minnesanteckningar.docx", WordRenderer.ContentType, content.ToArray())],
        };
    }

    private static string SwedishDate(Source of) => Web.Components.SwedishDates.Text(of.Meeting.Time.On);

    private static LetterFile Calendar(Source of) => new(
        DialogueCalendar.FileName, "text/calendar",
        Encoding.UTF8.GetBytes(DialogueCalendar.Of(of.Head, of.Series, of.Texts, of.Meeting)));

    /// <param name="Unit">What the receiving unit is called.</param>
    private sealed record Source(
        StreamHead Head, DialogueSeries Series, DialogueOccasion Meeting, KeptTexts Texts, string Unit);
}
