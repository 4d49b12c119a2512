using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Surveys;

namespace Oversight.Functions.Surveys.Rounds.Operations;

/// <summary>Says what the answers showed, and gives the board its summary.</summary>
internal sealed class CloseSurveyRound(SurveyRoundDesk desk) : SurveyRoundOperation
{
    private static readonly WordsField Conclusions =
        new("conclusions", "Vad visar svaren?", limits => limits.LongText)
        {
            Required = true,
            Rows = 8,
            Hint = "Står i sammanställningen till nämnden. Skriv inga uppgifter om kunder.",
        };

    public override OperationName Name { get; } = new("close", "avsluta");

    public override string Title => "Avsluta och sammanställ";

    public override string Button => "Avsluta enkäten";

    public override string Summary => "Avslutar årets enkät med en sammanställning till nämnden.";

    public override string Done => "Enkäten är avslutad. Sammanställningen till nämnden finns bland dokumenten.";

    public override int Rank => 80;

    public override IReadOnlyList<Field> Fields { get; } = [Conclusions];

    public override bool Fits(OpenSurveyRound open) => open.State.Status == SurveyRoundStatus.Released;

    public override async ValueTask<SurveyRoundCommand> CommandAsync(
        OpenSurveyRound open, FieldValues values, OperationTexts texts, CancellationToken cancellation)
    {
        var surveys = await desk.SurveysAsync(open.Head.Id, cancellation);
        return new SurveyRoundCommand.Close(
            texts.Add(values, Conclusions),
            surveys.Count(row => row.Status == SurveyStatus.Open) + open.Round.Asked.Count - surveys.Count,
            surveys.Count(row => row.Silence == SilenceJudgement.Open), open.InForce.Settings.Limits.LongText);
    }
}
