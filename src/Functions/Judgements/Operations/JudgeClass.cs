using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Web.Components;
using Oversight.Judgements;

namespace Oversight.Functions.Judgements.Operations;

internal sealed class JudgeClass : JudgementOperation
{
    private static readonly OwnChoiceField Class = new("class", "Riskklass") { Required = true };

    private static readonly DayField Until = new("until", "Gäller till och med")
    {
        Required = true,
        Hint = "Därefter gäller den räknade klassen igen.",
    };

    public override OperationName Name { get; } = new("judge-class", "bedom-klass");

    public override string Title => "Bedöm riskklassen själv";

    public override string Button => "Spara bedömningen";

    public override string Summary =>
        "Sätter en riskklass bredvid den räknade, med motivering och slutdag. Årsplanen väljer efter den.";

    public override string Done =>
        "Din bedömning står bredvid den räknade klassen. Nästa utkast till årsplan väljer efter den.";

    public override int Rank => 20;

    public override IReadOnlyList<Field> Fields { get; } = [Class, Until, Reason];

    public override bool Fits(OpenJudgement open) => true;

    public override string Lead(OpenJudgement open) =>
        $"Riskanalysen ger ”{open.Computed.Name}”. Den klassen och dess poäng ändras inte, utan din bedömning visas "
            + "bredvid. Årsplanen väljer efter din bedömning så länge den gäller.";

    public override IReadOnlyList<Choice>? ChoicesOf(OpenJudgement open, Field field) => field == Class
        ?
        [
            .. open.Model.Classes.Where(candidate => candidate.Id != open.Computed.Id)
                .Select(candidate => new Choice(candidate.Id.Value, candidate.Name)),
        ]
        : null;

    public override UnitJudgementCommand Command(OpenJudgement open, FieldValues values, OperationTexts texts) =>
        new UnitJudgementCommand.JudgeClass(
            open.Unit, Chosen(open, values), open.Computed.Id, values.Read(Until), texts.Add(values, Reason),
            open.Model.JudgedMonths, open.InForce.Settings.Limits.Reason);

    private static CodeId? Chosen(OpenJudgement open, FieldValues values) =>
        open.Model.Classes.FirstOrDefault(candidate => candidate.Id.Value == values.Text(Class))?.Id;
}

internal sealed class EndClass : JudgementOperation
{
    public override OperationName Name { get; } = new("end-class", "avsluta-bedomning");

    public override string Title => "Avsluta den egna bedömningen";

    public override string Button => "Avsluta";

    public override string Summary => "Den räknade riskklassen gäller ensam igen.";

    public override string Done => "Den räknade klassen gäller ensam igen.";

    public override int Rank => 30;

    public override IReadOnlyList<Field> Fields { get; } = [Reason];

    public override bool Fits(OpenJudgement open) => open.InForceNow is not null;

    public override UnitJudgementCommand Command(OpenJudgement open, FieldValues values, OperationTexts texts) =>
        new UnitJudgementCommand.EndClass(texts.Add(values, Reason), open.InForce.Settings.Limits.Reason);
}
