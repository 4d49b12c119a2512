using Oversight.Answers;
using Oversight.Functions.Answers.OfSurveys;
using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Web.Components;

namespace Oversight.Functions.Answers.Operations;

/// <summary>Who signs an answer: the same fields whatever is signed.</summary>
internal static class SigningFields
{
    public static readonly WordsField Name = new("name", "Ditt namn", limits => limits.ShortText)
    {
        Required = true,
        IsLine = true,
    };

    public static readonly WordsField Title = new("title", "Din befattning", limits => limits.ShortText)
    {
        Required = true,
        IsLine = true,
    };

    public static NameField<Signatory> Capacity(string label, string? hint = null) => new("capacity", label,
    [
        new Choice("representative", AnswerWords.Text(Signatory.Representative)),
        new Choice("proxy", AnswerWords.Text(Signatory.Proxy)),
        new Choice("employee", AnswerWords.Text(Signatory.Employee)),
    ])
    { Required = true, Hint = hint };

    public static AnswerCommand HandIn(
        OpenAnswer open, FieldValues values, OperationTexts texts, NameField<Signatory> capacity,
        TickField confirmed) => new AnswerCommand.HandIn(
            texts.Add(values, Name), texts.Add(values, Title), values.Read(capacity), values.Read(confirmed),
            open.Limits)
        {
            Asked = open.Answer.Survey is { } survey
                ? SurveyReading.AskedBy(survey, open.InForce.Settings)
                : null,
        };
}
