using FsCheck.Xunit;
using Oversight.Surveys;
using Oversight.Waiting;
using static Oversight.Core.Tests.Surveys.SurveyScene;

namespace Oversight.Core.Tests.Surveys;

/// <summary>A unit is asked, reminded, and answers or not; silence is a draft until a person has judged it.</summary>
public class SurveyTests
{
    private static readonly DateOnly Late = Until.AddDays(1);

    private static SurveyState Silent => Take(Asked, new SurveyCommand.FallSilent(), On(Late, Role.System));

    [Fact]
    [Trait("Requirement", "R46")]
    public void The_provider_is_reminded_once_and_then_it_is_silent()
    {
        SurveyAwaiting.Of(Asked).Due(Until.AddDays(-8)).ShouldBeEmpty();
        SurveyAwaiting.Of(Asked).Due(Until.AddDays(-7)).ShouldHaveSingleItem().Name.ShouldBe(WaitingStep.PromptName);
        var prompted = Take(Asked, new SurveyCommand.Prompt(), On(Until.AddDays(-7), Role.System));
        SurveyAwaiting.Of(prompted).Due(Until).ShouldBeEmpty();
        Refused(prompted, new SurveyCommand.Prompt(), On(Until, Role.System)).ShouldBe("nothing");
        Refused(Asked, new SurveyCommand.FallSilent(), On(Until, Role.System))
            .ShouldBe("nothing", "The last day is theirs.");
        SurveyAwaiting.Of(prompted).Due(Late).ShouldHaveSingleItem().Name.ShouldBe(WaitingStep.EscalateName);
        Silent.Status.ShouldBe(SurveyStatus.Silent);
        Silent.Survey!.Silence.ShouldBe(
            new Silence(Until, SwedishCalendar.AddWorkingDays(Late, 10), SilenceJudgement.Open, null, null));
    }

    [Fact]
    [Trait("Requirement", "R104")]
    public void A_silence_moves_nothing_before_a_person_has_confirmed_it()
    {
        Signals(Silent).ShouldBeEmpty();
        Refused(Silent, new SurveyCommand.JudgeSilence(null, Text(""), 100), On(Late))
            .ShouldBe("finding: survey.judgement-missing; reason: text.missing");
        var dismissed = Take(Silent, new SurveyCommand.JudgeSilence(false, Text("Sjuk."), 100), On(Late));
        Signals(dismissed).ShouldBeEmpty();
        var confirmed = Take(Silent, new SurveyCommand.JudgeSilence(true, Text("Påmind."), 100), On(Late));
        Signals(confirmed).ShouldBe(["silence"]);
        Refused(confirmed, new SurveyCommand.JudgeSilence(false, Text("Nej."), 100), On(Late))
            .ShouldBe(": survey.no-silence");
        SurveyAwaiting.Of(confirmed).Answers.ShouldBeEmpty();
        Refused(Asked, new SurveyCommand.JudgeSilence(true, Text("Nej."), 100), On(Start))
            .ShouldBe(": survey.no-silence");
    }

    [Fact]
    public void A_late_answer_is_taken_in_and_shown_as_late_and_the_silence_is_still_to_be_judged()
    {
        var answered = Take(Silent, Answer(Late), On(Late, Role.System));
        (answered.Status, answered.Survey!.Answers[0].IsLate).ShouldBe((SurveyStatus.Answered, true));
        answered.Survey.Silence!.Judgement.ShouldBe(SilenceJudgement.Open);
        Take(Asked, Answer(Until), On(Until, Role.System)).Survey!.Answers[0].IsLate.ShouldBeFalse();
    }

    [Fact]
    public void What_was_handed_in_on_the_last_day_is_no_silence_however_late_it_is_brought()
    {
        var answered = Take(Silent, Answer(Until), On(Late, Role.System));
        (answered.Status, answered.Survey!.Silence).ShouldBe((SurveyStatus.Answered, null));
        var confirmed = Take(Silent, new SurveyCommand.JudgeSilence(true, Text("Påmind."), 100), On(Late));
        Take(confirmed, Answer(Until), On(Late, Role.System)).Survey!.Silence!.Judgement
            .ShouldBe(SilenceJudgement.Confirmed, "What a person has said stands until a person says otherwise.");
    }

    [Fact]
    public void More_days_end_a_silence_that_nobody_has_judged()
    {
        var extended = Take(Silent, new SurveyCommand.Extend(Late.AddDays(7), Text("Sjuk."), 100), On(Late));
        (extended.Status, extended.Survey!.Silence, extended.Survey.Until)
            .ShouldBe((SurveyStatus.Open, null, Late.AddDays(7)));
        Refused(Asked, new SurveyCommand.Extend(Until, Text("Sjuk."), 100), On(Start))
            .ShouldBe("until: survey.day-too-early");
        var confirmed = Take(Silent, new SurveyCommand.JudgeSilence(true, Text("Påmind."), 100), On(Late));
        var again = Take(confirmed, new SurveyCommand.Extend(Late.AddDays(7), Text("Bad."), 100), On(Late));
        var silentAgain = Take(again, new SurveyCommand.FallSilent(), On(Late.AddDays(8), Role.System));
        silentAgain.Survey!.Silence!.Judgement.ShouldBe(SilenceJudgement.Confirmed, "What was judged stands.");
    }

    [Fact]
    public void An_answer_may_be_replaced_until_its_last_day_and_asked_for_again_after_it()
    {
        var answered = Take(Asked, Answer(Start), On(Start, Role.System));
        var judged = Take(
            Take(Asked, Answer(Start, 1, Replies.None.With(QuestionScene.Told, QuestionScene.No),
                QuestionScene.Told), On(Start, Role.System)),
            new SurveyCommand.JudgeReply(QuestionScene.Told, ReplyStanding.Confirmed, Text("Sett."), 100), On(Start));
        judged.Survey!.Judged.ShouldHaveSingleItem();
        Refused(judged, Answer(
            Start, 1, Replies.None.With(QuestionScene.Told, QuestionScene.No), QuestionScene.Told),
            On(Start.AddDays(1), Role.System)).ShouldBe("nothing", "It was told already, and what was found stands.");
        var replaced = Take(judged, Answer(Start.AddDays(1)), On(Start.AddDays(1), Role.System));
        (replaced.Survey!.Answers.Count, replaced.Survey.Judged.Count).ShouldBe((1, 0));

        var asked = Take(answered, new SurveyCommand.AskAgain(null, Text("Vilken dag?"), 100), On(Late));
        (asked.Status, asked.Survey!.Number, asked.Survey.Until)
            .ShouldBe((SurveyStatus.Open, 2, Late.AddDays(14)));
        Refused(asked, Answer(Late), On(Late, Role.System)).ShouldBe("nothing", "The first is over.");
        Take(asked, Answer(Late, 2), On(Late, Role.System)).Survey!.Answers.Select(answer => answer.Number)
            .ShouldBe([1, 2]);
    }

    [Fact]
    public void Only_what_was_replied_is_judged()
    {
        var answered = Take(
            Asked, Answer(Start, 1, Replies.None.With(QuestionScene.Told, QuestionScene.No)), On(Start, Role.System));
        Refused(answered, new SurveyCommand.JudgeReply(QuestionScene.How, ReplyStanding.Confirmed, Text("?"), 100),
            On(Start)).ShouldBe("question: survey.no-reply");
        Refused(answered, new SurveyCommand.JudgeReply(null, null, Text(""), 100), On(Start)).ShouldBe(
            "question: survey.question-missing; standing: survey.standing-missing; how: text.missing");
    }

    [Fact]
    public void A_unit_that_is_left_out_takes_no_answer()
    {
        var left = Take(Asked, new SurveyCommand.LeaveOut(Text("Stänger."), 100), On(Start));
        left.Status.ShouldBe(SurveyStatus.LeftOut);
        Refused(left, Answer(Start), On(Start, Role.System)).ShouldBe("nothing");
        Refused(left, new SurveyCommand.RenewLink(Text("Fel."), 100), On(Start)).ShouldBe(": survey.not-awaited");
        SurveyAwaiting.Of(left).Answers.ShouldBeEmpty();
    }

    [Fact]
    [Trait("Requirement", "R50")]
    public void A_deviation_is_a_claim_until_it_is_confirmed_and_nothing_when_something_else_shows_otherwise()
    {
        var answered = Take(
            Asked,
            Answer(
                Start, 1,
                Replies.None.With(QuestionScene.Told, QuestionScene.No).With(QuestionScene.How, QuestionScene.No),
                QuestionScene.Told),
            On(Start, Role.System));
        Signals(answered).ShouldBe(["deviation anmalt claimed"]);
        Signals(Judge(QuestionScene.Told, ReplyStanding.Confirmed)).ShouldBe(["deviation anmalt confirmed"]);
        Signals(Judge(QuestionScene.Told, ReplyStanding.Contradicted)).ShouldBeEmpty();
        Signals(Judge(QuestionScene.How, ReplyStanding.Contradicted))
            .ShouldBe(["deviation anmalt claimed", "contradiction hur confirmed"]);

        SurveyState Judge(CodeId question, ReplyStanding standing) => Take(
            answered, new SurveyCommand.JudgeReply(question, standing, Text("Sett."), 100), On(Start));
    }

    /// <summary>Whatever day it is, exactly one thing is due of an unanswered survey that nobody has touched.</summary>
    [Property]
    public bool It_is_never_both_open_and_silent(byte days)
    {
        var day = Start.AddDays(days);
        var state = Take(
            Take(Asked, new SurveyCommand.Prompt(), On(day, Role.System)), new SurveyCommand.FallSilent(),
            On(day, Role.System));
        return state.Status == (day > Until ? SurveyStatus.Silent : SurveyStatus.Open)
            && state.Survey!.IsPrompted == (day >= Until.AddDays(-7) && day <= Until);
    }

    private static IEnumerable<string> Signals(SurveyState state) => SurveySignals.Of(Round, "s", state.Survey!)
        .Select(signal => signal.Kind == Oversight.Risk.SurveySignalKind.Silence
            ? "silence"
            : $"{signal.Kind.ToString().ToLowerInvariant()} {signal.Question} "
                + (signal.IsConfirmed ? "confirmed" : "claimed"));
}
