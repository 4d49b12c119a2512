using System.Globalization;
using Oversight.Settings;

namespace Oversight.Surveys;

/// <summary>Whether a reply fits its question. How long a text may be is checked where it is written.</summary>
public static class ReplyChecks
{
    private const int FirstYear = 1900;
    private const int LastYear = 2199;

    public static IEnumerable<Refusal> Of(Question question, ReplyValue value, string field)
    {
        if (value.Kind != question.Kind)
            return [new Refusal(ReplyRefusals.OtherKind, field)];
        return value switch
        {
            ReplyValue.Choice choice when question.Choices.All(known => known.Code != choice.Code) =>
                [new Refusal(ReplyRefusals.NoSuchChoice, field)],
            ReplyValue.Number number => OfNumber(question, number.Value, field),
            ReplyValue.Date date => OfDay(date.Day, field),
            ReplyValue.Table table => OfTable(question, table, field),
            _ => [],
        };
    }

    private static IEnumerable<Refusal> OfNumber(Question question, decimal number, string field)
    {
        if (number < question.Min)
            yield return new Refusal(ReplyRefusals.TooSmall, field, Written(question.Min.Value));
        if (number > question.Max)
            yield return new Refusal(ReplyRefusals.TooLarge, field, Written(question.Max.Value));
        if (decimal.Round(number, question.Decimals) != number)
            yield return new Refusal(ReplyRefusals.TooManyDecimals, field, $"{question.Decimals}");
    }

    private static IEnumerable<Refusal> OfDay(DateOnly day, string field) =>
        day.Year is < FirstYear or > LastYear ? [new Refusal(ReplyRefusals.DayUnlikely, field)] : [];

    private static IEnumerable<Refusal> OfTable(Question question, ReplyValue.Table table, string field)
    {
        if (table.Rows.Count > question.Rows)
            yield return new Refusal(ReplyRefusals.TooManyRows, field, $"{question.Rows}");
        foreach (var (row, at) in table.Rows.Select((row, at) => (row, at)))
        {
            if (row.Cells.Count != question.Columns.Count)
            {
                yield return new Refusal(ReplyRefusals.OtherKind, field);
                continue;
            }

            foreach (var (column, cell) in question.Columns.Zip(row.Cells))
            {
                if (cell is null && column.IsRequired)
                    yield return new Refusal(ReplyRefusals.CellMissing, field, $"{at + 1}", column.Text);
                else if (cell is not null && cell.Kind != column.Kind)
                    yield return new Refusal(ReplyRefusals.CellUnreadable, field, $"{at + 1}", column.Text);
            }
        }
    }

    private static string Written(decimal number) => number.ToString("0.####", CultureInfo.GetCultureInfo("sv-SE"));
}
