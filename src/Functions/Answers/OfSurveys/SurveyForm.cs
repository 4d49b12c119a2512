using System.Globalization;
using Oversight.Answers;
using Oversight.Answers.Surveys;
using Oversight.Functions.Attachments;
using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Texts;
using Oversight.Functions.Web;
using Oversight.Settings;
using Oversight.Surveys;
using Oversight.Texts;

namespace Oversight.Functions.Answers.OfSurveys;

/// <summary>Turns what was typed for the questions of a section into replies. What cannot be read is told.</summary>
internal sealed class SurveyForm(
    FormState form, OperationTexts texts, TextHashes hashes, AnswerLimits limits,
    IReadOnlyDictionary<string, IReadOnlyList<SentFile>> sent)
{
    private const int MostDigits = 15;

    public List<Refusal> Faults { get; } = [];

    /// <summary>The files that were accepted.</summary>
    public List<SentFile> Sent { get; } = [];

    public static string SeenOf(CodeId question) => $"seen.{question}";

    public static string RemoveOf(CodeId question) => $"remove.{question}";

    public static string CellOf(CodeId question, int row, TableColumn column) =>
        $"{ReplyFields.Of(question)}.{row.ToString(CultureInfo.InvariantCulture)}.{column.Code}";

    public AnswerCommand Read(AskedQuestions asked, QuestionSection section) => new AnswerCommand.Reply(
        asked,
        [
            .. section.Questions
                .Where(question => question.Kind != ReplyKind.File && form.Has(SeenOf(question.Code)))
                .Select(Written).OfType<WrittenReply>(),
        ],
        limits)
    {
        Files = [.. section.Questions.SelectMany(Files)],
        Removed =
        [
            .. section.Questions.SelectMany(question => form.All(RemoveOf(question.Code))
                .Select(sha => new FileOfQuestion(question.Code, sha))),
        ],
    };

    /// <summary>
    /// Texts are kept only where something has changed; null when something cannot be read.
    /// </summary>
    private WrittenReply? Written(Question question)
    {
        var seen = form[SeenOf(question.Code)];
        var faults = Faults.Count;
        var value = Value(question, (_, typed) => new TextReference("", typed.Length, hashes.Text(typed)));
        if (Faults.Count > faults)
            return null;
        if (ReplyConclusions.Mark(value) == seen)
            return new WrittenReply(question.Code, value, seen);
        var written = new List<WrittenText>();
        value = Value(question, (field, typed) =>
        {
            var text = texts.Add(field, typed, form[WordsField.NumbersOf(ReplyFields.Of(question.Code))]);
            written.Add(text);
            return text.Kept;
        });
        return new WrittenReply(question.Code, value, seen) { Texts = written };
    }

    private ReplyValue? Value(Question question, Func<string, string, TextReference> keep)
    {
        var field = ReplyFields.Of(question.Code);
        if (question.Kind == ReplyKind.Table)
            return Table(question, keep);
        if (TypedText.IsBlank(form[field]))
            return null;
        return question.Kind switch
        {
            ReplyKind.YesNo => TypedText.Code(form[field]) switch
            {
                ReplyTest.Yes => new ReplyValue.YesNo(true),
                ReplyTest.No => new ReplyValue.YesNo(false),
                _ => Unreadable(field),
            },
            ReplyKind.Choice => new ReplyValue.Choice(new CodeId(TypedText.Code(form[field]))),
            _ => One(question.Kind, field, form[field], keep) ?? Unreadable(field),
        };
    }

    private ReplyValue? One(ReplyKind kind, string field, string typed, Func<string, string, TextReference> keep) =>
        kind switch
        {
            ReplyKind.Number => Number(typed) is { } number ? new ReplyValue.Number(number) : null,
            ReplyKind.Date => TypedDay.TryRead(typed, out var day) ? new ReplyValue.Date(day) : null,
            _ => new ReplyValue.Text(keep(field, Words(field, typed))),
        };

    private ReplyValue.Table? Table(Question question, Func<string, string, TextReference> keep)
    {
        var rows = new List<TableRow>();
        // One more than there may be, so that too many are told of and not lost.
        for (var at = 0; at <= question.Rows; at++)
        {
            var fields = question.Columns.Select(column => (column, Name: CellOf(question.Code, at, column))).ToList();
            if (fields.TrueForAll(cell => TypedText.IsBlank(form[cell.Name])))
                continue;
            rows.Add(new TableRow(
                [.. fields.Select(cell => Cell(question, rows.Count, cell.column, cell.Name, keep))]));
        }

        return rows.Count == 0 ? null : new ReplyValue.Table(rows);
    }

    private ReplyValue? Cell(
        Question question, int row, TableColumn column, string field, Func<string, string, TextReference> keep)
    {
        if (TypedText.IsBlank(form[field]))
            return null;
        var value = One(column.Kind, field, form[field], keep);
        if (value is null)
            Faults.Add(new Refusal(
                ReplyRefusals.CellUnreadable, ReplyFields.Of(question.Code), $"{row + 1}", column.Text));
        return value;
    }

    /// <summary>With a comma or a point, and blanks between thousands.</summary>
    private static decimal? Number(string typed)
    {
        var plain = TypedText.Code(typed).Replace(" ", "", StringComparison.Ordinal).Replace(',', '.');
        return plain.Length <= MostDigits && decimal.TryParse(
            plain, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture,
            out var number)
            ? number
            : null;
    }

    private string Words(string field, string typed)
    {
        var text = RequestTexts.Normalise(typed);
        var question = field.Split('.') is [var root, var code, ..] ? $"{root}.{code}" : field;
        return form[WordsField.NumbersOf(question)] == WordsField.RemoveNumbers
            ? PersonalNumberSuspicion.Remove(text)
            : text;
    }

    private IEnumerable<WrittenFile> Files(Question question)
    {
        var field = ReplyFields.FileOf(question.Code);
        if (!sent.TryGetValue(field, out var files))
            yield break;
        var (accepted, faults) = AttachmentFiles.Look(files, field, limits.FileBytes);
        Faults.AddRange(faults);
        Sent.AddRange(files);
        foreach (var (file, at) in accepted.Select((file, at) => (file, at)))
        {
            var name = FileNames.Safe(files.First(known => known.Sha256 == file.Sha256).Name, file.Type);
            yield return new WrittenFile(question.Code, new AnswerFile(
                file, texts.Add(string.Create(CultureInfo.InvariantCulture, $"{field}.{at}"), name, null).Kept));
        }
    }

    private ReplyValue? Unreadable(string field)
    {
        Faults.Add(new Refusal(OperationRefusals.ValueUnreadable, field));
        return null;
    }
}
