using Oversight.Settings;

namespace Oversight.Surveys;

/// <summary>How many have answered, among some units.</summary>
/// <param name="Asked">Without those who are left out.</param>
/// <param name="Late">Of the answered, after the last day.</param>
/// <param name="Silent">Whose last day has passed without an answer.</param>
/// <param name="Deviations">Replies that break the terms.</param>
public sealed record AnswerRate(int Asked, int Answered, int Late, int Silent, int Deviations)
{
    /// <summary>Per cent of the asked, rounded down: nobody reads 100 before everybody has answered.</summary>
    public int PerCent() => Asked == 0 ? 0 : Answered * 100 / Asked;
}

/// <summary>What was replied to one question.</summary>
/// <param name="Asked">Units that have answered the survey and whose conditions lead to the question.</param>
/// <param name="Replied">Those of them with a reply.</param>
/// <param name="Deviating">The surveys whose replies break the terms.</param>
/// <param name="Contradicted">Replies that something else tells against.</param>
/// <param name="Counts">How many of each reply, for a question with alternatives; in their order.</param>
/// <param name="Spread">Of numbers; null where there is none.</param>
/// <param name="Texts">The replies in words, with the survey that each stands in.</param>
public sealed record QuestionResult(
    Question Question, int Asked, int Replied, IReadOnlyList<Id> Deviating, int Contradicted,
    IReadOnlyList<(string Reply, int Count)> Counts, NumberSpread? Spread,
    IReadOnlyList<(Id SurveyId, TextReference Text)> Texts);

/// <summary>The smallest, the middle and the largest of some numbers.</summary>
public sealed record NumberSpread(decimal Smallest, decimal Median, decimal Largest);

/// <summary>What the answers of a round show (R49): counted, never judged.</summary>
public sealed record SurveyAnalysis(
    AnswerRate All, IReadOnlyList<(CodeId Area, AnswerRate Rate)> Areas,
    IReadOnlyList<(Providers.Ownership Ownership, AnswerRate Rate)> Owners, IReadOnlyList<QuestionResult> Questions)
{
    /// <param name="set">The questions as they were asked.</param>
    public static SurveyAnalysis Of(QuestionSet set, IReadOnlyList<SurveyFact> facts)
    {
        var asked = facts.Where(fact => fact.Status != SurveyStatus.LeftOut).ToList();
        return new SurveyAnalysis(
            Rate(asked),
            [.. asked.GroupBy(fact => fact.Unit.Area).OrderBy(area => area.Key.Value, StringComparer.Ordinal)
                .Select(area => (area.Key, Rate(area)))],
            [.. asked.GroupBy(fact => fact.Unit.Ownership).OrderBy(owner => owner.Key)
                .Select(owner => (owner.Key, Rate(owner)))],
            [.. set.Questions.Select(question => Result(set, question, asked)).Where(result => result.Asked > 0)]);
    }

    private static AnswerRate Rate(IEnumerable<SurveyFact> some)
    {
        var facts = some.ToList();
        return new AnswerRate(
            facts.Count, facts.Count(fact => fact.Status == SurveyStatus.Answered),
            facts.Count(fact => fact is { Status: SurveyStatus.Answered, IsLate: true }),
            facts.Count(fact => fact.Status == SurveyStatus.Silent),
            facts.Sum(fact => fact.Deviations.Count));
    }

    private static QuestionResult Result(QuestionSet set, Question question, IReadOnlyList<SurveyFact> asked)
    {
        var seen = asked.Where(fact => fact.Status == SurveyStatus.Answered
            && fact.Questions.Contains(question.Code)
            && new AskedQuestions(set, fact.Questions).IsVisible(question, fact.Replies)).ToList();
        var replies = seen.Select(fact => (fact.SurveyId, Value: fact.Replies.Of(question.Code)))
            .Where(reply => reply.Value is not null).ToList();
        return new QuestionResult(
            question, seen.Count, replies.Count,
            [.. seen.Where(fact => fact.Deviations.Contains(question.Code)).Select(fact => fact.SurveyId)],
            seen.Count(fact => fact.Contradicted.Contains(question.Code)),
            Counts(question, [.. replies.Select(reply => reply.Value!)]),
            Spread([.. replies.Select(reply => reply.Value).OfType<ReplyValue.Number>().Select(reply => reply.Value)]),
            [.. replies.Where(reply => reply.Value is ReplyValue.Text)
                .Select(reply => (reply.SurveyId, ((ReplyValue.Text)reply.Value!).Kept))]);
    }

    private static IReadOnlyList<(string, int)> Counts(Question question, List<ReplyValue> replies) =>
        question.Kind switch
        {
            ReplyKind.YesNo =>
            [
                (ReplyTest.Yes, replies.Count(reply => reply is ReplyValue.YesNo { IsYes: true })),
                (ReplyTest.No, replies.Count(reply => reply is ReplyValue.YesNo { IsYes: false })),
            ],
            ReplyKind.Choice =>
            [
                .. question.Choices.Select(choice => (
                    choice.Code.Value,
                    replies.Count(reply => reply is ReplyValue.Choice chosen && chosen.Code == choice.Code))),
            ],
            _ => [],
        };

    private static NumberSpread? Spread(List<decimal> numbers)
    {
        if (numbers.Count == 0)
            return null;
        numbers.Sort();
        var middle = numbers.Count / 2;
        return new NumberSpread(
            numbers[0], numbers.Count % 2 == 1 ? numbers[middle] : (numbers[middle - 1] + numbers[middle]) / 2,
            numbers[^1]);
    }
}
