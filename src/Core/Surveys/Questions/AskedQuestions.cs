using Oversight.Settings;

namespace Oversight.Surveys;

/// <summary>The questions of a version of a set that somebody is asked, and what their replies lead to.</summary>
/// <param name="Codes">Which of the set's questions.</param>
public sealed record AskedQuestions(QuestionSet Set, IReadOnlyList<CodeId> Codes)
{
    /// <summary>In the order of the set, without sections that ask nothing.</summary>
    public IReadOnlyList<QuestionSection> Sections { get; } =
    [
        .. Set.Sections
            .Select(section => section with
            {
                Questions = [.. section.Questions.Where(question => Codes.Contains(question.Code))],
            })
            .Where(section => section.Questions.Count > 0),
    ];

    public IEnumerable<Question> Questions => Sections.SelectMany(section => section.Questions);

    public Question? Find(CodeId question) => Questions.FirstOrDefault(candidate => candidate.Code == question);

    public QuestionSection? Section(CodeId section) => Sections.FirstOrDefault(known => known.Code == section);

    public QuestionSection? SectionOf(CodeId question) =>
        Sections.FirstOrDefault(section => section.Questions.Any(known => known.Code == question));

    /// <summary>Whether its condition holds. What is replied to others is kept, and counts for nothing.</summary>
    public bool IsVisible(Question question, Replies replies) =>
        question.When is not { } when
        || (Find(when.Question) is { } earlier && IsVisible(earlier, replies)
            && when.Reply.Holds(replies.Of(when.Question)));

    public IEnumerable<Question> Visible(Replies replies) =>
        Questions.Where(question => IsVisible(question, replies));

    /// <summary>Questions whose condition does not hold any more, although there is a reply to them.</summary>
    public IEnumerable<Question> Left(Replies replies) =>
        Questions.Where(question => replies.Of(question.Code) is not null && !IsVisible(question, replies));

    /// <summary>
    /// What must be replied or attached before it is handed in; the field is the question's code, the argument the
    /// question itself.
    /// </summary>
    public IReadOnlyList<Refusal> Missing(Replies replies) =>
    [
        .. Visible(replies).SelectMany(question => (question, replies.Of(question.Code)) switch
        {
            ({ IsRequired: true }, null) => [new Refusal(ReplyRefusals.Missing, question.Code.Value, question.Text)],
            (_, { } value) when NeedsFile(question, value) && !replies.Evidence.Contains(question.Code) =>
                [new Refusal(ReplyRefusals.EvidenceMissing, question.Code.Value, question.Text)],
            _ => Array.Empty<Refusal>(),
        }),
    ];

    /// <summary>The questions whose replies break the terms, in the order of the set.</summary>
    public IReadOnlyList<Question> Deviations(Replies replies) =>
    [
        .. Visible(replies).Where(question => question.Breaks?.Reply.Holds(replies.Of(question.Code)) == true),
    ];

    /// <summary>How far each section has come.</summary>
    public IReadOnlyList<SectionProgress> Progress(Replies replies)
    {
        var missing = Missing(replies).Select(refusal => new CodeId(refusal.Field!)).ToHashSet();
        return
        [
            .. Sections.Select(section =>
            {
                var visible = section.Questions.Where(question => IsVisible(question, replies)).ToList();
                return new SectionProgress(
                    section, visible.Count, visible.Count(question => replies.Of(question.Code) is not null),
                    visible.Count(question => missing.Contains(question.Code)));
            }),
        ];
    }

    private static bool NeedsFile(Question question, ReplyValue value) =>
        question.NeedsEvidence && value is not ReplyValue.YesNo { IsYes: false };
}

/// <summary>How far the replies to a section have come.</summary>
/// <param name="Asked">Questions whose conditions hold.</param>
/// <param name="Answered">Those of them with a reply.</param>
/// <param name="Missing">Those of them that keep the survey from being handed in.</param>
public sealed record SectionProgress(QuestionSection Section, int Asked, int Answered, int Missing);

/// <summary>Which questions of a set are for whom.</summary>
public static class UnitQuestions
{
    /// <summary>
    /// What a unit is asked, in the order of the set. What waits for the reply to a question that it is not asked is
    /// not asked either.
    /// </summary>
    public static AskedQuestions QuestionsFor(this QuestionSet set, UnitProfile unit)
    {
        var asked = new List<CodeId>();
        foreach (var question in set.Questions)
        {
            if (unit.Fits(question.For) && (question.When is not { } when || asked.Contains(when.Question)))
                asked.Add(question.Code);
        }

        return new AskedQuestions(set, asked);
    }

    /// <summary>The same without questions that are answered elsewhere this year, and what waits for them.</summary>
    public static AskedQuestions Without(this AskedQuestions asked, IReadOnlyCollection<CodeId> answered)
    {
        var left = new List<CodeId>();
        foreach (var question in asked.Questions)
        {
            if (!answered.Contains(question.Code) && (question.When is not { } when || left.Contains(when.Question)))
                left.Add(question.Code);
        }

        return new AskedQuestions(asked.Set, left);
    }
}
