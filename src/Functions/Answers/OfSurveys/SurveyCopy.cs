using System.Globalization;
using Oversight.Answers;
using Oversight.Answers.Surveys;
using Oversight.Documents;
using Oversight.Functions.Documents;
using Oversight.Functions.Documents.Word;
using Oversight.Functions.Surveys;
using Oversight.Functions.Web.Components;
using Oversight.Settings;
using Oversight.Surveys;

namespace Oversight.Functions.Answers.OfSurveys;

/// <summary>A copy of an avtalsenkät for the provider: the questions and replies as they were handed in.</summary>
internal static class SurveyCopy
{
    public const string ContentType = WordRenderer.ContentType;

    public static byte[] Render(Answer answer, SurveySheet sheet, MunicipalitySettings settings) =>
        WordRenderer.Render(Of(answer, sheet, settings));

    public static string NameOf(Answer answer) => string.Create(
        CultureInfo.InvariantCulture, $"avtalsenkat-{answer.Handed!.Signature.On:yyyy-MM-dd}.docx");

    private static Document Of(Answer answer, SurveySheet sheet, MunicipalitySettings settings)
    {
        var handed = answer.Handed!;
        var head = settings.HeadOf(
            answer.Task.Board, "Avtalsenkät", handed.Signature.On, DocumentStatus.Received, isDraft: false);
        return new Document(
            head with { RegistrationNumber = answer.RegistrationNumber }, $"Avtalsenkät: {sheet.Unit}",
            [
                new Block.Paragraph(
                    $"Inlämnad {SwedishDates.Text(handed.Signature.On)} av {sheet.Texts.Show(handed.Signature.Name)}, "
                    + $"{sheet.Texts.Show(handed.Signature.Title)} "
                    + $"({AnswerWords.Text(handed.Signature.Capacity).ToLowerInvariant()})."),
                .. sheet.Asked.Sections.SelectMany(section => Section(section, handed, sheet)),
            ]);
    }

    private static IEnumerable<Block> Section(QuestionSection section, HandedSurvey handed, SurveySheet sheet)
    {
        var shown = section.Questions.Where(question => sheet.Asked.IsVisible(question, handed.Replies)).ToList();
        if (shown.Count == 0)
            yield break;
        yield return new Block.Heading(1, section.Title);
        yield return new Block.Table(
            section.Title, [new Column("Fråga"), new Column("Svar")],
            [.. shown.Select(question => (IReadOnlyList<string>)[question.Text, Reply(question, handed, sheet)])]);
        foreach (var question in shown)
        {
            if (handed.Replies.Of(question.Code) is ReplyValue.Table table)
            {
                yield return new Block.Table(
                    question.Text, [.. question.Columns.Select(column => new Column(column.Text))],
                    [
                        .. table.Rows.Select(row => (IReadOnlyList<string>)
                            [.. row.Cells.Select(cell => ReplyWords.Cell(cell, sheet.Texts))]),
                    ]);
            }
        }
    }

    private static string Reply(Question question, HandedSurvey handed, SurveySheet sheet)
    {
        var files = handed.FilesOf(question.Code).Select(file => sheet.Texts.Show(file.Name)).ToList();
        var reply = sheet.Text(question, handed.Replies.Of(question.Code)) ?? "Inte besvarad";
        return files.Count == 0 ? reply : $"{reply}\nFiler: {string.Join(", ", files)}";
    }
}
