using Oversight.Core.Tests.RiskAnalyses;
using Oversight.Judgements;
using Oversight.Risk;
using static Oversight.Core.Tests.Reviews.ReviewScenario;

namespace Oversight.Core.Tests.Judgements;

/// <summary>A tidig varning is answered by a person, and a class that a person has judged has its day.</summary>
[Trait("Requirement", "R52")]
public class UnitJudgementTests
{
    private static readonly DateOnly Today = By().Today;
    private static readonly JudgedUnit Unit = new(TestRisk.IdOf("ena"), new("socialnamnden"), "Ena");
    private static readonly DateOnly Month = new(Today.Year, Today.Month, 1);
    private static readonly EarlyWarning Rise = new(Month.AddMonths(-1), Month.AddMonths(-3), 9, 3, 6);

    private static readonly UnitJudgementCommand.AnswerWarning Answered =
        new(WarningAnswer.Dialogue, Text("Tas upp."), 20);

    private static readonly UnitJudgementCommand.JudgeClass Judged = new(
        Unit, new CodeId("hog"), new CodeId("lag"), Today.AddMonths(12), Text("Ny ledning."), 12, 20);

    [Fact]
    public void A_warning_is_raised_once_a_month_at_most_and_the_newest_waits_until_somebody_answers()
    {
        var raised = Take(UnitJudgementState.Initial, new UnitJudgementCommand.Raise(Unit, Rise));
        Answer(raised, new UnitJudgementCommand.Raise(Unit, Rise)).ShouldBe("");
        // Of a month that had passed when it was raised: the same rise.
        Answer(raised, new UnitJudgementCommand.Raise(Unit, Rise with { Since = Month.AddMonths(-2) })).ShouldBe("");
        raised.Waiting!.Warning.ShouldBe(Rise);

        var answered = Take(raised, Answered);
        answered.Waiting.ShouldBeNull();
        answered.Warnings.Single().Answer.ShouldBe(WarningAnswer.Dialogue);
        Answer(answered, Answered).ShouldBe("judgement.no-warning");

        var again = Take(
            answered, new UnitJudgementCommand.Raise(Unit, Rise with { Month = Month }));
        again.Waiting!.Warning.Month.ShouldBe(Month);
        again.Warnings[0].Answer.ShouldBe(WarningAnswer.Dialogue);
    }

    [Fact]
    public void An_answer_says_what_and_why()
    {
        var raised = Take(UnitJudgementState.Initial, new UnitJudgementCommand.Raise(Unit, Rise));
        Answer(raised, Answered with { Answer = null, Reason = Text("") })
            .ShouldBe("answer:judgement.answer-missing reason:text.missing");
        Answer(raised, Answered with { Reason = Text(new string('x', 21)) }).ShouldBe("reason:text.too-long(21, 20)");
    }

    [Fact]
    public void A_judged_class_differs_from_the_computed_and_has_a_reason_and_a_last_day_within_the_limit()
    {
        Answer(UnitJudgementState.Initial, Judged).ShouldBe("ClassJudged");
        Answer(UnitJudgementState.Initial, Judged with { Until = Today }).ShouldBe("ClassJudged");
        Answer(UnitJudgementState.Initial, Judged with { Class = null, Until = null, Reason = Text("") })
            .ShouldBe("class:judgement.class-missing until:judgement.day-missing reason:text.missing");
        Answer(UnitJudgementState.Initial, Judged with { Class = new CodeId("lag"), Until = Today.AddDays(-1) })
            .ShouldBe("class:judgement.class-is-computed until:judgement.day-passed");
        var last = Today.AddMonths(12);
        Answer(UnitJudgementState.Initial, Judged with { Until = last.AddDays(1) })
            .ShouldBe($"until:judgement.day-too-far({last:O})");
    }

    [Fact]
    public void It_counts_from_its_day_to_its_last_and_no_longer_when_it_is_ended_or_another_takes_its_place()
    {
        var judged = Take(UnitJudgementState.Initial, Judged);
        var one = judged.Classes.Single();
        one.IsInForceOn(Today.AddDays(-1)).ShouldBeFalse();
        one.IsInForceOn(Today).ShouldBeTrue();
        one.IsInForceOn(one.Until).ShouldBeTrue();
        one.IsInForceOn(one.Until.AddDays(1)).ShouldBeFalse();

        var replaced = Take(judged, Judged with { Class = new CodeId("mycket-hog") });
        replaced.InForceOn(Today)!.Class.ShouldBe(new CodeId("mycket-hog"));
        replaced.Classes.Count(each => each.IsInForceOn(Today)).ShouldBe(1);

        var end = new UnitJudgementCommand.EndClass(Text("Läget är ett annat."), 20);
        var ended = Take(replaced, end);
        ended.InForceOn(Today).ShouldBeNull();
        Answer(ended, end).ShouldBe("judgement.nothing-in-force");
        Answer(judged, end with { Reason = Text("") }).ShouldBe("reason:text.missing");
    }

    private static UnitJudgementState Take(UnitJudgementState state, UnitJudgementCommand command) =>
        UnitJudgementDecider.Decide(state, command, By())
            .ShouldBeOfType<Decision<UnitJudgementEvent>.Accepted>()
            .Events.Aggregate(state, UnitJudgementDecider.Evolve);

    private static string Answer(UnitJudgementState state, UnitJudgementCommand command) =>
        UnitJudgementDecider.Decide(state, command, By()) switch
        {
            Decision<UnitJudgementEvent>.Refused refused => string.Join(' ', refused.Reasons.Select(RefusalText.Of)),
            Decision<UnitJudgementEvent>.Accepted accepted =>
                string.Join(' ', accepted.Events.Select(happened => happened.GetType().Name)),
            _ => throw new InvalidOperationException(),
        };
}
