using Oversight.Attachments;
using Oversight.Settings;
using Oversight.Surveys;
using Oversight.Texts;

namespace Oversight.Answers.Surveys;

/// <summary>A reply as somebody has written it.</summary>
/// <param name="Value">Null: nothing is replied.</param>
/// <param name="Seen">
/// The mark of the reply that stood there when they began (<see cref="ReplyConclusions.Mark"/>); null: they overwrite
/// whatever stands.
/// </param>
public sealed record WrittenReply(CodeId Question, ReplyValue? Value, string? Seen)
{
    /// <summary>The words in <see cref="Value"/>.</summary>
    public IReadOnlyList<WrittenText> Texts { get; init; } = [];
}

/// <summary>A file on its way to a question.</summary>
public sealed record WrittenFile(CodeId Question, AnswerFile File);

/// <summary>The checks of replies that are saved or handed in.</summary>
internal static class SurveyReplies
{
    /// <summary>What keeps an avtalsenkät from being handed in, at the questions' fields.</summary>
    public static IEnumerable<Refusal> Missing(AskedQuestions asked, Replies replies) =>
        asked.Missing(replies).Select(missing => missing with { Field = ReplyFields.Of(new CodeId(missing.Field!)) });

    /// <summary>Whether the writer has changed anything: what they only looked at stays as it is.</summary>
    public static bool IsChanged(Answer answer, WrittenReply written)
    {
        var mark = ReplyConclusions.Mark(written.Value);
        return mark != (written.Seen ?? MarkOf(answer, written.Question)) && mark != MarkOf(answer, written.Question);
    }

    public static IEnumerable<Refusal> Faults(
        AskedQuestions asked, Answer answer, WrittenReply written, AnswerLimits limits)
    {
        var field = ReplyFields.Of(written.Question);
        if (asked.Find(written.Question) is not { } question || question.Kind == ReplyKind.File)
            return [new Refusal(ReplyRefusals.NotAsked, field)];
        return
        [
            .. written.Seen is { } seen && seen != MarkOf(answer, written.Question)
                ? [new Refusal(ReplyRefusals.ChangedByColleague, field)]
                : Array.Empty<Refusal>(),
            .. written.Value is { } value ? ReplyChecks.Of(question, value, field) : [],
            .. written.Texts.SelectMany(text => TextChecks.Optional(
                text, field, question.Kind == ReplyKind.Table ? limits.Line : limits.LongText)),
        ];
    }

    /// <summary>Files go to questions that are answered with files or that a file has to show.</summary>
    public static IEnumerable<Refusal> Faults(
        AskedQuestions asked, Answer answer, IReadOnlyList<WrittenFile> files, AnswerLimits limits) =>
        files.GroupBy(file => file.Question).SelectMany(some =>
        {
            var field = ReplyFields.FileOf(some.Key);
            var known = answer.FilesOf(some.Key);
            return asked.Find(some.Key) is { Kind: ReplyKind.File } or { NeedsEvidence: true }
                ? AttachmentChecks.Of(
                    [
                        .. known.Select(file => file.File),
                        .. some.Select(file => file.File.File)
                            .Where(file => known.All(old => old.File.Sha256 != file.Sha256)),
                    ],
                    field, limits.Files, limits.FileBytes)
                : [new Refusal(ReplyRefusals.NotAsked, field)];
        });

    private static string MarkOf(Answer answer, CodeId question) => ReplyConclusions.Mark(answer.Replies.Of(question));
}

/// <summary>The fields of a form by the questions that they answer.</summary>
public static class ReplyFields
{
    private const string Root = "replies.";

    public static string Of(CodeId question) => $"{Root}{question}";

    public static string FileOf(CodeId question) => $"files.{question}";

    /// <summary>The question that a field answers; null: none.</summary>
    public static CodeId? QuestionOf(string? field) =>
        field?.StartsWith(Root, StringComparison.Ordinal) == true ? new CodeId(field[Root.Length..]) : null;
}
