using Oversight.Surveys;

namespace Oversight.Answers.Surveys;

/// <summary>What an avtalsenkät asks of one unit, as it was asked.</summary>
/// <param name="Set">The set of questions.</param>
/// <param name="From">The day of its version.</param>
/// <param name="Questions">Which of its questions.</param>
public sealed record SurveyTask(CodeId Set, DateOnly From, IReadOnlyList<CodeId> Questions)
{
    /// <summary>
    /// What is known already, to be confirmed or corrected: no reply before the provider has saved it. Its texts are
    /// kept with the answer.
    /// </summary>
    public Replies Known { get; init; } = Replies.None;

    /// <summary>The provider's answer of the year before, shown beside; null: none, or another provider's.</summary>
    public Id? Previous { get; init; }

    /// <summary>Why it is asked for again; null the first time. Kept with the answer.</summary>
    public TextReference? Why { get; init; }
}

/// <summary>A file that shows what was replied to a question.</summary>
public sealed record FileOfQuestion(CodeId Question, string Sha256);

/// <summary>A reply to one question; null takes the reply away.</summary>
public sealed record GivenReply(CodeId Question, ReplyValue? Value);

/// <summary>What stood in an avtalsenkät when it was handed in.</summary>
public sealed record HandedSurvey(
    Replies Replies, IReadOnlyList<AnswerFile> Files, IReadOnlyList<FileOfQuestion> QuestionFiles,
    AnswerSignature Signature);

/// <summary>Reads what belongs to the questions of an answer.</summary>
public static class SurveyFiles
{
    /// <summary>Whether a file shows what was replied to a question, and is no fullmakt.</summary>
    public static bool IsOfQuestion(this Answer answer, AnswerFile file) =>
        answer.QuestionFiles.Any(known => known.Sha256 == file.File.Sha256);

    public static IReadOnlyList<AnswerFile> FilesOf(this Answer answer, CodeId question) =>
        Of(answer.Files, answer.QuestionFiles, question);

    public static IReadOnlyList<AnswerFile> FilesOf(this HandedSurvey handed, CodeId question) =>
        Of(handed.Files, handed.QuestionFiles, question);

    private static IReadOnlyList<AnswerFile> Of(
        IReadOnlyList<AnswerFile> files, IReadOnlyList<FileOfQuestion> of, CodeId question) =>
        [.. files.Where(file => of.Contains(new FileOfQuestion(question, file.File.Sha256)))];
}
