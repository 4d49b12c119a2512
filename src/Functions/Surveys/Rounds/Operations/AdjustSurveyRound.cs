using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Settings;
using Oversight.Surveys;

namespace Oversight.Functions.Surveys.Rounds.Operations;

/// <summary>Chooses the questions and the last day, before anybody is asked.</summary>
internal sealed class AdjustSurveyRound : SurveyRoundOperation
{
    private static readonly DayField Until = new("until", "Sista svarsdag") { Required = true };

    private static readonly SeveralField Questions = new("questions", "Frågor som ställs i år", null)
    {
        Required = true,
        Hint = "Ta bort krysset för det ni redan har frågat om på annat sätt i år.",
    };

    public override OperationName Name { get; } = new("adjust", "andra");

    public override string Title => "Välj frågor och sista svarsdag";

    public override string Button => "Spara";

    public override string Summary => "Väljer frågorna och sista svarsdagen, innan enkäten har skickats ut.";

    public override string Done => "Ändringen är sparad.";

    public override int Rank => 20;

    public override IReadOnlyList<Field> Fields { get; } = [Until, Questions];

    public override bool Fits(OpenSurveyRound open) => open.State.Status == SurveyRoundStatus.Composed;

    public override IReadOnlyList<Web.Components.Choice>? ChoicesOf(OpenSurveyRound open, Field field) =>
        field == Questions
        ? [.. All(open)
            .Select(question => new Web.Components.Choice(question.Code.Value, question.Text))]
        : null;

    public override Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> PresentAsync(
        OpenSurveyRound open, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyDictionary<string, IReadOnlyList<string>>>(
            new Dictionary<string, IReadOnlyList<string>>
            {
                [Until.Name] = [FormattableString.Invariant($"{open.Round.Until:yyyy-MM-dd}")],
                [Questions.Name] =
                [
                    .. All(open).Select(question => question.Code)
                        .Except(open.Round.LeftOutQuestions).Select(code => code.Value),
                ],
            });

    private static IEnumerable<Question> All(OpenSurveyRound open) =>
        SurveyQuestions.Find(open.InForce.Settings, open.Round.Set).Questions;

    public override ValueTask<SurveyRoundCommand> CommandAsync(
        OpenSurveyRound open, FieldValues values, OperationTexts texts, CancellationToken cancellation) =>
        new(new SurveyRoundCommand.Adjust(
            values.Read(Until), [.. values.All(Questions).Select(code => new CodeId(code))],
            [.. All(open).Select(question => question.Code)],
            open.InForce.Settings.SurveyRoundRulesOn(open.Today)));
}

/// <summary>The round is not to be sent out.</summary>
internal sealed class DropSurveyRound : SurveyRoundOperation
{
    private static readonly WordsField Reason = new("reason", "Varför skickas den inte ut?", limits => limits.Reason)
    {
        Required = true,
        Rows = 3,
    };

    public override OperationName Name { get; } = new("drop", "avsta");

    public override string Title => "Skicka inte ut enkäten";

    public override string Summary => "Avslutar en förberedd enkät utan att någon har fått den.";

    public override string Done => "Enkäten skickas inte ut.";

    public override int Rank => 90;

    public override IReadOnlyList<Field> Fields { get; } = [Reason];

    public override bool Fits(OpenSurveyRound open) => open.State.Status == SurveyRoundStatus.Composed;

    public override ValueTask<SurveyRoundCommand> CommandAsync(
        OpenSurveyRound open, FieldValues values, OperationTexts texts, CancellationToken cancellation) =>
        new(new SurveyRoundCommand.Drop(texts.Add(values, Reason), Longest(open)));
}
