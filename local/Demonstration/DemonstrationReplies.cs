using Oversight.Answers.Surveys;
using Oversight.Functions.Texts;
using Oversight.Settings;
using Oversight.Surveys;

namespace Oversight.Local.Demonstration;

/// <summary>Replies to every question that a unit sees, in which all is well but for some.</summary>
internal static class DemonstrationReplies
{
    private const string Words = "Vi följer rutinen och går igenom den på arbetsplatsträffen varje månad.";

    public static IReadOnlyList<WrittenReply> Of(
        AskedQuestions asked, IReadOnlyList<string> deviating, RequestTexts texts)
    {
        var replies = Replies.None;
        var written = new List<WrittenReply>();
        foreach (var question in asked.Questions)
        {
            if (!asked.IsVisible(question, replies) || question.Kind == ReplyKind.File)
                continue;
            var (value, kept) = Reply(question, deviating.Contains(question.Code.Value), texts);
            replies = replies.With(question.Code, value);
            written.Add(new WrittenReply(question.Code, value, null) { Texts = kept });
        }

        return written;
    }

    private static (ReplyValue Value, IReadOnlyList<WrittenText> Texts) Reply(
        Question question, bool deviates, RequestTexts texts)
    {
        switch (question.Kind)
        {
            case ReplyKind.YesNo:
                return (Fitting(question, deviates, [new ReplyValue.YesNo(true), new ReplyValue.YesNo(false)]), []);
            case ReplyKind.Choice:
                return (
                    Fitting(
                        question, deviates,
                        [.. question.Choices.Select(choice => new ReplyValue.Choice(choice.Code))]), []);
            case ReplyKind.Number:
                var most = question.Max is { } max && max <= 100 ? max : 12;
                return (Fitting(
                    question, deviates, [new ReplyValue.Number(most), new ReplyValue.Number(0)]), []);
            case ReplyKind.Date:
                return (new ReplyValue.Date(new DateOnly(2027, 12, 31)), []);
            case ReplyKind.Table:
                var cells = question.Columns.Select((column, at) => Cell(question, column, at, texts)).ToList();
                return (
                    new ReplyValue.Table([new TableRow([.. cells.Select(cell => cell.Value)])]),
                    [.. cells.Select(cell => cell.Text).OfType<WrittenText>()]);
            default:
                var text = texts.Add($"reply-{question.Code}", Words);
                return (new ReplyValue.Text(text.Kept), [text]);
        }
    }

    private static (ReplyValue? Value, WrittenText? Text) Cell(
        Question question, TableColumn column, int at, RequestTexts texts)
    {
        if (column.Kind == ReplyKind.Number)
            return (new ReplyValue.Number(4), null);
        if (column.Kind == ReplyKind.Date)
            return (new ReplyValue.Date(new DateOnly(2026, 10, 1)), null);
        var text = texts.Add($"reply-{question.Code}-0-{at}", "Läkemedelshantering");
        return (new ReplyValue.Text(text.Kept), text);
    }

    /// <summary>The first that breaks the terms, or the first that does not.</summary>
    private static ReplyValue Fitting(Question question, bool deviates, IReadOnlyList<ReplyValue> among) =>
        among.FirstOrDefault(reply => (question.Breaks?.Reply.Holds(reply) == true) == deviates) ?? among[0];
}
