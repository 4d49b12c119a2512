using Oversight.Waiting;

namespace Oversight.Surveys;

/// <summary>What a survey waits for: that the provider answers, and that somebody judges a silence.</summary>
public static class SurveyAwaiting
{
    /// <summary>Somebody is to say what it means that nobody answered.</summary>
    public const string Judgement = "silence";

    /// <summary>The answer with that number.</summary>
    public static string Answer(int number) => FormattableString.Invariant($"answer-{number}");

    public static Awaited Of(SurveyState state) =>
        Awaited.Of(() => state.Survey is { } survey ? Answers(state.Status, survey) : []);

    /// <summary>Whether somebody has changed what is awaited, so that the loop must look again.</summary>
    public static bool IsChangedBy(SurveyEvent happened) => happened
        is SurveyEvent.Asked or SurveyEvent.Extended or SurveyEvent.AskedAgain or SurveyEvent.LeftOut
        or SurveyEvent.Answered or SurveyEvent.FellSilent or SurveyEvent.SilenceJudged;

    private static IEnumerable<AwaitedAnswer> Answers(SurveyStatus status, Survey survey)
    {
        if (status == SurveyStatus.Open)
            yield return new AwaitedAnswer(
                Answer(survey.Number), new AwaitedParty(Role.Provider, survey.Unit.Board), survey.Until,
                [
                    .. survey.IsPrompted
                        ? Array.Empty<WaitingStep>()
                        : [WaitingStep.Prompt(survey.Until.AddDays(-survey.Terms.PromptDaysBefore))],
                    WaitingStep.Escalate(survey.Until),
                ]);
        else if (survey.Silence is { Judgement: SilenceJudgement.Open } silence)
            yield return new AwaitedAnswer(
                Judgement, new AwaitedParty(Role.QualityDeveloper, survey.Unit.Board), silence.JudgeUntil, []);
    }
}
