using FsCheck.Xunit;
using Oversight.Reviews;
using static Oversight.Core.Tests.Reviews.ReviewScenario;

namespace Oversight.Core.Tests.Reviews;

/// <summary>A sealed review asks the provider for nothing and tells it nothing.</summary>
public class SealTests
{
    private static readonly ReviewCommand.Seal Seal = new(Text("theft"), Setup);
    private static readonly ReviewCommand.Unseal Unseal = new(Text("cleared"), Setup);
    private static readonly ReviewCommand.AskSupplement Ask = new(null, Text("routines"), Setup);
    private static readonly ReviewCommand.ReceiveSupplement Receive = new(1, Decided, Text("here"), Setup);
    private static readonly ReviewCommand.ReturnPlan Return = new(null, Text("vague"), Setup);

    private static readonly ReviewCommand.AnnounceVisit Announce =
        new(Text("nine"), Text("the chief"), Text("files"), Setup);

    [Fact]
    public void It_stands_with_its_day_and_its_reason_until_it_is_taken_away()
    {
        After([.. UntilJudged, Seal]).Review!.Seal.ShouldBe(new ReviewSeal(Decided, Text("theft").Kept));
        After([.. UntilJudged, Seal, Unseal]).Review!.Seal.ShouldBeNull();
    }

    [Fact]
    public void A_reviewer_seals_and_the_enhetschef_and_nobody_else()
    {
        var state = After(UntilJudged);
        Refuse(state, Seal, By(Other)).ShouldBe(["review.not-a-reviewer"]);
        var chief = new CommandContext(new Actor("chief", Role.UnitManager), default, Decided);
        Answer(state, Seal, chief).ShouldBe("Sealed");
        Answer(state, Seal).ShouldBe("Sealed");
    }

    [Fact]
    public void A_reason_is_asked_for_and_twice_is_once_too_often()
    {
        var state = After(UntilJudged);
        Refuse(state, Seal with { Reason = Text(" ") }).ShouldBe(["reason:text.missing"]);
        Refuse(state, Unseal with { Reason = Text(" ") }).ShouldBe(["review.not-sealed", "reason:text.missing"]);
        Refuse(After([.. UntilJudged, Seal]), Seal).ShouldBe(["review.already-sealed"]);
    }

    [Fact]
    public void It_is_sealed_with_a_concern_that_it_is_made_because_of_also_before_anybody_has_started_it()
    {
        var withConcern = new ReviewCommand.SealWithConcern(IdOf(4));
        var sealer = new CommandContext(new Actor("sealer", Role.QualityDeveloper), default, Decided);
        Answer(After([Open]), withConcern, sealer).ShouldBe("SealedWithConcern");
        var conflict = After([.. UntilJudged, new ReviewCommand.DeclareConflict(Text("kin"), Setup)]);
        Answer(conflict, withConcern).ShouldBe("SealedWithConcern", "The review's own jäv does not leave it open.");
        var state = After([.. UntilJudged, Ask, withConcern]);
        state.Review!.Seal.ShouldBe(new ReviewSeal(Decided, null));
        state.Review.CalledOff.ShouldContain("supplement-1", "As by any seal.");
        Answer(state, withConcern).ShouldBe("");
        Answer(After(UntilJudged), new ReviewCommand.SealWithConcern(IdOf(9))).ShouldBe("", "It has no part in it.");
        After([.. UntilJudged, withConcern, Unseal]).Review!.Seal.ShouldBeNull();
    }

    public static TheoryData<string, ReviewCommand[], ReviewCommand> Outgoing => new()
    {
        { "review.is-sealed", UntilJudged, Ask },
        { "review.is-sealed", UntilJudged, Announce },
        { "review.is-sealed", UntilJudged, Communicate },
        { "Communicated", UntilJudged, Waive },
        { "review.is-sealed", UntilReported, AskPlan },
        { "review.is-sealed", [.. UntilReported, AskPlan], Return },
        { "PlanApproved", [.. UntilReported, AskPlan, Promise], Approve },
        { "Judged", UntilJudged, NotMet },
    };

    [Theory, MemberData(nameof(Outgoing))]
    public void What_goes_out_to_the_provider_is_refused_and_the_work_inside_goes_on(
        string answer, ReviewCommand[] way, ReviewCommand command)
    {
        Answer(After([.. way, Seal]), command).ShouldBe(answer);
        Answer(After([.. way, Seal, Unseal]), command).ShouldNotBe("review.is-sealed");
    }

    public static TheoryData<string, ReviewCommand[]> Asked => new()
    {
        { "supplement-2", [.. UntilJudged, Ask, Ask, Receive] },
        { "comments-1", [.. UntilJudged, Communicate] },
        { "plan-1", [.. UntilReported, AskPlan] },
        { "", [.. UntilJudged, Waive] },
        { "", [.. UntilReported, AskPlan, Promise, Approve] },
    };

    [Theory, MemberData(nameof(Asked))]
    public void What_the_provider_was_asked_for_is_called_off_and_not_awaited_again_by_itself(
        string calledOff, ReviewCommand[] way)
    {
        var state = After([.. way, Seal]);
        string.Join(' ', state.Review!.CalledOff).ShouldBe(calledOff);
        ReviewAwaiting.Of(state).Answers.ShouldBeEmpty();
        ReviewAwaiting.Of(Take(state, Unseal, By())).Answers.ShouldBeEmpty();
    }

    [Fact]
    public void What_is_asked_for_anew_afterwards_is_awaited()
    {
        string Waits(params ReviewCommand[] way) =>
            string.Join(' ', ReviewAwaiting.Of(After(way)).Answers.Select(answer => answer.What));
        Waits([.. UntilJudged, Ask, Seal, Unseal, Ask]).ShouldBe("supplement-2");
        Waits([.. UntilReported, AskPlan, Seal, Unseal, Return]).ShouldBe("plan-2");
        Waits([.. UntilJudged, Communicate, Seal, Unseal, new ReviewCommand.TakeBack(Text("no"), Setup), Communicate])
            .ShouldBe("comments-2");
    }

    [Fact]
    public void A_report_is_not_established_on_a_draft_that_was_called_off_from_the_provider()
    {
        var state = After([.. UntilJudged, Communicate, Seal]);
        var later = By(on: Decided.AddDays(60));
        Answer(state, Establish, later).ShouldBe("review.comments-called-off");
        Answer(Take(state, Unseal, By()), Establish, later).ShouldBe("review.comments-called-off");
        var waived = Take(Take(state, new ReviewCommand.TakeBack(Text("no"), Setup), By()), Waive, By());
        Answer(waived, Establish, later).ShouldBe("Established");
        Answer(After([.. UntilJudged, Ask, Waive, Seal]), Establish).ShouldBe("Established",
            "the supplement is called off");
        Answer(After([.. UntilJudged, Ask, Waive, Seal, Unseal]), Establish).ShouldBe("Established");
    }

    [Fact]
    public void Sealing_is_seen_to_by_the_loop_and_by_the_links()
    {
        ReviewAwaiting.IsChangedBy(new ReviewEvent.Sealed(Decided, Text("x").Kept)).ShouldBeTrue();
        ReviewAwaiting.IsChangedBy(new ReviewEvent.Unsealed(Decided, Text("x").Kept)).ShouldBeTrue();
    }

    [Property]
    public bool A_sealed_review_awaits_nothing_of_the_provider(byte[] choices)
    {
        var (state, _) = ReviewPropertyTests.Walk(choices);
        return state.Review?.Seal is null || ReviewAwaiting.Of(state).Answers.All(answer =>
            answer.What is ReviewAwaiting.Lead or ReviewAwaiting.Start or ReviewAwaiting.Move
                || answer.What.StartsWith("reading", StringComparison.Ordinal)
                || ReviewAwaiting.IsFollowUp(answer.What));
    }
}
