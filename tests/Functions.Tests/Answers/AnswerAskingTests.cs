using Oversight.Answers;
using Oversight.Functions.Answers;
using Oversight.Reviews;

namespace Oversight.Functions.Tests.Answers;

/// <summary>
/// What the provider is asked for follows from the review's newest state alone, whatever states were passed over.
/// </summary>
public class AnswerAskingTests
{
    private static readonly DateOnly Day = new(2027, 3, 1);
    private static readonly TextReference Words = new("entry#field", 5, "hash");

    private static readonly Review Opened = new(
        new ReviewedUnit(Id.Derive("test", "1"), Id.Derive("test", "2"), Id.Derive("test", "3"),
            new BoardId("socialnamnden"), "Björken", "Omsorg AB"),
        new ReviewOrigin(ReviewKind.Triggered, Day, false, null, []), Day);

    [Fact]
    public void A_draft_that_was_sent_anew_withdraws_the_one_before_also_when_nobody_saw_it_taken_back()
    {
        var again = Opened with { Communication = new Communication(2, Day, Day.AddDays(14), null) };
        AnswerAsking.Asked(ReviewStatus.Communicated, again)
            .ShouldBe([(AnswerKind.Comments, 1, null), (AnswerKind.Comments, 2, Day.AddDays(14))]);
        // Done without the provider the second time.
        var waived = again with { Communication = new Communication(2, Day, null, Words) };
        AnswerAsking.Asked(ReviewStatus.Communicated, waived)
            .ShouldBe([(AnswerKind.Comments, 1, null), (AnswerKind.Comments, 2, null)]);
        AnswerAsking.Asked(ReviewStatus.Underway, again).ShouldAllBe(asked => asked.Until == null);
    }

    [Fact]
    public void A_supplement_is_asked_for_until_it_comes_or_the_report_is_final()
    {
        Supplement[] asked = [new(1, Day.AddDays(7), Words) { ReceivedOn = Day }, new(2, Day.AddDays(9), Words)];
        var review = Opened with { Supplements = asked };
        foreach (var status in new[] { ReviewStatus.Underway, ReviewStatus.Reading, ReviewStatus.Communicated })
            AnswerAsking.Asked(status, review)
                .ShouldBe([(AnswerKind.Supplement, 1, null), (AnswerKind.Supplement, 2, Day.AddDays(9))]);
        AnswerAsking.Asked(ReviewStatus.Reported, review).ShouldAllBe(one => one.Until == null);
    }

    [Fact]
    public void Of_a_sealed_review_nothing_is_asked_for_and_what_was_called_off_is_not_asked_for_afterwards()
    {
        var review = Opened with { Supplements = [new(1, Day.AddDays(7), Words), new(2, Day.AddDays(9), Words)] };
        AnswerAsking.Asked(ReviewStatus.Underway, review with { Seal = new ReviewSeal(Day, Words) })
            .ShouldBe([(AnswerKind.Supplement, 1, null), (AnswerKind.Supplement, 2, null)]);
        AnswerAsking.Asked(ReviewStatus.Underway, review with { CalledOff = ["supplement-1"] })
            .ShouldBe([(AnswerKind.Supplement, 1, null), (AnswerKind.Supplement, 2, Day.AddDays(9))]);
        var draft = Opened with
        {
            Communication = new Communication(1, Day, Day.AddDays(14), null),
            CalledOff = ["comments-1", "plan-1"],
        };
        AnswerAsking.Asked(ReviewStatus.Communicated, draft).ShouldBe([(AnswerKind.Comments, 1, null)]);
        var plan = Opened with
        {
            PlanRounds = 1,
            Plan = new ActionPlan(1, Day.AddDays(21)),
            CalledOff = draft.CalledOff,
        };
        AnswerAsking.Asked(ReviewStatus.AwaitingPlan, plan).ShouldBe([(AnswerKind.Plan, 1, null)]);
    }

    [Fact]
    public void Of_an_action_plan_only_the_last_round_is_asked_for_and_not_once_it_is_handed_in()
    {
        var review = Opened with { PlanRounds = 2, Plan = new ActionPlan(2, Day.AddDays(21)) };
        AnswerAsking.Asked(ReviewStatus.AwaitingPlan, review)
            .ShouldBe([(AnswerKind.Plan, 1, null), (AnswerKind.Plan, 2, Day.AddDays(21))]);
        AnswerAsking.Asked(ReviewStatus.AwaitingPlan, review with { Plan = review.Plan with { HandedInOn = Day } })
            .ShouldAllBe(one => one.Until == null);
        // Corrected, the plan is gone, and so is what was asked for.
        AnswerAsking.Asked(ReviewStatus.Underway, review with { Plan = null }).ShouldAllBe(one => one.Until == null);
    }
}
