using Oversight.Concerns;
using Oversight.Dialogues;
using Oversight.Functions.Dialogues;
using Oversight.Functions.Settings;
using Oversight.Functions.Storage;
using Oversight.Functions.Texts;
using Oversight.Functions.Web;
using Oversight.Settings;

namespace Oversight.Local.Demonstration;

/// <summary>
/// A series of kvalitetsdialoger over a year: what was agreed is carried over and reached, a concern is answered by it,
/// one meeting lacks its minutes, one is to come, and one is with a single unit today.
/// </summary>
public sealed class DemonstrationDialogues(
    Streams streams, PrivateTexts privateTexts, TextKeys keys, SettingsProvider settings)
{
    private const int MostUnits = 4;
    private const string LeadName = "Karin Exempel";

    public static Id Series { get; } = DemonstrationData.IdOf("dialog-1");

    /// <summary>Held with minutes; with minutes still to be written; to come; with a single unit today.</summary>
    public const int Written = 3;
    public const int Coming = 4;
    public const int Own = 5;
    public const int Unwritten = 6;

    public async Task WriteAsync(DemonstrationData data, DateOnly today, CancellationToken cancellation)
    {
        var inForce = await settings.GetAsync(cancellation);
        var participants = Participants(data, out var area);
        var limits = new DialogueLimits(inForce.Settings.Limits.ShortText, inForce.Settings.Limits.Reason);
        var made = new Steps(limits, inForce.Settings.Codes(CodeLists.AgreementAreas), participants, area, today);
        var number = 0;
        foreach (var (day, step) in made.Of(TakenUp(data, participants, today.AddDays(-15))))
            await DoAsync(inForce, number++, today.AddDays(day), step, cancellation);
    }

    /// <summary>Of the agreement area of socialnämnden that has most units.</summary>
    private static IReadOnlyList<DialogueParticipant> Participants(DemonstrationData data, out CodeId area)
    {
        var units =
            from provider in data.Providers
            from agreement in provider.Agreements
            where agreement.Board == DemonstrationRegister.Social
            from unit in agreement.Units
            group new DialogueParticipant(
                unit.Id, unit.Name, DemonstrationData.IdOf(provider.Key), provider.Name) by agreement.Area;
        var largest = units.OrderByDescending(group => group.Count())
            .ThenBy(group => group.Key, StringComparer.Ordinal).First();
        area = new CodeId(largest.Key);
        return [.. largest.Take(MostUnits)];
    }

    private static DemonstrationConcern? TakenUp(
        DemonstrationData data, IReadOnlyList<DialogueParticipant> participants, DateOnly before) =>
        data.Concerns.LastOrDefault(concern => concern is
        { Withdrawn: null, UnitKey: not null, Assessment.Outcome: ConcernOutcome.NextDialogue }
            && concern.Board == DemonstrationRegister.Social
            && participants.Any(one => one.UnitId == DemonstrationData.IdOf(concern.UnitKey))
            && StockholmTime.Day(concern.Assessment.At) < before);

    private async Task DoAsync(
        SettingsInForce inForce, int number, DateOnly day, Func<RequestTexts, DialogueCommand> make,
        CancellationToken cancellation)
    {
        var key = $"{Series}-{number}";
        var at = SwedishTime.At(day.ToDateTime(new TimeOnly(8, 30))).AddMinutes(number);
        var texts = new RequestTexts(
            await keys.GetAsync(cancellation), "demonstration", key, "dialogue-demonstration", "dialogue");
        var command = make(texts);
        var envelope = new Envelope(
            new CommandContext(
                new Actor(DemonstrationPeople.Assessor, Role.QualityDeveloper), at, StockholmTime.Day(at)),
            inForce.Hash, Against.Latest, key, Envelopes.Hash(key));
        if (texts.Entry.Fields.Count > 0)
            await privateTexts.WriteAsync(DialogueStream.StreamId(Series), texts.EntryName, texts.Entry, cancellation);
        var outcome = await streams.LoadAsync(DialogueStream.Kind, Series, cancellation) is null
            ? await streams.CreateAsync(DialogueStream.Kind, Series, command, envelope, cancellation)
            : await streams.ChangeAsync(DialogueStream.Kind, Series, command, envelope, cancellation);
        if (outcome is not Outcome<DialogueState>.Done)
            throw new InvalidOperationException(
                $"The demonstration's dialogues stopped at {command.GetType().Name}: {outcome}.");
    }

    /// <summary>What is done, on which day counted from today.</summary>
    private sealed class Steps(
        DialogueLimits limits, CodeList areas, IReadOnlyList<DialogueParticipant> participants, CodeId area,
        DateOnly today)
    {
        public IEnumerable<(int Day, Func<RequestTexts, DialogueCommand> Step)> Of(DemonstrationConcern? taken) =>
        [
            (-300, texts => new DialogueCommand.OpenSeries
            {
                Board = new BoardId(DemonstrationRegister.Social),
                Area = area,
                Name = texts.Add("name", areas.Text(area)),
                LeadName = texts.Add("leadName", LeadName),
                Areas = areas,
                Limits = limits,
            }),
            (-300, _ => new DialogueCommand.SetParticipants(participants, HasUnknown: false)),
            .. Meeting(1, -300, -280, "Så arbetar ni med besked till kunderna"),
            (-280, Note(1, "Alla ringer kunden när någon blir sen, men det skrivs inte alltid ner.")),
            (-280, Agree(1, "Besked till kunden i tid", "Verksamhetscheferna", -120)),
            .. End(1, -280),
            .. Meeting(2, -150, -110, "Introduktion av nya medarbetare"),
            (-110, Follow(1, 2, AreaOutcome.CarriedOn, "Två av fyra har rutinen på plats.", -20)),
            (-110, Agree(2, "Gemensam introduktion för nya medarbetare", "Kvalitetsenheten", 60)),
            (-110, Note(2, "Flera vill dela material med varandra.")),
            .. End(2, -110),
            .. Meeting(3, -40, -15, "Sommarens bemanning"),
            (-15, Follow(1, 3, AreaOutcome.Reached, "Alla ger besked och skriver ner det.", null)),
            (-15, Note(3, "Bemanningen inför sommaren planeras tidigare än förra året.")),
            .. End(3, -15, taken),
            .. Meeting(4, -12, 60, "Uppföljning av sommaren", isInvited: false),
            (-12, Plan(0, participants[0])),
            .. Meeting(6, -12, -2, "Frågor om nya avtal"),
            (-2, Note(6, "Frågorna om uppräkning besvaras skriftligt.")),
            (-2, Hold(6)),
            (0, Agree(5, "Tydligare genomförandeplaner", "Verksamhetschefen", 30)),
        ];

        private IEnumerable<(int, Func<RequestTexts, DialogueCommand>)> Meeting(
            int number, int planned, int on, string point, bool isInvited = true)
        {
            yield return (planned, Plan(on, null));
            yield return (planned, texts => new DialogueCommand.AddPoint
            { Occasion = number, What = texts.Add("what", point), Limits = limits });
            if (isInvited)
                yield return (planned, _ => new DialogueCommand.Invite { Occasion = number });
        }

        private IEnumerable<(int, Func<RequestTexts, DialogueCommand>)> End(
            int number, int on, DemonstrationConcern? taken = null)
        {
            yield return (on, Hold(number));
            if (taken is not null)
                yield return (on, texts => new DialogueCommand.TakeUp
                {
                    Occasion = number,
                    Concern = taken.Id,
                    Unit = DemonstrationData.IdOf(taken.UnitKey!),
                    Became = texts.Add("became", "Verksamheten har ändrat sin rutin och följer upp den i vår."),
                    Limits = limits,
                });
            yield return (on, texts => new DialogueCommand.EstablishMinutes
            { Occasion = number, Summary = texts.Add("summary", null), Limits = limits });
        }

        private Func<RequestTexts, DialogueCommand> Plan(int on, DialogueParticipant? with) => texts =>
            new DialogueCommand.PlanOccasion(
                new WantedTime(
                    today.AddDays(on), new TimeOnly(9, 0), new TimeOnly(11, 0),
                    texts.Add("place", "Stadshuset, sammanträdesrum Ektorp")),
                with?.UnitId, HasUnknown: false, limits);

        private Func<RequestTexts, DialogueCommand> Note(int at, string words) => texts => new DialogueCommand.Note
        { Occasion = at, Point = 1, Words = texts.Add("words", words), Limits = limits };

        private Func<RequestTexts, DialogueCommand> Agree(int at, string what, string owner, int until) => texts =>
            new DialogueCommand.AgreeArea
            {
                Occasion = at,
                What = texts.Add("what", what),
                Owner = texts.Add("owner", owner),
                Until = today.AddDays(until),
                Limits = limits,
            };

        private Func<RequestTexts, DialogueCommand> Follow(
            int which, int at, AreaOutcome outcome, string words, int? until) => texts =>
            new DialogueCommand.FollowArea
            {
                Area = which,
                Occasion = at,
                Outcome = outcome,
                Words = texts.Add("words", words),
                Until = until is { } days ? today.AddDays(days) : null,
                Limits = limits,
            };

        private Func<RequestTexts, DialogueCommand> Hold(int at) => texts => new DialogueCommand.Hold
        {
            Occasion = at,
            Attended = [.. participants.Select(one => one.UnitId)],
            Others = texts.Add("others", "Två medarbetare från kvalitetsenheten"),
            Limits = limits,
        };
    }
}
