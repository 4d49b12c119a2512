using Oversight.Reviews;
using Oversight.Settings;
using static Oversight.Core.Tests.Reviews.ReviewScenario;

namespace Oversight.Core.Tests.Reviews;

/// <summary>One final date for all findings, the follow-up before it and the check after it.</summary>
public class FollowUpTests
{
    private static readonly DateOnly FollowUpOn = new(2027, 2, 23);
    private static readonly DateOnly CheckOn = new(2027, 3, 30);
    private static readonly ReviewCommand.FollowFinding Remedied =
        new(1, FindingStatus.Remedied, Text("we called ten times"), true, Setup);

    private static readonly ReviewCommand.FollowFinding Remains =
        Remedied with { Status = FindingStatus.Begun, IsEnough = false };

    private static readonly ReviewCommand.RecordFollowUp Record = new(Decided, new("visit"), Text("result"), Setup);

    private static ReviewState Planned => After([.. UntilReported, AskPlan, Promise, Approve, SetLast]);

    [Fact, Trait("Requirement", "R82"), Trait("Requirement", "R107"), Trait("Requirement", "R71")]
    public void One_final_date_is_set_for_all_findings_and_the_rules_say_when_the_gravest_is_followed_up()
    {
        var final = Planned.Review!.FinalDate!;
        // 30 days before and 14 after, ending on a working day.
        (final.Day, final.FollowUpOn, final.CheckOn).ShouldBe((Last, FollowUpOn, CheckOn));
        var slight = After([.. UntilJudged[..^1], Late with { Severity = 2 }, Waive, Establish, SetLast]).Review!;
        slight.FinalDate!.FollowUpOn.ShouldBe(new DateOnly(2027, 3, 2));
        Answer(After(UntilReported), SetLast with
        { Setup = Setup with { Rules = Setup.Rules with { FollowUps = [] } } })
            .ShouldBe("followUpOn:review.day-missing checkOn:review.day-missing");
    }

    [Theory, Trait("Requirement", "R108")]
    [InlineData(-1, 1, "FinalDateSet")]
    [InlineData(0, 1, "followUpOn:review.follow-up-not-before")]
    [InlineData(1, 1, "followUpOn:review.follow-up-not-before")]
    [InlineData(-1, 0, "checkOn:review.check-not-after")]
    [InlineData(-1, -1, "checkOn:review.check-not-after")]
    [InlineData(-61, 1, "followUpOn:review.day-too-early")]
    [InlineData(0, 0, "followUpOn:review.follow-up-not-before checkOn:review.check-not-after")]
    public void The_follow_up_precedes_the_final_date_and_the_check_comes_after_it(
        int followUp, int check, string expected) => Answer(
            After(UntilReported),
            SetLast with { FollowUpOn = Last.AddDays(followUp), CheckOn = Last.AddDays(check) }).ShouldBe(expected);

    [Fact]
    public void A_final_date_is_moved_with_a_reason_and_only_while_something_is_open()
    {
        Answer(After(UntilReported), SetLast with { Day = Decided }).ShouldBe(
            "day:review.day-too-early");
        Answer(After(UntilReported), SetLast with { Day = null }).ShouldBe("day:review.day-missing");
        Answer(Planned, SetLast).ShouldBe("day:review.nothing-changed");
        Answer(Planned, SetLast with { Day = Last.AddDays(7) }).ShouldBe("reason:text.missing");
        Answer(Planned, SetLast with { Day = Last.AddDays(7), Reason = Text("they asked") }).ShouldBe("FinalDateSet");
        Answer(Planned, SetLast with { FollowUpOn = FollowUpOn.AddDays(1) }).ShouldBe("FinalDateSet");
        Answer(After([.. UntilReported, Change(FindingStatus.Obsolete)]), SetLast)
            .ShouldBe("review.nothing-remains");
    }

    [Fact]
    public void A_final_date_soon_leaves_the_follow_up_before_it()
    {
        var tomorrow = After([.. UntilReported, SetLast with { Day = Decided.AddDays(1) }]).Review!.FinalDate!;
        (tomorrow.FollowUpOn, tomorrow.CheckOn).ShouldBe((Decided, new DateOnly(2027, 2, 1)));
    }

    [Fact]
    public void A_decided_date_moves_what_hangs_on_it_and_not_the_report()
    {
        var moved = Take(Planned, new ReviewCommand.MoveFinalDate(Last.AddDays(31), Setup.Rules), By()).Review!;
        (moved.FinalDate!.Day, moved.FinalDate.FollowUpOn, moved.FinalDate.CheckOn)
            .ShouldBe((Last.AddDays(31), FollowUpOn.AddDays(31), CheckOn.AddDays(31)));
        moved.FinalDate.IsDecided.ShouldBeTrue();
        moved.Report.ShouldBe(Planned.Review!.Report);
        var state = Planned with { Review = moved };
        Answer(state, new ReviewCommand.MoveFinalDate(Last.AddDays(31), Setup.Rules)).ShouldBe("");
        Answer(state, SetLast with { Reason = Text("no") }).ShouldBe(
            $"day:review.final-date-decided({Last.AddDays(31):yyyy-MM-dd})");
        Answer(state, SetLast with { Day = Last.AddDays(31), FollowUpOn = Last }).ShouldBe("FinalDateSet");
        // Earlier than the follow-up was planned: it goes before it all the same.
        var sooner = Take(Planned, new ReviewCommand.MoveFinalDate(Decided.AddDays(3), Setup.Rules), By())
            .Review!.FinalDate!;
        (sooner.FollowUpOn, sooner.CheckOn)
            .ShouldBe((Decided, Decided.AddDays(3 + CheckOn.DayNumber - Last.DayNumber)));
    }

    [Fact]
    public void A_decided_date_is_taken_where_there_was_none_and_left_by_a_review_that_has_ended()
    {
        var move = new ReviewCommand.MoveFinalDate(Last, Setup.Rules);
        var final = Take(After(UntilReported), move, By()).Review!.FinalDate!;
        (final.Day, final.FollowUpOn, final.CheckOn).ShouldBe((Last, FollowUpOn, CheckOn));
        var bare = Take(After(UntilReported), move with { Rules = Setup.Rules with { FollowUps = [] } }, By())
            .Review!.FinalDate!;
        (bare.FollowUpOn, bare.CheckOn).ShouldBe((Last.AddDays(-1), Last.AddDays(1)));
        Answer(After(UntilJudged), move).ShouldBe("", "there is no report");
        Answer(After([.. UntilReported, Change(FindingStatus.Remedied), Ended(Text("done"))]), move).ShouldBe("");
    }

    [Fact, Trait("Requirement", "R106"), Trait("Requirement", "R70")]
    public void Every_open_finding_is_looked_at_with_evidence_before_a_follow_up_is_made()
    {
        Answer(After(UntilReported), Remedied).ShouldBe("review.no-follow-up");
        Answer(After(UntilReported), Record).ShouldBe("review.no-follow-up");
        Answer(Planned, Record).ShouldBe("review.findings-not-followed(1)");
        Answer(Planned, Remedied with { Finding = 2 }).ShouldBe("finding:review.no-such-finding");
        Answer(Planned, Remedied with { Finding = null }).ShouldBe("finding:review.no-such-finding");
        Answer(Planned, new ReviewCommand.FollowFinding(1, null, Text(""), null, Setup))
            .ShouldBe("status:review.status-missing evidence:text.missing isEnough:review.enough-missing");
        Answer(Planned, Remedied with { IsEnough = false }).ShouldBe("isEnough:review.evidence-not-enough");
        Answer(Planned, Remedied with { Status = FindingStatus.HandedOn }).ShouldBe("status:review.status-missing");
        var looked = Take(Take(Planned, Remains, By()), Remedied, By());
        looked.Review!.Followed.ShouldBe(
        [
            new FollowedFinding(1, FindingStatus.Remaining, FindingStatus.Remedied, Remedied.Evidence.Kept, true),
        ]);
        looked.Review.Findings.Single().Status.ShouldBe(FindingStatus.Remedied);
        Answer(looked, Record with { MadeOn = null, Method = null, Result = Text("") }).ShouldBe(
            "madeOn:review.day-missing method:review.code-missing result:text.missing");
        Answer(looked, Record with { Method = new("unheard-of"), MadeOn = Decided.AddDays(1) })
            .ShouldBe("madeOn:review.day-in-future method:review.unknown-code");
        Answer(looked, Record with { MadeOn = Last }, By(on: Last)).ShouldBe("madeOn:review.on-the-final-date");
        var made = Take(looked, Record, By()).Review!;
        made.FollowUps.Single().ShouldBe(new FollowUp(
            1, FollowUpKind.FollowUp, Decided, Last, new("visit"), Text("result").Kept, looked.Review.Followed));
        (made.Followed.Count, made.FinalDate!.IsOver).ShouldBe((0, true), "nothing remains to be checked");
        Answer(looked with { Review = made }, Record).ShouldBe("review.no-follow-up");
    }

    [Fact]
    public void What_remains_before_the_final_date_is_checked_after_it_and_a_new_review_is_proposed()
    {
        var before = Take(Take(Planned, Remains, By()), Record, By());
        ReviewAwaiting.Of(before).Answers.Single().What.ShouldBe(ReviewAwaiting.Check);
        before.Review!.IsWeak.ShouldBeFalse();
        var (after, day) = (Last.AddDays(14), By(on: Last.AddDays(14)));
        var weak = Take(Take(before, Remains, day), Record with { MadeOn = after }, day);
        weak.Review!.FollowUps.Select(made => made.Kind).ShouldBe([FollowUpKind.FollowUp, FollowUpKind.Check]);
        weak.Review.IsWeak.ShouldBeTrue();
        ReviewAwaiting.Of(weak).Answers.ShouldBeEmpty();
        var open = new ReviewCommand.OpenSuccessor(IdOf(9), Text("still late"), Setup);
        Answer(before, open).ShouldBe("review.nothing-to-succeed");
        Answer(weak, open with { Reason = Text("") }).ShouldBe("reason:text.missing");
        Answer(Take(weak, new ReviewCommand.Seal(Text("x"), Setup), day), open)
            .ShouldBe("review.sealed-from-successor");
        var followed = Take(weak, open, day);
        Answer(followed, open).ShouldBe("review.already-succeeded");
        (followed.Review!.Successor, followed.Review.Findings.Single().Status)
            .ShouldBe((IdOf(9), FindingStatus.HandedOn));
        (followed.Review.Findings.Single().Remains, followed.Review.IsWeak).ShouldBe((true, false));
        Answer(followed, Ended(Text("done"))).ShouldBe("Closed");
        Decide(weak, open, day).ShouldBe(
            new ReviewEvent.SuccessorAsked(after, IdOf(9), after.AddMonths(6), Text("still late").Kept));
    }

    [Fact]
    public void The_review_that_follows_knows_what_it_follows_and_when_it_is_to_begin()
    {
        var until = Decided.AddMonths(6);
        var state = After(Open with { Follows = new Predecessor(IdOf(7), until) });
        state.Review!.Follows.ShouldBe(new Predecessor(IdOf(7), until));
        ReviewAwaiting.Of(state).Answers.Single().Until.ShouldBe(until);
    }

    [Fact]
    public void A_new_final_date_after_a_check_that_found_something_begins_anew()
    {
        var day = By(on: Last.AddDays(14));
        var weak = Take(
            Take(Planned, Remains, day), Record with { MadeOn = Last.AddDays(14) }, day);
        weak.Review!.FollowUps.Single().Kind.ShouldBe(FollowUpKind.Check, "the follow-up before it was never made");
        foreach (var again in new[]
        {
            Take(weak, SetLast with { Day = Last.AddDays(90), Reason = Text("once more") }, day),
            Take(weak, new ReviewCommand.MoveFinalDate(Last.AddDays(90), Setup.Rules), day),
        })
        {
            (again.Review!.FinalDate!.IsFollowedUp, again.Review.FinalDate.IsOver).ShouldBe((false, false));
            ReviewAwaiting.Of(again).Answers.Single().What.ShouldBe(ReviewAwaiting.FollowUp);
        }
    }

    [Fact]
    public void Follow_up_and_check_are_reminded_of_on_their_day_and_again_when_it_moves()
    {
        ReviewAwaiting.Of(Planned).Due(FollowUpOn.AddDays(-1)).ShouldBeEmpty();
        ReviewAwaiting.Of(Planned).Due(FollowUpOn).Single().What.ShouldBe(ReviewAwaiting.FollowUp);
        var day = By(on: FollowUpOn);
        var reminded = Take(Planned, new ReviewCommand.Remind(ReviewAwaiting.FollowUp), day);
        ReviewAwaiting.Of(reminded).Due(FollowUpOn).ShouldBeEmpty();
        reminded.Review!.Reminded.ShouldContain(ReviewAwaiting.FollowUp);
        var moved = Take(reminded, new ReviewCommand.MoveFinalDate(Last.AddDays(31), Setup.Rules), day);
        ReviewAwaiting.Of(moved).Due(FollowUpOn.AddDays(31)).Single().What.ShouldBe(ReviewAwaiting.FollowUp);
    }

    internal static ReviewCommand.ChangeFinding Change(FindingStatus status, int number = 1) =>
        new(number, status, null, Text("seen"), Setup);

    private static ReviewEvent Decide(ReviewState state, ReviewCommand command, CommandContext context) =>
        ((Decision<ReviewEvent>.Accepted)ReviewDecider.Decide(state, command, context)).Events.Single();
}
