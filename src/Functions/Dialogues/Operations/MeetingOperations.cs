using System.Globalization;
using Oversight.Dialogues;
using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Web.Components;

namespace Oversight.Functions.Dialogues.Operations;

/// <summary>Writes down what is said, during the meeting or after it.</summary>
internal sealed class WriteNote : OccasionOperation
{
    private static readonly OwnChoiceField Point = new("point", "Om vilken punkt?")
    {
        Unfolds = true,
        IsNumber = true,
        Hint = "Lämna tomt om det gäller mötet i stort.",
    };

    private static readonly WordsField Words = new("words", "Anteckning", limits => limits.Reason)
    {
        Required = true,
        Rows = 4,
        Hint = "Anteckningen står i minnesanteckningarna, som deltagarna får. Skriv inget om kunder.",
    };

    public override OperationName Name { get; } = new("note", "anteckna");

    public override string Title => "Anteckna";

    public override string Button => "Spara anteckningen";

    public override string Summary => "Antecknar vad som sägs på mötet.";

    public override string Done => "Anteckningen är sparad.";

    public override int Rank => 30;

    public override IReadOnlyList<Field> Fields { get; } = [Point, Words];

    protected override bool FitsMeeting(OpenOccasion open, DialogueOccasion occasion) => HasCome(open);

    public override IReadOnlyList<Choice>? ChoicesOf(OpenOccasion open, Field field) => field == Point
        ? [.. open.Occasion.Points.Select(point => new Choice(
            point.Number.ToString(CultureInfo.InvariantCulture), open.Of.Texts.Show(point.What)))]
        : null;

    public override DialogueCommand Command(OpenOccasion open, FieldValues values, OperationTexts texts) =>
        new DialogueCommand.Note
        {
            Occasion = open.Number,
            Point = values.ReadNumber(Point),
            Words = texts.Add(values, Words),
            Limits = open.Of.Limits,
        };
}

internal sealed class AgreeArea : OccasionOperation
{
    private static readonly WordsField What = new("what", "Vad ska utvecklas?", limits => limits.Reason)
    {
        Required = true,
        Rows = 3,
        Hint = "Skriv så att alla deltagare kan läsa det.",
    };

    private static readonly WordsField Owner = new("owner", "Vem ansvarar?", limits => limits.ShortText)
    {
        Required = true,
        IsLine = true,
        Hint = "En funktion eller en verksamhet, till exempel verksamhetschefen på Exempelvägen.",
    };

    private static readonly DayField Until = new("until", "Senast") { Required = true };

    public override OperationName Name { get; } = new("agree-area", "utvecklingsomrade");

    public override string Title => "Kom överens om ett utvecklingsområde";

    public override string Link => "Nytt utvecklingsområde";

    public override string Button => "Spara utvecklingsområdet";

    public override string Summary => "Antecknar ett utvecklingsområde med ansvarig och sista dag.";

    public override string Done => "Utvecklingsområdet är sparat och följs upp på nästa möte.";

    public override int Rank => 40;

    public override IReadOnlyList<Field> Fields { get; } = [What, Owner, Until];

    protected override bool FitsMeeting(OpenOccasion open, DialogueOccasion occasion) => HasCome(open);

    public override DialogueCommand Command(OpenOccasion open, FieldValues values, OperationTexts texts) =>
        new DialogueCommand.AgreeArea
        {
            Occasion = open.Number,
            What = texts.Add(values, What),
            Owner = texts.Add(values, Owner),
            Until = values.Read(Until),
            Limits = open.Of.Limits,
        };
}

internal sealed class FollowArea : OccasionOperation
{
    private static readonly OwnChoiceField Area = new("area", "Vilket utvecklingsområde?")
    {
        Required = true,
        IsNumber = true,
    };

    private static readonly NameField<AreaOutcome> Outcome = new("outcome", "Hur har det gått?",
        [new("carriedOn", "Arbetet fortsätter"), new("reached", "Uppnått"), new("dropped", "Avförs")])
    {
        Required = true,
    };

    private static readonly WordsField Words = new(
        "words", "Vad har ni gjort, eller varför avförs det?", limits => limits.Reason)
    {
        Rows = 3,
        Hint = "Behöver fyllas i när området är uppnått eller avförs. Står i minnesanteckningarna.",
    };

    private static readonly DayField Until = new("until", "Ny sista dag")
    {
        Hint = "Behöver anges när arbetet fortsätter.",
    };

    public override OperationName Name { get; } = new("follow-area", "folj-upp");

    public override string Title => "Följ upp ett utvecklingsområde";

    public override string Button => "Spara uppföljningen";

    public override string Summary => "Antecknar på ett möte hur det har gått med ett utvecklingsområde.";

    public override string Done => "Uppföljningen är sparad.";

    public override int Rank => 35;

    public override IReadOnlyList<Field> Fields { get; } = [Area, Outcome, Words, Until];

    protected override bool FitsMeeting(OpenOccasion open, DialogueOccasion occasion) => HasCome(open)
        && open.Series.AreasOf(occasion).Any(area => area.Status == AreaStatus.Open);

    public override IReadOnlyList<Choice>? ChoicesOf(OpenOccasion open, Field field) =>
        field == Area ? DialogueChoices.Of(open.Series.AreasOf(open.Occasion), open.Of) : null;

    public override DialogueCommand Command(OpenOccasion open, FieldValues values, OperationTexts texts) =>
        new DialogueCommand.FollowArea
        {
            Area = values.ReadNumber(Area),
            Occasion = open.Number,
            Outcome = values.Read(Outcome),
            Words = texts.Add(values, Words),
            Until = values.Read(Until),
            Limits = open.Of.Limits,
        };
}
