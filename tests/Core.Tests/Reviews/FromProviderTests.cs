using Oversight.Reviews;
using static Oversight.Core.Tests.Reviews.ReviewScenario;

namespace Oversight.Core.Tests.Reviews;

/// <summary>
/// What a provider hands in by a svarslänk comes into the review once, and never in the place of what stands.
/// </summary>
public sealed class FromProviderTests
{
    private static readonly Id Answer = IdOf(9);
    private static readonly TextReference Words = Text("their words").Kept;
    private static readonly ReviewCommand AskSupplement = new ReviewCommand.AskSupplement(null, Text("asked"), Setup);

    [Fact]
    public void A_supplement_that_is_awaited_is_taken_once_and_one_that_is_not_says_nothing_new()
    {
        var asked = After([.. UntilJudged, AskSupplement]);
        var take = new ReviewCommand.TakeSupplement(Answer, Decided.AddDays(3), 1, Words);
        var taken = Do(asked, take);
        var supplement = taken.Review!.Supplements.Single();
        (supplement.ReceivedOn, supplement.Answer, supplement.AnswerId,
            supplement.IsLate).ShouldBe((Decided.AddDays(3), Words, Answer, false));
        Events(taken, take).ShouldBeEmpty();
        Events(asked, take with { Number = 2 }).ShouldBeEmpty();
    }

    [Fact]
    public void A_comment_is_about_the_draft_that_is_out_and_the_report_waits_for_the_reviewers_answer()
    {
        var communicated = After([.. UntilJudged, Communicate]);
        var take = new ReviewCommand.TakeComment(Answer, Decided.AddDays(2), 1, Words);
        var commented = Do(communicated, take);
        commented.Review!.Communication!.Comments.Single()
            .ShouldBe(new ProviderComment(Decided.AddDays(2), false, Words, null) { AnswerId = Answer });
        Events(commented, take).ShouldBeEmpty();
        Events(communicated, take with { Number = 2 }).ShouldBeEmpty();
        var until = communicated.Review!.Communication!.Until!.Value;
        Do(communicated, take with { On = until }).Review!.Communication!.Comments.Single().IsLate.ShouldBeFalse();
        Do(communicated, take with { On = until.AddDays(1) }).Review!.Communication!.Comments.Single().IsLate
            .ShouldBeTrue();

        Codes(commented, Establish).ShouldBe([ReviewRefusals.CommentUnanswered]);
        foreach (var place in new int?[] { null, 0, 2 })
            Codes(commented, Reply(place)).ShouldBe([ReviewRefusals.NoSuchComment]);
        Codes(commented, new ReviewCommand.AnswerComment(1, Text(""), Setup))
            .ShouldBe([Oversight.Texts.TextRefusals.Missing]);
        var answered = Do(Do(commented, take with { AnswerId = IdOf(8) }), Reply(2));
        answered.Review!.Communication!.Comments.Select(comment => comment.Answer).ShouldBe([null, Text("ours").Kept]);
        Codes(answered, Reply(2)).ShouldBe([ReviewRefusals.NoSuchComment]);
        Codes(Do(answered, Reply(1)), Establish).ShouldBeEmpty();
    }

    [Fact]
    public void A_plan_takes_the_place_of_what_was_recorded_of_it_and_the_provider_is_waited_for_no_more()
    {
        var asked = After([.. UntilReported, AskPlan, Promise]);
        Measure[] measures = [new(1, 1, Decided.AddDays(50), Words, Words),
            new(1, 2, Decided.AddDays(60), Words, Words)];
        var take = new ReviewCommand.TakePlan(Answer, Decided.AddDays(4), 1, measures);
        var taken = Do(asked, take);
        var plan = taken.Review!.Plan!;
        (plan.HandedInOn, plan.AnswerId).ShouldBe((Decided.AddDays(4), Answer));
        plan.Measures.ShouldBe(measures);
        ReviewAwaiting.Of(asked).Answers.Select(answer => answer.What).ShouldBe([ReviewAwaiting.Plan(1)]);
        ReviewAwaiting.Of(taken).Answers.ShouldBeEmpty();
        Events(taken, take).ShouldBeEmpty();
        Events(asked, take with { Round = 2 }).ShouldBeEmpty();
        // Returned, it is waited for again, and what was promised before stands no more.
        var returned = Do(taken, new ReviewCommand.ReturnPlan(null, Text("when?"), Setup));
        (returned.Review!.Plan!.Measures, returned.Review.Plan.HandedInOn).ShouldBe(([], null));
        ReviewAwaiting.Of(returned).Answers.Select(answer => answer.What).ShouldBe([ReviewAwaiting.Plan(2)]);
    }

    private static ReviewCommand.AnswerComment Reply(int? place) => new(place, Text("ours"), Setup);

    private static ReviewState Do(ReviewState state, ReviewCommand command) => Take(state, command, By());

    private static IReadOnlyList<ReviewEvent> Events(ReviewState state, ReviewCommand command) =>
        ReviewDecider.Decide(state, command, By()).ShouldBeOfType<Decision<ReviewEvent>.Accepted>().Events;

    private static IReadOnlyList<string> Codes(ReviewState state, ReviewCommand command) =>
        ReviewDecider.Decide(state, command, By()) is Decision<ReviewEvent>.Refused refused
            ? [.. refused.Reasons.Select(reason => reason.Code)]
            : [];
}
