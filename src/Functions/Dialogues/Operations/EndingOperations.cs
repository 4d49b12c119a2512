using Oversight.Dialogues;
using Oversight.Functions.Concerns;
using Oversight.Functions.Dialogues.Reading;
using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Web.Components;

namespace Oversight.Functions.Dialogues.Operations;

/// <summary>Says that the meeting has been held.</summary>
internal sealed class Hold : OccasionOperation
{
    private static readonly SeveralField Attended = new("attended", "Vilka var med?", null) { Required = true };

    private static readonly WordsField Others = new("others", "Vilka fler var med?", limits => limits.Reason)
    {
        Rows = 2,
        Hint = "Till exempel två från kvalitetsenheten. Står i minnesanteckningarna.",
    };

    public override OperationName Name { get; } = new("hold", "genomfort");

    public override string Title => "Anteckna närvaron";

    public override string Button => "Mötet är genomfört";

    public override string Summary => "Antecknar att mötet är genomfört och vilka som var med.";

    public override string Done => "Närvaron är antecknad. Anteckna nu vad det blev av synpunkterna och fastställ "
        + "minnesanteckningarna.";

    public override int Rank => 50;

    public override IReadOnlyList<Field> Fields { get; } = [Attended, Others];

    protected override bool FitsMeeting(OpenOccasion open, DialogueOccasion occasion) =>
        occasion.Status == OccasionStatus.Planned && HasCome(open);

    public override IReadOnlyList<Choice>? ChoicesOf(OpenOccasion open, Field field) =>
        field == Attended ? DialogueChoices.Of(open.Series.For(open.Occasion)) : null;

    public override DialogueCommand Command(OpenOccasion open, FieldValues values, OperationTexts texts) =>
        new DialogueCommand.Hold
        {
            Occasion = open.Number,
            Attended =
            [
                .. values.All(Attended).Select(text => Id.TryParse(text, out var id) ? id : default).Distinct(),
            ],
            Others = texts.Add(values, Others),
            Limits = open.Of.Limits,
        };
}

/// <summary>A concern has been taken up with the unit it is about.</summary>
internal sealed class TakeUp(DialogueMatters matters) : OccasionOperation
{
    private static readonly OwnChoiceField Concern = new("concern", "Vilken synpunkt?") { Required = true };

    private static readonly WordsField Became = new("became", "Vad blev det av den?", limits => limits.Reason)
    {
        Required = true,
        Rows = 4,
        Hint = "Den som lämnade synpunkten läser det här. Det står varken i brev eller i minnesanteckningarna.",
    };

    public override OperationName Name { get; } = new("take-up", "synpunkt");

    public override string Title => "Synpunkten har tagits upp";

    public override string Link => "En synpunkt har tagits upp";

    public override string Button => "Spara och svara";

    public override string Summary =>
        "Antecknar att en synpunkt har tagits upp på mötet och vad det blev av den. Den som lämnade den får veta.";

    public override string Done => "Det är antecknat, och den som lämnade synpunkten får veta vad det blev av den.";

    public override int Rank => 55;

    public override IReadOnlyList<Field> Fields { get; } = [Concern, Became];

    protected override bool FitsMeeting(OpenOccasion open, DialogueOccasion occasion) =>
        occasion.Status == OccasionStatus.Held;

    public override async ValueTask<IReadOnlyList<Choice>?> ReadChoicesAsync(
        OpenOccasion open, Field field, CancellationToken cancellation) => field == Concern
        ?
        [
            .. (await ToTakeUpAsync(open, cancellation)).Select(row => new Choice(
                row.ConcernId.Value, $"{row.Reference}, {row.UnitName}",
                $"Kom in {SwedishDates.Text(row.ReceivedOn)}")),
        ]
        : null;

    public override async ValueTask<DialogueCommand> CommandAsync(
        OpenOccasion open, FieldValues values, OperationTexts texts, CancellationToken cancellation)
    {
        var wanted = TypedText.Code(values.Text(Concern));
        var row = (await ToTakeUpAsync(open, cancellation))
            .FirstOrDefault(row => row.ConcernId.Value == wanted);
        // What is noted already is for the rules to say.
        var known = open.Occasion.TakenUp.FirstOrDefault(taken => taken.Concern.Value == wanted);
        return new DialogueCommand.TakeUp
        {
            Occasion = open.Number,
            Concern = row?.ConcernId ?? known?.Concern,
            Unit = row?.UnitId ?? known?.About.UnitId,
            Became = texts.Add(values, Became),
            Limits = open.Of.Limits,
        };
    }

    private async Task<IReadOnlyList<ConcernRow>> ToTakeUpAsync(OpenOccasion open, CancellationToken cancellation) =>
        await matters.ConcernsAsync(open.User, open.Of.Board, open.Occasion.Attended, cancellation);
}

internal sealed class EstablishMinutes : OccasionOperation
{
    private static readonly WordsField First = new("summary", "Sammanfattning", limits => limits.Reason)
    {
        Rows = 4,
        Hint = "Står först i minnesanteckningarna. Skriv inget om kunder, synpunkter eller vem som har lämnat dem.",
    };

    public override OperationName Name { get; } = new("establish-minutes", "faststall");

    public override string Title => "Fastställ minnesanteckningarna";

    public override string Button => "Fastställ och skicka";

    public override string Summary => "Fastställer minnesanteckningarna och skickar dem till deltagarna.";

    public override string Done => "Minnesanteckningarna är fastställda och skickas till deltagarna.";

    public override int Rank => 58;

    public override IReadOnlyList<Field> Fields { get; } = [First];

    protected override bool FitsMeeting(OpenOccasion open, DialogueOccasion occasion) =>
        occasion.Status == OccasionStatus.Held;

    public override string Lead(OpenOccasion open) =>
        "När minnesanteckningarna är fastställda går inget i mötet att ändra. De skickas till dem som var med eller "
            + "var kallade, och läggs bland dokumenten.";

    public override DialogueCommand Command(OpenOccasion open, FieldValues values, OperationTexts texts) =>
        new DialogueCommand.EstablishMinutes
        {
            Occasion = open.Number,
            Summary = texts.Add(values, First),
            Limits = open.Of.Limits,
        };
}
