using Oversight.Dialogues;
using Oversight.Functions.Dialogues.Reading;
using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Web.Components;

namespace Oversight.Functions.Dialogues.Operations;

/// <summary>Says who take part, among the units that the register has for the area.</summary>
internal sealed class SetParticipants(DialogueRegister register) : DialogueOperation
{
    private static readonly SeveralField Chosen = new("participants", "Vilka enheter deltar?", null)
    {
        Required = true,
        Hint = "Enheterna i registret med avtal inom området. Den som saknar e-postadress får inget brev.",
    };

    public override OperationName Name { get; } = new("set-participants", "deltagare");

    public override string Title => "Välj deltagare";

    public override string Button => "Spara deltagarna";

    public override string Summary => "Anger vilka enheter som deltar, bland dem som registret har för området.";

    public override string Done => "Deltagarna är sparade.";

    public override int Rank => 20;

    public override IReadOnlyList<Field> Fields { get; } = [Chosen];

    public override async ValueTask<IReadOnlyList<Choice>?> ReadChoicesAsync(
        OpenDialogue open, Field field, CancellationToken cancellation) =>
        DialogueChoices.Of(await OfferedAsync(open, cancellation));

    public override async Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> PresentAsync(
        OpenDialogue open, CancellationToken cancellation) => new Dictionary<string, IReadOnlyList<string>>
        {
            // Who opens a series wants them all, and takes away the few that do not take part.
            [Chosen.Name] =
            [
                .. (open.Series.Participants.Count > 0
                    ? open.Series.Participants
                    : await OfferedAsync(open, cancellation)).Select(one => one.UnitId.Value),
            ],
        };

    public override async ValueTask<DialogueCommand> CommandAsync(
        OpenDialogue open, FieldValues values, OperationTexts texts, CancellationToken cancellation)
    {
        var offered = await OfferedAsync(open, cancellation);
        var wanted = values.All(Chosen).Distinct(StringComparer.Ordinal).ToList();
        var chosen = offered.Where(one => wanted.Contains(one.UnitId.Value)).ToList();
        return new DialogueCommand.SetParticipants(chosen, chosen.Count < wanted.Count);
    }

    /// <summary>Whoever takes part may stay, also when the register has them no more.</summary>
    private async Task<IReadOnlyList<DialogueParticipant>> OfferedAsync(
        OpenDialogue open, CancellationToken cancellation)
    {
        var known = await register.ReadAsync(open.Board, open.Series.Area, open.Today, cancellation);
        return
        [
            .. known,
            .. open.Series.Participants.Where(one => known.All(other => other.UnitId != one.UnitId)),
        ];
    }
}

/// <summary>Plans a meeting.</summary>
internal sealed class PlanOccasion : DialogueOperation
{
    private static readonly OwnChoiceField With = new("with", "För vem?")
    {
        Unfolds = true,
        Hint = "Lämna tomt för ett möte med alla. På ett möte med en enda enhet kan ni tala om dess egna frågor.",
    };

    public override OperationName Name { get; } = new("plan-occasion", "planera-mote");

    public override string Title => "Planera ett möte";

    public override string Button => "Spara mötet";

    public override string Summary => "Planerar ett möte, med alla deltagare eller med en av dem.";

    public override string Done => "Mötet är planerat. Ingen är kallad än.";

    public override int Rank => 10;

    public override IReadOnlyList<Field> Fields { get; } =
        [TimeFields.On, TimeFields.From, TimeFields.Until, TimeFields.Place, With];

    public override bool Fits(OpenDialogue open) => base.Fits(open) && open.Series.Participants.Count > 0;

    public override IReadOnlyList<Choice>? ChoicesOf(OpenDialogue open, Field field) =>
        field == With ? DialogueChoices.Of(open.Series.Participants) : null;

    public override string? Next(OpenDialogue open) =>
        DialogueFunctions.AddressOf(open.Head.Id, open.Series.Occasions.Count);

    public override DialogueCommand Command(OpenDialogue open, FieldValues values, OperationTexts texts)
    {
        var wanted = TypedText.Code(values.Text(With));
        Id? with = Id.TryParse(wanted, out var unit) ? unit : null;
        return new DialogueCommand.PlanOccasion(
            TimeFields.Read(values, texts), with, HasUnknown: wanted.Length > 0 && with is null, open.Limits);
    }
}

internal sealed class TakeLead : DialogueOperation
{
    public override OperationName Name { get; } = new("take-lead", "ta-over");

    public override string Title => "Bli samordnare";

    public override string Summary => "Den som anropar samordnar serien från och med nu.";

    public override string Done => "Du är samordnare.";

    public override int Rank => 80;

    public override bool IsFor(OpenDialogue open) =>
        base.IsFor(open) && open.Series.Lead.UserId != open.User.UserId;

    public override DialogueCommand Command(OpenDialogue open, FieldValues values, OperationTexts texts) =>
        new DialogueCommand.TakeLead(texts.Add("leadName", open.User.Name, null));
}

/// <summary>Drops a development area between two meetings.</summary>
internal sealed class DropArea : DialogueOperation
{
    private static readonly OwnChoiceField Area = new("area", "Vilket utvecklingsområde?")
    {
        Required = true,
        IsNumber = true,
    };

    private static readonly WordsField Why = new("words", "Varför arbetar ni inte vidare med det?", at => at.Reason)
    {
        Required = true,
        Rows = 3,
    };

    public override OperationName Name { get; } = new("drop-area", "avfor-utvecklingsomrade");

    public override string Title => "Avför ett utvecklingsområde";

    public override string Button => "Avför";

    public override string Summary => "Avför ett utvecklingsområde mellan två möten, med skäl.";

    public override string Done => "Utvecklingsområdet är avfört.";

    public override int Rank => 85;

    public override IReadOnlyList<Field> Fields { get; } = [Area, Why];

    public override bool Fits(OpenDialogue open) =>
        base.Fits(open) && open.Series.Areas.Any(area => area.Status == AreaStatus.Open);

    public override IReadOnlyList<Choice>? ChoicesOf(OpenDialogue open, Field field) =>
        field == Area ? DialogueChoices.Of(open.Series.Areas, open) : null;

    public override DialogueCommand Command(OpenDialogue open, FieldValues values, OperationTexts texts) =>
        new DialogueCommand.FollowArea
        {
            Area = values.ReadNumber(Area),
            Occasion = null,
            Outcome = AreaOutcome.Dropped,
            Words = texts.Add(values, Why),
            Until = null,
            Limits = open.Limits,
        };
}

internal sealed class EndSeries : DialogueOperation
{
    private static readonly WordsField Reason = new("reason", "Motivering", limits => limits.Reason)
    {
        Required = true,
        Rows = 3,
    };

    public override OperationName Name { get; } = new("end", "avsluta");

    public override string Title => "Avsluta dialogserien";

    public override string Summary => "Avslutar serien. Inget möte får återstå och inget utvecklingsområde vara öppet.";

    public override string Done => "Dialogserien är avslutad.";

    public override int Rank => 90;

    public override IReadOnlyList<Field> Fields { get; } = [Reason];

    public override bool Fits(OpenDialogue open) => base.Fits(open)
        && open.Series.Occasions.All(occasion => !occasion.IsOpen)
        && open.Series.Areas.All(area => area.Status != AreaStatus.Open);

    public override DialogueCommand Command(OpenDialogue open, FieldValues values, OperationTexts texts) =>
        new DialogueCommand.EndSeries(texts.Add(values, Reason), open.Limits);
}
