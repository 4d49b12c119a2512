using Oversight.Answers.Surveys;
using Oversight.Settings;
using Oversight.Surveys;

namespace Oversight.Answers;

public abstract partial record AnswerCommand
{
    /// <summary>
    /// Saves replies to some of the questions of an avtalsenkät; the others stay as they are. Nothing that a colleague
    /// has replied since is written over unseen.
    /// </summary>
    /// <param name="Asked">The questions as they were asked.</param>
    public sealed record Reply(AskedQuestions Asked, IReadOnlyList<WrittenReply> Replies, AnswerLimits Limits)
        : ByProvider
    {
        public IReadOnlyList<WrittenFile> Files { get; init; } = [];

        public IReadOnlyList<FileOfQuestion> Removed { get; init; } = [];

        internal override Decision<AnswerEvent> Decide(Answer answer, CommandContext context)
        {
            if (answer.Survey is null)
                return new Refusal(AnswerRefusals.NotAsked);
            var changed = Replies.Where(written => SurveyReplies.IsChanged(answer, written)).ToList();
            return Decision.Unless<AnswerEvent>(
                [
                    .. changed.SelectMany(written => SurveyReplies.Faults(Asked, answer, written, Limits)),
                    .. SurveyReplies.Faults(Asked, answer, Files, Limits),
                ],
                () => Happened(answer, changed, context.Today));
        }

        private Decision<AnswerEvent> Happened(Answer answer, List<WrittenReply> changed, DateOnly today)
        {
            var added = Files.Where(file => !answer.QuestionFiles.Contains(Of(file)))
                .DistinctBy(Of).ToList();
            FileOfQuestion[] removed = [.. Removed.Where(answer.QuestionFiles.Contains)];
            return changed.Count == 0 && added.Count == 0 && removed.Length == 0
                ? Decision.Accept<AnswerEvent>()
                : new AnswerEvent.Replied(today,
                [
                    .. changed.Select(written => new GivenReply(written.Question, written.Value)),
                    .. WithFiles(answer, added, removed),
                ])
                {
                    Files = [.. added.Select(file => file.File).DistinctBy(file => file.File.Sha256)],
                    Added = [.. added.Select(Of)],
                    Removed = removed,
                };
        }

        /// <summary>The reply to a question that is answered with files is which they are.</summary>
        private IEnumerable<GivenReply> WithFiles(
            Answer answer, List<WrittenFile> added, FileOfQuestion[] removed) =>
            added.Select(file => file.Question).Concat(removed.Select(file => file.Question)).Distinct()
                .Where(question => Asked.Find(question)?.Kind == ReplyKind.File)
                .Select(question =>
                {
                    string[] left =
                    [
                        .. answer.QuestionFiles.Except(removed).Concat(added.Select(Of))
                            .Where(file => file.Question == question).Select(file => file.Sha256),
                    ];
                    return new GivenReply(question, left.Length == 0 ? null : new ReplyValue.File(left));
                });

        private static FileOfQuestion Of(WrittenFile file) => new(file.Question, file.File.File.Sha256);
    }

    /// <summary>Takes up again what was handed in, to change it while there is time. What was handed in stands until
    /// it is handed in again.</summary>
    public sealed record Reopen : AnswerCommand
    {
        internal override Decision<AnswerEvent> Decide(AnswerState state, CommandContext context) => state switch
        {
            { Answer: not { Survey: not null } } => new Refusal(AnswerRefusals.NotAsked),
            { Status: AnswerStatus.HandedIn, Answer: { } answer } => answer.IsLate(context.Today)
                ? new Refusal(AnswerRefusals.TooLate, null, $"{answer.Task.Until:yyyy-MM-dd}")
                : new AnswerEvent.Reopened(context.Today),
            { Status: AnswerStatus.Open } => Decision.Accept<AnswerEvent>(),
            _ => new Refusal(AnswerRefusals.NotOpen),
        };
    }
}

public abstract partial record AnswerEvent
{
    /// <param name="Given">Replies to the questions that were saved, and to no others.</param>
    public sealed record Replied(DateOnly On, IReadOnlyList<GivenReply> Given) : ToAsked(On)
    {
        /// <summary>Files that came with it.</summary>
        public IReadOnlyList<AnswerFile> Files { get; init; } = [];

        public IReadOnlyList<FileOfQuestion> Added { get; init; } = [];

        public IReadOnlyList<FileOfQuestion> Removed { get; init; } = [];

        internal override Answer Change(Answer answer)
        {
            FileOfQuestion[] of = [.. answer.QuestionFiles.Except(Removed).Union(Added)];
            var gone = Removed.Select(file => file.Sha256).Where(sha => of.All(file => file.Sha256 != sha)).ToHashSet();
            var replies = Given.Aggregate(
                answer.Replies, (all, given) => all.With(given.Question, given.Value));
            return answer with
            {
                Files =
                [
                    .. answer.Files.Concat(Files).DistinctBy(file => file.File.Sha256)
                        .Where(file => !gone.Contains(file.File.Sha256)),
                ],
                QuestionFiles = of,
                Replies = replies with { Evidence = [.. of.Select(file => file.Question).Distinct()] },
            };
        }
    }

    /// <summary>The provider changes what it has handed in.</summary>
    public sealed record Reopened(DateOnly On) : ToAsked(On)
    {
        internal override AnswerStatus? Leads => AnswerStatus.Open;

        internal override Answer Change(Answer answer) => answer;
    }
}
