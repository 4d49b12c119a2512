using Oversight.Texts;

namespace Oversight.Surveys;

public abstract partial record SurveyCommand
{
    /// <summary>
    /// Takes in what the provider has handed in: late where the last day had passed. The same answer again replaces
    /// what it said, since it may be changed until the last day. By the system.
    /// </summary>
    /// <param name="Number">Of the answer that was asked for.</param>
    /// <param name="Replies">What was replied, by the code of the question.</param>
    /// <param name="Deviations">The questions whose replies break the terms.</param>
    public sealed record TakeAnswer(
        Id AnswerId, int Number, DateOnly HandedInOn, Replies Replies, IReadOnlyList<CodeId> Deviations)
        : SurveyCommand
    {
        internal override Decision<SurveyEvent> Decide(SurveyState state, CommandContext context)
        {
            if (state is not { Status: not SurveyStatus.LeftOut, Survey: { } survey } || Number != survey.Number)
                return Decision.Accept<SurveyEvent>();
            var answer = new SurveyAnswer(Number, AnswerId, HandedInOn, HandedInOn > survey.Until);
            // Told again by an effect that was cut off: what has been found out since stands.
            return survey.Answers.Contains(answer) && survey.Replies.Equals(Replies)
                ? Decision.Accept<SurveyEvent>()
                : new SurveyEvent.Answered(context.Today, answer, Replies, Deviations);
        }
    }

    /// <summary>Says what has been found out about a reply: a claim is confirmed, or something tells against it.
    /// </summary>
    /// <param name="Standing">Null: nothing was chosen.</param>
    /// <param name="Longest">In characters.</param>
    public sealed record JudgeReply(CodeId? Question, ReplyStanding? Standing, WrittenText How, int Longest)
        : WhileAnswered
    {
        internal override Decision<SurveyEvent> Decide(Survey survey, CommandContext context) =>
            Decision.Unless<SurveyEvent>(
                [.. Faults(survey), .. TextChecks.Required(How, "how", Longest)],
                () => new SurveyEvent.ReplyJudged(context.Today, new ReplyJudgement(
                    Question!.Value, survey.Number, context.Today, Standing!.Value, How.Kept)));

        private IEnumerable<Refusal> Faults(Survey survey)
        {
            if (Question is not { } question)
                yield return new Refusal(SurveyRefusals.QuestionMissing, "question");
            else if (survey.Replies.Of(question) is null)
                yield return new Refusal(SurveyRefusals.NoReply, "question");
            if (Standing is null)
                yield return new Refusal(SurveyRefusals.StandingMissing, "standing");
        }
    }
}

public abstract partial record SurveyEvent
{
    public sealed record Answered(
        DateOnly On, SurveyAnswer Answer, Replies Replies, IReadOnlyList<CodeId> Deviations) : ToAsked(On)
    {
        internal override SurveyStatus? Leads => SurveyStatus.Answered;

        internal override Survey Change(Survey survey) => survey with
        {
            Answers = [.. survey.Answers.Where(answer => answer.Number != Answer.Number), Answer],
            Replies = Replies,
            Deviations = Deviations,
            // Handed in on the last day, and brought here after it: it was no silence.
            Silence = !Answer.IsLate && survey.Silence is { Judgement: SilenceJudgement.Open }
                ? null
                : survey.Silence,
            // What was found out is about what was said then.
            Judged = [.. survey.Judged.Where(judged => judged.Number != Answer.Number)],
        };
    }

    public sealed record ReplyJudged(DateOnly On, ReplyJudgement Judgement) : ToAsked(On)
    {
        internal override Survey Change(Survey survey) => survey with
        {
            Judged =
            [
                .. survey.Judged.Where(judged =>
                    (judged.Question, judged.Number) != (Judgement.Question, Judgement.Number)),
                Judgement,
            ],
        };
    }
}
