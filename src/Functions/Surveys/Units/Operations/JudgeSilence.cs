using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Surveys;

namespace Oversight.Functions.Surveys.Units.Operations;

/// <summary>Says whether it is a brist that nobody answered (R104).</summary>
internal sealed class JudgeSilence : SurveyOperation
{
    private static readonly YesNoField Finding =
        new("finding", "Är det en brist att enkäten inte är besvarad?", "Ja, en brist", "Nej, det finns ett skäl")
        {
            Required = true,
        };

    private static readonly WordsField Reason = new("reason", "Motivering", limits => limits.Reason)
    {
        Required = true,
        Rows = 4,
    };

    public override OperationName Name { get; } = new("judge-silence", "bedom-tystnad");

    public override string Title => "Bedöm att enkäten inte är besvarad";

    public override string Button => "Spara bedömningen";

    public override string Summary => "Bekräftar eller avfärdar bristen att avtalsenkäten inte är besvarad.";

    public override string Done => "Bedömningen är sparad. Bara en bekräftad brist räknas i riskanalysen.";

    public override int Rank => 5;

    public override IReadOnlyList<Field> Fields { get; } = [Finding, Reason];

    public override string Lead(OpenSurvey open) =>
        "Systemet drar ingen slutsats. Tills du har bedömt den är den obesvarade enkäten bara ett utkast till en "
            + "brist.";

    public override bool Fits(OpenSurvey open) => open.Survey.Silence is { Judgement: SilenceJudgement.Open };

    public override SurveyCommand Command(OpenSurvey open, FieldValues values, OperationTexts texts) =>
        new SurveyCommand.JudgeSilence(values.Read(Finding), texts.Add(values, Reason), Longest(open));
}
