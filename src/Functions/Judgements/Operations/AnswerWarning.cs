using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Risk;
using Oversight.Functions.Web.Components;
using Oversight.Judgements;

namespace Oversight.Functions.Judgements.Operations;

internal sealed class AnswerWarning : JudgementOperation
{
    private static readonly NameField<WarningAnswer> Answer = new("answer", "Vad leder varningen till?",
    [
        new Choice("nothing", JudgementWords.Text(WarningAnswer.Nothing), "Ökningen är känd eller har en förklaring."),
        new Choice("watch", JudgementWords.Text(WarningAnswer.Watch)),
        new Choice("dialogue", JudgementWords.Text(WarningAnswer.Dialogue)),
        new Choice("review", JudgementWords.Text(WarningAnswer.Review),
            "Ta in enheten i årsplanen, eller påkalla en granskning från en av synpunkterna."),
    ])
    { Required = true };

    public override OperationName Name { get; } = new("answer-warning", "besvara-varning");

    public override string Title => "Bedöm den tidiga varningen";

    public override string Button => "Spara bedömningen";

    public override string Summary => "Säger vad en tidig varning leder till, och varför.";

    public override string Done => "Bedömningen är sparad. Varningen väntar inte längre i Att göra.";

    public override int Rank => 10;

    public override IReadOnlyList<Field> Fields { get; } = [Answer, Reason];

    public override bool Fits(OpenJudgement open) => open.State.Waiting is not null;

    public override string? Lead(OpenJudgement open) => open.State.Waiting is { } waiting
        ? RiskWords.Text(waiting.Warning)
        : null;

    public override UnitJudgementCommand Command(OpenJudgement open, FieldValues values, OperationTexts texts) =>
        new UnitJudgementCommand.AnswerWarning(
            values.Read(Answer), texts.Add(values, Reason), open.InForce.Settings.Limits.Reason);
}
