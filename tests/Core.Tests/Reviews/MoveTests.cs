using Oversight.Reviews;
using Oversight.Settings;
using Oversight.Waiting;
using static Oversight.Core.Tests.Reviews.ReviewScenario;

namespace Oversight.Core.Tests.Reviews;

/// <summary>kundflytt without a sanction, and an åtgärdsplan that nobody waits for any more.</summary>
public class MoveTests
{
    private static readonly CodeList Causes =
        new(CodeLists.CustomerMoveCauses, [new Code(new("konkurs"), "Konkurs", new DateOnly(2015, 1, 1))]);

    internal static readonly ReviewCommand.OpenMove Open =
        new(new("konkurs"), Text("the provider is bankrupt"), 14, Last, Causes, Setup);

    private static readonly ReviewCommand.CallOffMove CallOff = new(Text("somebody takes over"), Setup);

    [Fact]
    public void It_keeps_the_review_open_until_nobody_is_left()
    {
        var review = After([.. UntilReported, Open]).Review!;
        (review.Move!.AtStart, review.Move.Progress.Remaining, review.Move.StopsNewCustomers).ShouldBe((14, 14, true));
        Codes(review).ShouldContain("move.customers-remain");
        var some = After([.. UntilReported, Open, Count(1)]).Review!;
        Codes(some).ShouldContain("move.customers-remain");
        var none = After([.. UntilReported, Open, Count(1), Count(0)]).Review!;
        Codes(none).ShouldNotContain("move.customers-remain");
        none.Move!.StopsNewCustomers.ShouldBeTrue();
    }

    [Fact]
    public void It_can_be_called_off_and_opened_again()
    {
        var off = After([.. UntilReported, Open, CallOff]).Review!;
        (off.Move!.IsOpen, off.Move.StopsNewCustomers).ShouldBe((false, false));
        Refused([.. UntilReported, Open, CallOff], Count(2)).ShouldBe(["move.no-move"]);
        Refused([.. UntilReported, Open, CallOff], CallOff).ShouldBe(["move.no-move"]);
        After([.. UntilReported, Open, CallOff, Open with { Customers = 2 }]).Review!.Move!.Progress.Remaining
            .ShouldBe(2);
    }

    [Fact]
    public void Each_fault_is_said_at_its_field()
    {
        Refused(UntilReported, Open with { Cause = null, Customers = null, LastDay = null, Reason = Text("") })
            .ShouldBe(["review.code-missing", "text.missing", "move.number-impossible", "review.day-missing"]);
        Refused(UntilReported, Open with { Cause = new("other"), Customers = -1 })
            .ShouldBe(["review.unknown-code", "move.number-impossible"]);
        Refused([.. UntilReported, Open], Open).ShouldBe(["move.already-moving"]);
        Refused([.. UntilReported, Open], Count(-1)).ShouldBe(["move.number-impossible"]);
        Refused([.. UntilReported, Open], Count(null) with { ChoiceOffered = Decided.AddYears(3) })
            .ShouldBe(["move.number-impossible", "review.day-in-future"]);
        Refused(UntilReported, Count(1)).ShouldBe(["move.no-move"]);
    }

    [Fact]
    public void Its_last_day_is_awaited_and_another_one_anew()
    {
        var open = After([.. UntilReported, Open]);
        Waits(open).ShouldContain((ReviewAwaiting.Move, Last));
        var reminded = ReviewDecider.Decide(
            open, new ReviewCommand.Remind(ReviewAwaiting.Move), By(on: Last.AddDays(1)));
        var state = ((Decision<ReviewEvent>.Accepted)reminded).Events.Aggregate(open, ReviewDecider.Evolve);
        state.Review!.Reminded.ShouldContain(ReviewAwaiting.Move);
        Do(state, Count(3)).Review!.Reminded.ShouldContain(ReviewAwaiting.Move);
        var later = Do(state, Count(3) with { LastDay = Last.AddDays(30) });
        later.Review!.Reminded.ShouldNotContain(ReviewAwaiting.Move);
        Waits(later).ShouldContain((ReviewAwaiting.Move, Last.AddDays(30)));
        Waits(Do(later, Count(0))).ShouldNotContain(wait => wait.What == ReviewAwaiting.Move);
    }

    [Fact]
    public void A_plan_is_waited_for_no_more_once_no_finding_is_open()
    {
        var drop = new ReviewCommand.DropPlan(Text("the operation has ceased"), Setup);
        ReviewCommand[] asked = [.. UntilReported, AskPlan];
        Refused(asked, drop).ShouldBe([ReviewRefusals.FindingsRemain]);
        ReviewCommand[] obsolete = [.. asked, .. Obsolete(After(asked))];
        Refused(obsolete, drop with { Reason = Text("") }).ShouldBe(["text.missing"]);
        var dropped = After([.. obsolete, drop]);
        (dropped.Status, dropped.Review!.Plan, dropped.Review.PlanRounds).ShouldBe((ReviewStatus.Reported, null, 1));
        After([.. obsolete, drop, Ended(Text("bankrupt"))]).Status.ShouldBe(ReviewStatus.Closed);
    }

    private static IEnumerable<ReviewCommand> Obsolete(ReviewState state) => state.Review!.Findings.Select(
        finding => new ReviewCommand.ChangeFinding(
            finding.Number, FindingStatus.Obsolete, null, Text("the operation has ceased"), Setup));

    private static ReviewCommand.CountMove Count(int? left) => new(left, null, null);

    private static IReadOnlyList<string> Codes(Review review) =>
        [.. ReviewClosing.Remaining(review).Select(remains => remains.Code)];

    private static ReviewState Do(ReviewState state, ReviewCommand command) =>
        ((Decision<ReviewEvent>.Accepted)ReviewDecider.Decide(state, command, By()))
            .Events.Aggregate(state, ReviewDecider.Evolve);

    private static IReadOnlyList<string> Refused(IEnumerable<ReviewCommand> before, ReviewCommand command) =>
        [.. ((Decision<ReviewEvent>.Refused)ReviewDecider.Decide(After([.. before]), command, By()))
            .Reasons.Select(reason => reason.Code)];

    private static IReadOnlyList<(string What, DateOnly? Until)> Waits(ReviewState state) =>
        [.. ReviewAwaiting.Of(state).Answers.Select(answer => (answer.What, answer.Until))];
}
