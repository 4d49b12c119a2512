using Oversight.Functions.Providers;
using Oversight.Functions.Texts;
using Oversight.Functions.Documents;
using Oversight.Settings;
using Oversight.Surveys;

namespace Oversight.Functions.Surveys;

/// <summary>The replies of a round as a workbook: a row for each unit, a column for each question.</summary>
internal static class SurveyWorkbook
{
    public static byte[] Of(
        OpenSurveyRound open, IReadOnlyList<SurveyRow> surveys, IReadOnlyDictionary<Id, KeptTexts> words)
    {
        var questions = SurveyQuestions.Find(open.InForce.Settings, open.Round.Set).Questions
            .Where(question => surveys.Any(row => row.Questions.Contains(question.Code))).ToList();
        var analysis = SurveyReader.Analyse(open, surveys);
        return Workbook.Of(
        [
            new Sheet(
                "Svar",
                ["Enhet", "Anordnare", "Avtalsområde", "Ägarform", "Läge", "Sista svarsdag", "Svarade",
                    .. questions.Select(question => question.Text)],
                [.. surveys.Select(row => (object?[])
                [
                    row.Unit.Name, row.Unit.ProviderName,
                    open.InForce.Settings.Codes(CodeLists.AgreementAreas).Text(row.Unit.Area),
                    row.Unit.Ownership.Text(),
                    SurveyWords.Text(row.Status), row.Until, row.Answer?.HandedInOn,
                    .. questions.Select(question => Cell(question, row, words)),
                ])]),
            new Sheet(
                "Avvikelser",
                ["Fråga", "Avvikelse", "Antal", "Av"],
                [.. analysis.Questions.Where(result => result.Deviating.Count > 0).Select(result => new object?[]
                    { result.Question.Text, result.Question.Breaks!.Term, result.Deviating.Count, result.Asked })]),
        ]);
    }

    private static object? Cell(Question question, SurveyRow row, IReadOnlyDictionary<Id, KeptTexts> words) =>
        row.Replies.Of(question.Code) switch
        {
            null => null,
            ReplyValue.Number number => number.Value,
            ReplyValue.Date date => date.Day,
            var reply => ReplyWords.Text(question, reply, words[row.Id]),
        };
}
