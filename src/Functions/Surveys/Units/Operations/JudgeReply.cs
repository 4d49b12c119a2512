using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Web.Components;
using Oversight.Surveys;

namespace Oversight.Functions.Surveys.Units.Operations;

/// <summary>Says what has been found out about a reply: an answer is a claim until then.</summary>
internal sealed class JudgeReply : SurveyOperation
{
    private static readonly OwnChoiceField Question = new("question", "Fråga") { Required = true, Unfolds = true };

    private static readonly NameField<ReplyStanding> Standing = new(
        "standing", "Vad har ni kommit fram till?",
        [
            new Choice("confirmed", "Uppgiften är bekräftad"),
            new Choice("contradicted", "Något annat motsäger uppgiften"),
            new Choice("unconfirmed", "Uppgiften är obekräftad"),
        ])
    {
        Required = true,
    };

    private static readonly WordsField How = new("how", "Hur vet ni det?", limits => limits.Reason)
    {
        Required = true,
        Rows = 4,
        Hint = "Vad har ni sett, och var? Skriv inga uppgifter om kunder.",
    };

    public override OperationName Name { get; } = new("judge-reply", "bedom-svar");

    public override string Title => "Bedöm en uppgift i svaret";

    public override string Button => "Spara bedömningen";

    public override string Summary =>
        "Säger om en uppgift i svaret är bekräftad, obekräftad eller motsägs av något annat.";

    public override string Done => "Bedömningen är sparad.";

    public override int Rank => 15;

    public override IReadOnlyList<Field> Fields { get; } = [Question, Standing, How];

    public override bool Fits(OpenSurvey open) => open.State.Status == SurveyStatus.Answered;

    public override IReadOnlyList<Choice>? ChoicesOf(OpenSurvey open, Field field) => field == Question
        ? [.. open.Asked.Questions.Where(question => open.Survey.Replies.Of(question.Code) is not null)
            .Select(question => new Choice(question.Code.Value, question.Text))]
        : null;

    public override SurveyCommand Command(OpenSurvey open, FieldValues values, OperationTexts texts) =>
        new SurveyCommand.JudgeReply(
            values.Text(Question) is { Length: > 0 } code ? new CodeId(code) : null, values.Read(Standing),
            texts.Add(values, How), Longest(open));
}
