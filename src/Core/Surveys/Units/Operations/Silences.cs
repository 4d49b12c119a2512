using Oversight.Texts;
using Oversight.Waiting;

namespace Oversight.Surveys;

public abstract partial record SurveyCommand
{
    /// <summary>The last day has passed without an answer. By the system; it is a draft and moves nothing.</summary>
    public sealed record FallSilent : SurveyCommand
    {
        internal override Decision<SurveyEvent> Decide(SurveyState state, CommandContext context) =>
            state is { Status: SurveyStatus.Open, Survey: { } survey } && context.Today > survey.Until
                ? new SurveyEvent.FellSilent(
                    context.Today, survey.Until,
                    SwedishCalendar.AddWorkingDays(context.Today, survey.Terms.JudgeWorkingDays))
                : Decision.Accept<SurveyEvent>();
    }

    /// <summary>Says what it means that nobody answered in time (R104). Never by the system.</summary>
    /// <param name="IsFinding">Whether it is a brist; null: nothing was chosen.</param>
    /// <param name="Longest">In characters.</param>
    public sealed record JudgeSilence(bool? IsFinding, WrittenText Reason, int Longest) : SurveyCommand
    {
        internal override Decision<SurveyEvent> Decide(SurveyState state, CommandContext context)
        {
            if (state.Survey?.Silence is not { Judgement: SilenceJudgement.Open })
                return new Refusal(SurveyRefusals.NoSilence);
            return Decision.Unless<SurveyEvent>(
                [
                    .. IsFinding is null
                        ? [new Refusal(SurveyRefusals.JudgementMissing, "finding")]
                        : Array.Empty<Refusal>(),
                    .. TextChecks.Required(Reason, "reason", Longest),
                ],
                () => new SurveyEvent.SilenceJudged(
                    context.Today,
                    IsFinding!.Value ? SilenceJudgement.Confirmed : SilenceJudgement.Dismissed, Reason.Kept));
        }
    }
}

public abstract partial record SurveyEvent
{
    public sealed record FellSilent(DateOnly On, DateOnly Since, DateOnly JudgeUntil) : ToAsked(On)
    {
        internal override SurveyStatus? Leads => SurveyStatus.Silent;

        internal override Survey Change(Survey survey) => survey.Silence is { Judgement: not SilenceJudgement.Open }
            // What somebody has made of an earlier silence stands.
            ? survey
            : survey with { Silence = new Silence(Since, JudgeUntil, SilenceJudgement.Open, null, null) };
    }

    public sealed record SilenceJudged(DateOnly On, SilenceJudgement Judgement, TextReference Reason) : ToAsked(On)
    {
        internal override Survey Change(Survey survey) => survey with
        {
            Silence = survey.Silence! with { Judgement = Judgement, JudgedOn = On, Reason = Reason },
        };
    }
}
