using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Sanctions;

namespace Oversight.Functions.Sanctions.Operations.Proposal;

internal sealed class Hear : SanctionOperation<SanctionCommand.Hear>
{
    private static readonly TickField Waived = new("waived", "Kommunicera inte förslaget");

    private static readonly DayField Until = new("until", "Sista svarsdag")
    {
        Hint = "Lämna tomt för den tid som gäller enligt inställningarna.",
    };

    private static readonly WordsField Reason = new("reason", "Motivering", limits => limits.Reason)
    {
        Rows = 3,
        Hint = "Behövs om förslaget inte kommuniceras.",
    };

    public override OperationName Name { get; } = new("hear", "kommunicera");

    public override string Title => "Kommunicera förslaget";

    public override string Summary =>
        "Begär yttrande över förslaget av verksamheten, eller antecknar varför det inte görs.";

    public override string Done =>
        "Om förslaget kommuniceras finns begäran om yttrande bland dokumenten, och en svarslänk går till enhetens "
            + "adress.";

    public override int Rank => 20;

    public override IReadOnlyList<Field> Fields { get; } = [Waived, Until, Reason];

    public override bool Fits(OpenSanction open) =>
        base.Fits(open) && open.Sanction.Question is { Paper: not null, Hearing: null };

    public override SanctionCommand Command(OpenSanction open, FieldValues values, OperationTexts texts) =>
        new SanctionCommand.Hear(
            values.Read(Waived), values.Read(Until), texts.Add(values, Reason), CaseFirst(open), open.Setup);
}

internal sealed class TakeAnswer : SanctionOperation<SanctionCommand.TakeAnswer>
{
    private static readonly DayField On = new("on", "Inkom den") { Required = true, NotAfterToday = true };

    private static readonly WordsField Answer = new("answer", "Yttrandet", limits => limits.LongText)
    {
        Required = true,
        Rows = 8,
        Hint = "Ett svar genom svarslänken kommer in av sig självt. Ordagrant, eller kort om vad ett bifogat yttrande "
            + "säger.",
    };

    public override OperationName Name { get; } = new("take-answer", "yttrande");

    public override string Title => "Anteckna yttrandet";

    public override string Summary =>
        "Antecknar vad verksamheten har svarat på förslaget på annat sätt än genom svarslänken.";

    public override string Done => "Yttrandet är antecknat.";

    public override int Rank => 30;

    public override IReadOnlyList<Field> Fields { get; } = [On, Answer];

    public override bool Fits(OpenSanction open) =>
        base.Fits(open) && open.Sanction.Question.Hearing is { AnsweredOn: null };

    public override SanctionCommand Command(OpenSanction open, FieldValues values, OperationTexts texts) =>
        new SanctionCommand.TakeAnswer(values.Read(On), texts.Add(values, Answer), open.Setup);
}
