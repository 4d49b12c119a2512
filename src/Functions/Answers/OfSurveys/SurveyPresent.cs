using Oversight.Answers;
using Oversight.Answers.Surveys;
using Oversight.Functions.Surveys;
using Oversight.Settings;
using Oversight.Surveys;

namespace Oversight.Functions.Answers.OfSurveys;

/// <summary>What the fields of a section hold when its form is opened: what was replied, else what is known.</summary>
internal static class SurveyPresent
{
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Of(
        Answer answer, SurveySheet sheet, QuestionSection section)
    {
        var fields = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var question in section.Questions)
        {
            var value = answer.Replies.Of(question.Code) ?? answer.Survey!.Known.Of(question.Code);
            if (value is ReplyValue.Table table)
                Add(fields, question, table, sheet);
            else if (value is not null)
                fields[ReplyFields.Of(question.Code)] = [Typed(value, sheet)];
        }

        return fields;
    }

    private static void Add(
        Dictionary<string, IReadOnlyList<string>> fields, Question question, ReplyValue.Table table, SurveySheet sheet)
    {
        foreach (var (row, at) in table.Rows.Select((row, at) => (row, at)))
        {
            foreach (var (column, cell) in question.Columns.Zip(row.Cells))
                fields[SurveyForm.CellOf(question.Code, at, column)] = [cell is null ? "" : Typed(cell, sheet)];
        }
    }

    private static string Typed(ReplyValue value, SurveySheet sheet) => value switch
    {
        ReplyValue.Number number => ReplyWords.Typed(number.Value),
        ReplyValue.Text text => sheet.Texts.Show(text.Kept),
        ReplyValue.Date date => $"{date.Day:yyyy-MM-dd}",
        ReplyValue.YesNo or ReplyValue.Choice => ReplyConclusions.Mark(value),
        _ => "",
    };
}
