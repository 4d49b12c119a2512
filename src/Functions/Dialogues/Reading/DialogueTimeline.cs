using Oversight.Concerns;
using Oversight.Dialogues;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations.Screens;
using Oversight.Functions.Storage;
using Oversight.Functions.Web.Components;

namespace Oversight.Functions.Dialogues.Reading;

/// <summary>What has happened to a series, or to one of its meetings, in words.</summary>
public sealed class DialogueTimeline(Streams streams, Conflicts conflicts)
{
    /// <param name="occasion">Null: the whole series.</param>
    public async Task<IReadOnlyList<TimelineEntry>> OfAsync(
        OpenDialogue open, int? occasion, CancellationToken cancellation)
    {
        var closed = await conflicts.OfAsync(open.User, cancellation);
        return
        [
            .. (await streams.HistoryAsync(DialogueStream.Kind, open.Head.Id, cancellation))
                .Where(recorded => occasion is null || OccasionOf(recorded.Event) == occasion)
                // Not a word of what is closed to the reader, nor that it is there.
                .Where(recorded => recorded.Event is not DialogueEvent.ConcernTakenUp { TakenUp: var taken }
                    || Reads(open, taken, closed))
                .Select(recorded => Entry(recorded, open)),
        ];
    }

    private static int? OccasionOf(DialogueEvent happened) => happened switch
    {
        DialogueEvent.OccasionPlanned planned => planned.Number,
        DialogueEvent.OfOccasion at => at.Occasion,
        DialogueEvent.AreaAgreed agreed => agreed.Occasion,
        DialogueEvent.AreaFollowed followed => followed.Step.Occasion,
        _ => null,
    };

    private static TimelineEntry Entry(Recorded<DialogueEvent> recorded, OpenDialogue open)
    {
        var (what, facts, words) = Told(recorded.Event, open);
        return new TimelineEntry(
            recorded.Version, recorded.At, RoleNames.Title(recorded.Actor.Role), what, facts,
            open.Texts.Show(words));
    }

    private static (string What, IReadOnlyList<(string Label, string Value)> Facts, TextReference? Words) Told(
        DialogueEvent happened, OpenDialogue open) => happened switch
        {
            DialogueEvent.SeriesOpened => ("Dialogserien öppnad", [], null),
            DialogueEvent.ParticipantsSet set => (
                "Deltagarna valda", [("Antal", $"{set.Participants.Count}"), ("Deltagare", Names(set.Participants))],
                null),
            DialogueEvent.LeadTaken taken =>
                ("Ny samordnare", [("Samordnare", open.Texts.Show(taken.Lead.Name))], null),
            DialogueEvent.OccasionPlanned planned => (
                "Möte planerat",
                [("Tid", DialogueWords.Text(planned.Time)), ("För", DialogueWords.For(planned.With?.Name))], null),
            DialogueEvent.OccasionMoved moved =>
                ("Mötet flyttat", [("Ny tid", DialogueWords.Text(moved.Time))], moved.Reason),
            DialogueEvent.OccasionCancelled cancelled => ("Mötet inställt", [], cancelled.Reason),
            DialogueEvent.Invited invited =>
                ("Kallelse skickad", [("Till", Names(invited.Participants))], null),
            DialogueEvent.PointAdded added => ("Punkt på dagordningen", [], added.Point.What),
            DialogueEvent.Noted noted => ("Anteckning", [], noted.Note.Words),
            DialogueEvent.AreaAgreed { Area: var area } => (
                $"Utvecklingsområde {area.Number} överenskommet",
                [("Ansvarig", open.Texts.Show(area.Owner)), ("Senast", SwedishDates.Text(area.Until))], area.What),
            DialogueEvent.AreaFollowed followed => (
                $"Utvecklingsområde {followed.Area}: {DialogueWords.Text(followed.Step)}", [], followed.Step.Words),
            DialogueEvent.Held held =>
                ("Mötet genomfört", [("Närvarande", Names(held.Attended))], held.Others),
            DialogueEvent.ConcernTakenUp { TakenUp: var taken } => (
                "En synpunkt togs upp",
                [
                    ("Synpunkt", taken.Concern.Reference(ConcernFacts.ReferenceKind)), ("Enhet", taken.About.Name),
                ],
                taken.Became),
            DialogueEvent.MinutesEstablished minutes =>
                ("Minnesanteckningarna fastställda", [], minutes.Summary),
            DialogueEvent.SeriesEnded ended => ("Dialogserien avslutad", [], ended.Reason),
            _ => throw new InvalidOperationException($"Nobody tells of {happened.GetType().Name}."),
        };

    /// <summary>What came of a concern is for those who read it.</summary>
    internal static bool Reads(OpenDialogue open, TakenUpConcern taken, ClosedMatters closed) =>
        ContentAccess.Reads(open.User, ContentClass.Concern, open.Board) && !closed.Contains(taken.Concern);

    private static string Names(IEnumerable<DialogueParticipant> participants) =>
        string.Join(", ", participants.Select(one => one.Name).Order(SwedishOrder.Comparer));
}
