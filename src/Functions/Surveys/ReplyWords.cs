using System.Globalization;
using Oversight.Functions.Texts;
using Oversight.Functions.Web.Components;
using Oversight.Settings;
using Oversight.Surveys;

namespace Oversight.Functions.Surveys;

/// <summary>Questions and replies in words.</summary>
public static class ReplyWords
{
    private static readonly CultureInfo Swedish = CultureInfo.GetCultureInfo("sv-SE");

    /// <summary>A reply in one line; null where there is none.</summary>
    public static string? Text(Question question, ReplyValue? value, KeptTexts texts) => value switch
    {
        null => null,
        ReplyValue.YesNo { IsYes: var isYes } => isYes ? "Ja" : "Nej",
        ReplyValue.Choice choice => ChoiceText(question, choice.Code.Value),
        ReplyValue.Number number => NumberText(number.Value, question.Unit),
        ReplyValue.Text text => texts.Show(text.Kept),
        ReplyValue.Date date => SwedishDates.Text(date.Day),
        ReplyValue.File file => file.Sha256.Count == 1 ? "1 fil" : $"{file.Sha256.Count} filer",
        ReplyValue.Table table => table.Rows.Count == 1 ? "1 rad" : $"{table.Rows.Count} rader",
        _ => throw new ArgumentOutOfRangeException(nameof(value)),
    };

    public static string Cell(ReplyValue? cell, KeptTexts texts) => cell switch
    {
        ReplyValue.Text text => texts.Show(text.Kept),
        ReplyValue.Number number => NumberText(number.Value),
        ReplyValue.Date date => $"{date.Day:yyyy-MM-dd}",
        _ => "",
    };

    public static string NumberText(decimal number, string? unit) =>
        unit is null ? NumberText(number) : $"{NumberText(number)} {unit}";

    public static string NumberText(decimal number) => number.ToString("#,0.####", Swedish);

    /// <summary>As somebody would type it.</summary>
    public static string Typed(decimal number) => number.ToString("0.####", Swedish);

    /// <summary>When a question is to be answered, in a sentence; null: always.</summary>
    public static string? Condition(AskedQuestions asked, Question question)
    {
        if (question.When is not { } when || asked.Find(when.Question) is not { } earlier)
            return null;
        var test = when.Reply;
        var reply = test switch
        {
            { Is.Count: > 0 } => string.Join(" eller ", test.Is.Select(code => $"”{ChoiceText(earlier, code)}”")),
            { Above: { } above } => $"mer än {NumberText(above)}",
            { Below: { } below } => $"mindre än {NumberText(below)}",
            _ => "",
        };
        return $"Svara bara om ni har svarat {reply} på frågan ”{earlier.Text}”.";
    }

    /// <summary>The law or the terms behind a question; null: none is told.</summary>
    public static string? Source(Question question) => question.Source is { } source
        ? question.Clause is { } clause ? $"{source}, {clause}" : source
        : null;

    /// <summary>One of the alternatives of a question, by its code.</summary>
    public static string ChoiceText(Question question, string code) => code switch
    {
        _ when question.Choices.FirstOrDefault(choice => choice.Code.Value == code) is { } known => known.Text,
        ReplyTest.Yes => "Ja",
        ReplyTest.No => "Nej",
        _ => code,
    };
}
