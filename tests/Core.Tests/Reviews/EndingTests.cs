using Oversight.Reviews;
using static Oversight.Core.Tests.Reviews.ReviewScenario;

namespace Oversight.Core.Tests.Reviews;

/// <summary>Closing, breaking off, pausing and taking up again.</summary>
public class EndingTests
{
    private static readonly ReviewCommand.Pause Pause = new(Text("the chief is ill"), Setup);
    private static readonly ReviewCommand.Resume Resume = new();
    private static readonly ReviewCommand.Reopen Reopen = new(Text("a mistake"), Setup);
    private static readonly ReviewCommand.AskSupplement Ask = new(null, Text("routines"), Setup);

    private static ReviewState Done =>
        After([.. UntilReported, FollowUpTests.Change(FindingStatus.Remedied), Ended(Text("done"))]);

    [Fact]
    public void Whoever_told_of_it_is_answered_when_it_ends()
    {
        var state = After([.. UntilReported, FollowUpTests.Change(FindingStatus.Remedied)]);
        Answer(state, new ReviewCommand.Close(Text("done"), Setup))
            .ShouldBe("decided:text.missing became:text.missing");
        Answer(state, Ended(Text("")) with { Reporters = new(Text(""), Text("")) })
            .ShouldBe("reason:text.missing decided:text.missing became:text.missing");
        ClosedBy(state, Ended(Text("done"))).Answer
            .ShouldBe(new ReporterAnswer(Reporters.Decided.Kept, Reporters.Became.Kept));
        Answer(After(Open), new ReviewCommand.Cancel(Text("no"), Setup))
            .ShouldBe("decided:text.missing became:text.missing");
        ClosedBy(After(Open), BrokenOff(Text("no"))).Answer.ShouldNotBeNull();
        var planned = Open with { Origin = Open.Origin with { Kind = ReviewKind.Planned, Concerns = [] } };
        ClosedBy(After(planned), BrokenOff(Text("no"))).Answer.ShouldBeNull();
        ClosedBy(After(planned), new ReviewCommand.Cancel(Text("no"), Setup)).Answer.ShouldBeNull();
    }

    [Fact]
    public void Everything_that_remains_is_told_at_once()
    {
        Answer(After([.. UntilReported, SetLast]), Ended(Text("done"))).ShouldBe(
            "review.findings-remain(1) review.follow-up-open(2027-02-23)");
        Answer(After([.. UntilReported, SetLast, FollowUpTests.Change(FindingStatus.Remedied)]), Ended(Text("done")))
            .ShouldBe("review.follow-up-open(2027-02-23)", "what was planned is to be made");
        var first = SetLast with { FollowUpOn = Decided };
        Answer(
            After(
            [
                .. UntilReported, first,
                new ReviewCommand.FollowFinding(1, FindingStatus.Begun, Text("half"), false, Setup),
                new ReviewCommand.RecordFollowUp(Decided, new("visit"), Text("half"), Setup),
            ]), Ended(Text("done"))).ShouldBe("review.findings-remain(1) review.check-open(2027-03-30)");
        var rules = Setup with { Rules = Setup.Rules with { CaseFirst = true } };
        ReviewClosing.Remaining(After([.. UntilReported, FollowUpTests.Change(FindingStatus.Remedied)]).Review!, rules)
            .Select(remains => remains.Code).ShouldBe([ReviewRefusals.NoCase]);
        ReviewClosing.Remaining(After([.. UntilReported, AskPlan]).Review!).Select(remains => remains.Code)
            .ShouldBe([ReviewRefusals.FindingsRemain, ReviewRefusals.PlanOpen]);
        var correcting = After([.. UntilReported, new ReviewCommand.Correct(Text("a"), Text("b"), Setup), Ask]);
        ReviewClosing.Remaining(correcting.Review!).Select(remains => remains.Code).ShouldBe(
            [ReviewRefusals.FindingsRemain, ReviewRefusals.ReportInCorrection, ReviewRefusals.SupplementsOpen]);
        Answer(correcting, BrokenOff(Text("no"))).ShouldBe("review.has-report");
    }

    [Fact]
    public void A_closed_review_is_taken_up_again_in_the_state_it_had()
    {
        Answer(Done, Reopen, By("carla")).ShouldBe("review.not-a-reviewer");
        Answer(Done, Reopen with { Reason = Text("") }).ShouldBe("reason:text.missing");
        var manager = new CommandContext(new Actor("carla", Role.UnitManager), default, Decided);
        Take(Done, Reopen, manager).Status.ShouldBe(ReviewStatus.Reported);
        var approved = After(
            [.. UntilReported, AskPlan, Promise, Approve, FollowUpTests.Change(FindingStatus.Remedied),
                Ended(Text("done"))]);
        var again = Take(approved, Reopen, By());
        (again.Status, again.Review!.Ending).ShouldBe((ReviewStatus.PlanApproved, null));
        var twice = Take(again, Ended(Text("now")), By()).Review!;
        (twice.Closings, twice.ClosingLetters.Count).ShouldBe((2, 2));
        Answer(After(Open, BrokenOff(Text("no"))), Reopen, manager).ShouldBe("review.not-completed");
    }

    [Fact]
    public void An_uppgift_keeps_it_open_until_it_is_done()
    {
        var remedied = After([.. UntilReported, FollowUpTests.Change(FindingStatus.Remedied)]);
        var given = Take(
            remedied, new ReviewCommand.GiveAssignment(IdOf(8), Text("call"), Text(""), Last, 500, 500), By());
        Answer(given, Ended(Text("done"))).ShouldBe("review.assignment-open(1)");
        given.Review!.Matters.Single().ShouldBe(new ReviewMatter(MatterKind.Assignment, IdOf(8), Decided));
        var done = Take(given, new ReviewCommand.EndMatter(IdOf(8)), By());
        Answer(done, Ended(Text("done"))).ShouldBe("Closed");
        Answer(done, new ReviewCommand.EndMatter(IdOf(8))).ShouldBe("");
    }

    [Fact]
    public void The_provider_is_told_of_the_end_unless_it_is_sealed_or_broken_off()
    {
        Done.Review!.ClosingLetters.ShouldBe([1]);
        After(Open, BrokenOff(Text("no"))).Review!.ClosingLetters.ShouldBeEmpty();
        After([.. UntilReported, FollowUpTests.Change(FindingStatus.Remedied),
            new ReviewCommand.Seal(Text("theft"), Setup), Propose,
            new ReviewCommand.EndMatter(IdOf(30)), Ended(Text("done"))]).Review!.ClosingLetters.ShouldBeEmpty();
    }

    [Fact]
    public void While_it_is_paused_only_what_comes_in_is_received()
    {
        var paused = After([.. UntilJudged, Ask, Pause]);
        Answer(paused, Met).ShouldBe("review.is-paused");
        Answer(paused, Pause).ShouldBe("review.is-paused");
        Answer(paused, new ReviewCommand.ReceiveSupplement(1, Decided, Text("here"), Setup))
            .ShouldBe("SupplementReceived");
        Answer(paused, new ReviewCommand.TakeSupplement(IdOf(5), Decided, 1, Text("here").Kept))
            .ShouldBe("SupplementReceived");
        Answer(paused, BrokenOff(Text("no"))).ShouldBe("Closed");
        Answer(paused, Resume, By("carla")).ShouldBe("review.not-a-reviewer");
        Answer(After(UntilJudged), Resume).ShouldBe("review.not-paused");
        Answer(After(UntilJudged), Pause with { Reason = Text("") }).ShouldBe("reason:text.missing");
        var awaited = ReviewAwaiting.Of(paused);
        (awaited.Answers.Single().What, awaited.Answers.Single().Until).ShouldBe((ReviewAwaiting.Supplement(1), null));
        awaited.Due(Decided.AddYears(1)).ShouldBeEmpty();
    }

    [Fact]
    public void The_days_that_ran_move_by_the_length_of_the_pause_and_what_was_late_stays_late()
    {
        var state = After([.. UntilJudged, Ask, Ask with { Until = Decided.AddDays(1) }]);
        var (since, until) = (Decided.AddDays(3), Decided.AddDays(13));
        var resumed = Take(Take(state, Pause, By(on: since)), Resume, By(on: until)).Review!;
        resumed.Supplements.Select(asked => asked.Until)
            .ShouldBe([state.Review!.Supplements[0].Until.AddDays(10), Decided.AddDays(1)]);
        resumed.Pause.ShouldBeNull();
        var draft = After([Open, new ReviewCommand.Start(Text("Anna"), PromptDays: 4), Scope, NotMet, Met, Late,
            Communicate]);
        var later = Take(Take(draft, Pause, By(on: since)), Resume, By(on: until)).Review!;
        later.Communication!.Until.ShouldBe(draft.Review!.Communication!.Until!.Value.AddDays(10));
        later.Prompts.Single().On.ShouldBe(draft.Review.Prompts.Single().On.AddDays(10));
        var plan = After([.. UntilReported, AskPlan, SetLast]);
        var moved = Take(Take(plan, Pause, By(on: since)), Resume, By(on: until)).Review!;
        (moved.Plan!.Until, moved.FinalDate!.Day, moved.FinalDate.FollowUpOn, moved.FinalDate.CheckOn).ShouldBe((
            plan.Review!.Plan!.Until.AddDays(10), Last.AddDays(10), plan.Review.FinalDate!.FollowUpOn.AddDays(10),
            plan.Review.FinalDate.CheckOn.AddDays(10)));
        var decided = Take(plan, new ReviewCommand.MoveFinalDate(Last, Setup.Rules), By());
        Take(Take(decided, Pause, By(on: since)), Resume, By(on: until)).Review!.FinalDate!.Day
            .ShouldBe(Last, "what a nämnd has decided is not moved by a pause");
    }

    private static ReviewEvent.Closed ClosedBy(ReviewState state, ReviewCommand command) =>
        (ReviewEvent.Closed)((Decision<ReviewEvent>.Accepted)ReviewDecider.Decide(state, command, By()))
            .Events.Single();
}
