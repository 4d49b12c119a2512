using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Web.Components;
using Oversight.Sanctions;
using Oversight.Settings;

namespace Oversight.Functions.Sanctions.Operations.Deciding;

internal sealed class RecordBoardDecision : SanctionOperation<SanctionCommand.RecordBoardDecision>
{
    private static readonly NameField<DecisionOutcome> Outcome =
        new("outcome", "Vad beslutade nämnden?", SanctionWords.Outcomes) { Required = true };

    private static readonly LineField Paragraph = new("paragraph", "Paragraf") { Required = true, Width = 12 };

    private static readonly DayField FinalDate = new("finalDate", "Annan sista dag")
    {
        Hint = "Bara om nämnden ändrade dagen.",
    };

    private static readonly TickField AtOnce = new("approvedAtOnce", "Beslutet justerades omedelbart");

    private static readonly OwnChoiceField NextMeeting = new("nextMeeting", "Bordlagt till")
    {
        Unfolds = true,
        Hint = "Bara vid bordläggning.",
    };

    private static readonly WordsField Words = new("words", "Vad ändrades, eller varför?", limits => limits.Reason)
    {
        Rows = 4,
        Hint = "Behövs vid ändring, återremiss och avslag. Som det står i protokollet.",
    };

    private static readonly WordsField Conflict = new("conflict", "Jäv", limits => limits.Reason)
    {
        Rows = 2,
        Hint = "Ledamöter som inte deltog på grund av jäv, som det står i protokollet.",
    };

    public override OperationName Name { get; } = new("record-board-decision", "namndens-beslut");

    public override string Title => "Registrera nämndens beslut";

    public override string Summary => "Registrerar vad nämnden beslutade vid sammanträdet.";

    public override string Done => "Beslutet är registrerat.";

    public override Permission Permission => Permission.RecordDecisions;

    public override int Rank => 50;

    public override IReadOnlyList<Field> Fields { get; } =
        [Outcome, Paragraph, FinalDate, AtOnce, NextMeeting, Words, Conflict];

    public override bool IsFor(OpenSanction open) => IsForBoard(open);

    public override bool Fits(OpenSanction open) =>
        base.Fits(open) && open.Sanction.Question.Meeting <= open.Of.Today;

    public override IReadOnlyList<Choice>? ChoicesOf(OpenSanction open, Field field) =>
        field == NextMeeting
            ? Choices(open.Setup.Meetings.After(open.Sanction.Question.Meeting ?? open.Of.Today))
            : null;

    public override Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> PresentAsync(
        OpenSanction open, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyDictionary<string, IReadOnlyList<string>>>(
            new Dictionary<string, IReadOnlyList<string>>
            {
                [AtOnce.Name] = [open.Sanction.Question.Paper?.ApprovedAtOnce == true ? TickField.Ticked : ""],
            });

    public override SanctionCommand Command(OpenSanction open, FieldValues values, OperationTexts texts) =>
        new SanctionCommand.RecordBoardDecision(
            values.Read(Outcome), values.Text(Paragraph), values.Read(FinalDate), values.Read(AtOnce),
            Day(values, NextMeeting), texts.Add(values, Words), texts.Add(values, Conflict), open.Setup);
}

internal sealed class RecordChairDecision : SanctionOperation<SanctionCommand.RecordChairDecision>
{
    private static readonly DayField On = new("on", "Beslutsdag") { Required = true, NotAfterToday = true };

    private static readonly LineField Number = new("number", "Beslutets nummer") { Required = true, Width = 20 };

    private static readonly WordsField Reason = Why("Varför kunde ärendet inte vänta?");

    public override OperationName Name { get; } = new("record-chair-decision", "ordforandebeslut");

    public override string Title => "Registrera ett ordförandebeslut";

    public override string Summary =>
        "Registrerar vad ordföranden beslutade i ett ärende som inte kunde vänta till sammanträdet.";

    public override string Done => "Beslutet är registrerat. Det anmäls vid nästa sammanträde.";

    public override Permission Permission => Permission.RecordDecisions;

    public override int Rank => 60;

    public override IReadOnlyList<Field> Fields { get; } = [On, Number, Reason];

    public override bool IsFor(OpenSanction open) => IsForBoard(open);

    public override bool Fits(OpenSanction open) =>
        base.Fits(open) && open.Sanction.Question.Meeting is not null;

    public override SanctionCommand Command(OpenSanction open, FieldValues values, OperationTexts texts) =>
        new SanctionCommand.RecordChairDecision(
            values.Read(On), values.Text(Number), texts.Add(values, Reason), open.Setup);
}
