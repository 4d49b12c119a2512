using Oversight.Core.Tests.SettingsChecks;
using Oversight.Reviews;
using Oversight.Settings;
using Oversight.Waiting;
using static Oversight.Core.Tests.Reviews.ReviewScenario;

namespace Oversight.Core.Tests.Reviews;

/// <summary>A review is what has happened to it: every event and what it leaves.</summary>
public class ReviewHistoryTests
{
    private static readonly ReviewCommand.AskSupplement Ask = new(null, Text("routines"), Setup);
    private static readonly ReviewCommand.ReceiveSupplement Receive = new(1, Decided, Text("here"), Setup);
    private static readonly ReviewCommand.ReceiveComment Comment = new(Decided, Text("not so"), Text("we hold"), Setup);
    private static readonly ReviewCommand.TakeBack TakeBack = new(Text("no"), Setup);
    private static readonly ReviewCommand.ReturnPlan Return = new(null, Text("vague"), Setup);

    [Fact]
    public void From_its_opening_to_its_draft()
    {
        var visit = new ReviewCommand.RecordVisit(Decided, Text("both"), Text("seen"), Setup);
        var scope = Scope with { Methods = [new("visit"), new("samples"), new("visit")] };
        var review =
            After([Open, new ReviewCommand.Start(Text("Anna")), scope, visit, NotMet, Met, Late, Communicate]).Review!;
        review.Unit.ShouldBe(Open.Unit);
        review.Origin.ShouldBe(Open.Origin);
        (review.OpenedOn, review.StartedOn, review.Lead)
            .ShouldBe((Decided, Decided, new Reviewer(Lead, Text("Anna").Kept)));
        review.Scope!.Methods.Select(method => method.Value).ShouldBe(["visit", "samples"]);
        (review.Scope.VisitOn, review.Scope.Announced, review.Scope.Why)
            .ShouldBe((Decided.AddDays(10), true, Text("why").Kept));
        review.Visit.ShouldBe(new ReviewVisit(Decided, Text("both").Kept, Text("seen").Kept));
        review.Judgements.ShouldBe(
        [
            new Judgement(
                Execution, Fulfilment.NotMet, new Sample(3, 10), new("papers"), Text("six of ten came late").Kept),
            new Judgement(Contact, Fulfilment.Met, null, new("papers"), null),
        ]);
        review.Findings.ShouldBe(
            [new Finding(1, Execution, new("late"), 3, 7, null, Text("late").Kept, Text("they waited").Kept,
                FindingStatus.Remaining)]);
        review.Communication
            .ShouldBe(new Communication(1, Decided, new DateOnly(2027, 1, 29), null)
            { Comments = review.Communication!.Comments });
        (review.Ending, review.Plan, review.Report).ShouldBe((null, null, null));
        review.EarlierComments.ShouldBeEmpty();
    }

    [Fact]
    public void From_its_draft_to_its_end()
    {
        var change = new ReviewCommand.ChangeFinding(1, FindingStatus.Remedied, null, Text("seen"), Setup);
        ReviewCommand[] way =
        [
            .. UntilJudged, Late with { CauseOf = 1, Consequence = Text(" ") }, Waive, TakeBack, Communicate, Comment,
            TakeBack, Waive, Establish,
            AskPlan, Promise, Return, Promise, Promise with { Finding = 2 }, Approve, change,
            change with { Number = 2, CauseOf = null },
            Ended(Text("done")),
        ];
        var (status, last) = After(way);
        var review = last!;
        status.ShouldBe(ReviewStatus.Closed);
        review.Communication
            .ShouldBe(new Communication(3, Decided, null, Text("urgent").Kept)
            { Comments = review.Communication!.Comments });
        review.EarlierComments
            .ShouldBe([new ProviderComment(Decided, false, Text("not so").Kept, Text("we hold").Kept)]);
        review.Report.ShouldBe(new Report(1, Decided, Text("summary").Kept, null));
        (review.Plan!.Round, review.PlanRounds, review.Plan.Until, review.Plan.ApprovedOn)
            .ShouldBe((2, 2, new DateOnly(2027, 2, 5), Decided));
        review.Plan.Measures.ShouldBe(
        [
            new Measure(1, 1, Decided.AddDays(60), Text("order at once").Kept, Text("chief").Kept),
            new Measure(2, 2, Decided.AddDays(60), Text("order at once").Kept, Text("chief").Kept),
        ]);
        review.Findings.Select(finding =>
            (finding.Number, finding.Status, finding.CauseOf, finding.Consequence is null))
            .ShouldBe([(1, FindingStatus.Remedied, null, false), (2, FindingStatus.Remedied, null, true)]);
        review.Ending.ShouldBe(ReviewEnding.Completed);
    }

    [Fact]
    public void A_supplement_has_its_number_its_day_and_its_answer()
    {
        var state = After([.. UntilJudged, Ask, Ask with { Until = Decided.AddDays(1), Asked = Text("more") }]);
        state.Review!.Supplements.ShouldBe(
            [new Supplement(1, new DateOnly(2027, 1, 25), Text("routines").Kept),
                new Supplement(2, Decided.AddDays(1), Text("more").Kept)]);
        var late = Take(state, Receive with { Number = 2, ReceivedOn = Decided.AddDays(2) },
            By(on: Decided.AddDays(2)));
        var (first, second) = (late.Review!.Supplements[0], late.Review.Supplements[1]);
        (first.ReceivedOn, first.Answer, first.IsLate).ShouldBe((null, null, false));
        (second.ReceivedOn, second.Answer, second.IsLate).ShouldBe((Decided.AddDays(2), Text("here").Kept, true));
        Take(state, Receive with { Number = 2, ReceivedOn = Decided.AddDays(1) }, By(on: Decided.AddDays(2)))
            .Review!.Supplements[1].IsLate.ShouldBeFalse("the last day is in time");
    }

    [Fact]
    public void Nothing_of_a_review_happened_before_it_was_started()
    {
        var start = Decided.AddDays(5);
        var state = new ReviewCommand[] { new ReviewCommand.Start(Text("Anna")), Scope with { VisitOn = null }, Ask }
            .Aggregate(After(Open), (before, command) => Take(before, command, By(on: start)));
        var visit = new ReviewCommand.RecordVisit(start.AddDays(-1), Text("both"), Text("seen"), Setup);
        Answer(state, visit, By(on: start)).ShouldBe("visitedOn:review.day-too-early");
        Answer(state, visit with { VisitedOn = start }, By(on: start)).ShouldBe("Visited");
        Answer(state, Receive with { ReceivedOn = start.AddDays(-1) }, By(on: start))
            .ShouldBe("receivedOn:review.day-too-early");
        Answer(state, Receive with { ReceivedOn = start }, By(on: start)).ShouldBe("SupplementReceived");
        After(Open).Review!.Unjudged.ShouldBeEmpty("there is no scope yet");
    }

    [Fact]
    public void A_comment_on_the_last_day_is_not_late_and_one_that_was_not_asked_for_never_is()
    {
        var last = new DateOnly(2027, 1, 29);
        bool IsLate(ReviewCommand draft, DateOnly day) =>
            Take(After([.. UntilJudged, draft]), Comment with { ReceivedOn = day }, By(on: day))
                .Review!.Communication!.Comments.Single().IsLate;
        IsLate(Communicate, last).ShouldBeFalse();
        IsLate(Communicate, last.AddDays(1)).ShouldBeTrue();
        IsLate(Waive, last.AddYears(1)).ShouldBeFalse();
    }

    [Fact]
    public void A_supplement_holds_the_report_on_its_last_day_and_not_after_it()
    {
        var state = After([.. UntilJudged, Ask, Waive]);
        Answer(state, Establish, By(on: new DateOnly(2027, 1, 25))).ShouldBe("review.supplement-awaited");
        Answer(state, Establish, By(on: new DateOnly(2027, 1, 26))).ShouldBe("Established");
        Answer(Take(state, Receive, By()), Establish).ShouldBe("Established");
    }

    [Fact]
    public void Whoever_takes_over_is_lead_and_no_longer_medgranskare()
    {
        var joined = Take(Take(After(UntilJudged), new ReviewCommand.Join(Text("Bo")), By(Other)),
            new ReviewCommand.Join(Text("C")), By("c"));
        joined.Review!.CoReviewers.Select(reviewer => reviewer.UserId).ShouldBe([Other, "c"]);
        var taken = Take(joined, new ReviewCommand.TakeOver(Text("Bo"), Text("ill"), Setup), By(Other)).Review!;
        (taken.Lead, taken.CoReviewers.Single().UserId).ShouldBe((new Reviewer(Other, Text("Bo").Kept), "c"));
        (taken.IsReviewer(Other), taken.IsReviewer("c"), taken.IsReviewer(Lead)).ShouldBe((true, true, false));
    }

    [Fact]
    public void A_conflict_of_a_medgranskare_leaves_the_lead()
    {
        var joined = Take(After(UntilJudged), new ReviewCommand.Join(Text("Bo")), By(Other));
        var review = Take(joined, new ReviewCommand.DeclareConflict(Text("sister"), Setup), By(Other)).Review!;
        (review.Lead!.UserId, review.CoReviewers.Count).ShouldBe((Lead, 0));
        review.InConflict.ShouldBe([Other]);
    }

    [Fact]
    public void A_review_that_is_planned_again_is_reminded_of_again()
    {
        var state = After(Open, new ReviewCommand.Remind(ReviewAwaiting.Start));
        state.Review!.Reminded.ShouldBe([ReviewAwaiting.Start]);
        var moved = Open with
        { Origin = Open.Origin with { NotBefore = Decided.AddDays(90), Unannounced = true, PlanYear = 2027 } };
        var again = Take(state, moved, By()).Review!;
        (again.Origin.NotBefore, again.Origin.Unannounced, again.Origin.PlanYear)
            .ShouldBe((Decided.AddDays(90), true, null));
        again.Reminded.ShouldBeEmpty();
        var dropped = After(Open, new ReviewCommand.Drop());
        (dropped.Status, dropped.Review!.Ending).ShouldBe((ReviewStatus.Closed, ReviewEnding.Dropped));
        Answer(After(Open, BrokenOff(Text("no"))), moved).ShouldBe("");
        Answer(After(UntilReported), moved).ShouldBe("");
        After(Open, BrokenOff(Text("no"))).Review!.Ending.ShouldBe(ReviewEnding.Cancelled);
    }

    [Fact]
    public void A_correction_takes_the_plan_away_and_keeps_the_report_until_the_next()
    {
        var state = After([.. UntilReported, AskPlan, new ReviewCommand.Correct(Text("what"), Text("wrong"), Setup)]);
        state.Status.ShouldBe(ReviewStatus.Underway);
        (state.Review!.Plan, state.Review.PlanRounds).ShouldBe((null, 1));
        state.Review.Report.ShouldBe(new Report(1, Decided, Text("summary").Kept, Text("wrong").Kept)
        { Corrected = Text("what").Kept });
    }

    [Fact]
    public void Nothing_happens_to_a_review_before_it_is_opened() =>
        Should.Throw<InvalidOperationException>(
            () => ReviewDecider.Evolve(ReviewState.Initial, new ReviewEvent.Dropped(Decided)));

    public static TheoryData<string, ReviewCommand[]> Waits => new()
    {
        { "start until  remind 2027-01-15", [Open] },
        { "", [Open, new ReviewCommand.Remind(ReviewAwaiting.Start), new ReviewCommand.Start(Text("Anna"))] },
        { "start until ", [Open, new ReviewCommand.Remind(ReviewAwaiting.Start)] },
        { "lead until ", [.. UntilJudged, new ReviewCommand.DeclareConflict(Text("sister"), Setup)] },
        { "supplement-1 until 2027-01-25 remind 2027-01-26", [.. UntilJudged, Ask] },
        { "supplement-1 until 2027-01-25 remind 2027-01-26", [.. UntilJudged, Ask, Ask, Receive with { Number = 2 }] },
        { "", [.. UntilJudged, Ask, Receive] },
        { "supplement-1 until 2027-01-25 remind 2027-01-26", [.. UntilJudged, Ask, Waive] },
        { "", [.. UntilJudged, Waive] },
        { "comments-1 until 2027-01-29 remind 2027-01-30", [.. UntilJudged, Communicate] },
        { "comments-2 until 2027-01-29 remind 2027-01-30", [.. UntilJudged, Communicate, TakeBack, Communicate] },
        { "", [.. UntilJudged, Ask, Communicate, TakeBack, Receive] },
        { "plan-1 until 2027-02-05 remind 2027-02-06", [.. UntilReported, AskPlan] },
        { "plan-2 until 2027-02-05 remind 2027-02-06", [.. UntilReported, AskPlan, Return] },
        { "", [.. UntilReported, AskPlan, Promise, Approve] },
        { "", [Open, new ReviewCommand.Drop()] },
    };

    [Theory, MemberData(nameof(Waits))]
    public void What_is_awaited(string waits, ReviewCommand[] way) =>
        string.Join(", ", ReviewAwaiting.Of(After(way)).Answers.Select(answer =>
            $"{answer.What} until {answer.Until:O}{string.Concat(answer.Steps.Select(step => $" {step.Name} "
                + $"{step.Day:O}"))}")).ShouldBe(waits);

    [Fact]
    public void A_kvalitetsutvecklare_of_the_board_is_asked_and_nobody_in_conflict()
    {
        ReviewAwaiting.Of(ReviewState.Initial).ShouldBe(new Awaited.Nothing());
        var state = Take(After([.. UntilJudged, Ask]), new ReviewCommand.DeclareConflict(Text("sister"), Setup),
            By(Other));
        var answer = ReviewAwaiting.Of(state).Answers.Single();
        answer.From.ShouldBe(new AwaitedParty(Role.QualityDeveloper, new BoardId("socialnamnden")));
        answer.NotBy.ShouldBe([Other]);
    }

    [Fact]
    public void A_supplement_that_has_come_is_no_longer_reminded_of_and_others_are()
    {
        var state = new ReviewCommand[]
            { new ReviewCommand.Remind(ReviewAwaiting.Supplement(1)),
                new ReviewCommand.Remind(ReviewAwaiting.Supplement(2)) }
            .Aggregate(After([.. UntilJudged, Ask, Ask]),
                (before, command) => Take(before, command, By(on: Decided.AddDays(30))));
        state.Review!.Reminded.ShouldBe(["supplement-1", "supplement-2"]);
        Take(state, Receive, By()).Review!.Reminded.ShouldBe(["supplement-2"]);
        Answer(state, new ReviewCommand.Remind(ReviewAwaiting.Supplement(1)), By(on: Decided.AddDays(30))).ShouldBe("");
    }

    [Fact]
    public void What_changes_nothing_of_what_is_awaited_wakes_nobody()
    {
        var kept = Text("x").Kept;
        ReviewEvent[] quiet =
        [
            new ReviewEvent.Judged(Decided, new Judgement(Execution, Fulfilment.Met, null, new("papers"), null)),
            new ReviewEvent.FindingAdded(
                Decided, new Finding(1, Execution, new("late"), 1, null, null, kept, null, FindingStatus.Remaining)),
            new ReviewEvent.FindingChanged(Decided, 1, FindingStatus.Begun, null, kept),
            new ReviewEvent.Visited(Decided, new ReviewVisit(Decided, kept, kept)),
            new ReviewEvent.PhotosAdded(Decided, []),
            new ReviewEvent.InterviewNoted(Decided, new Interview(InterviewKind.Staff, 1, Decided, kept)),
            new ReviewEvent.MeasureAdded(Decided, new Measure(1, 1, Decided, kept, kept)),
            new ReviewEvent.ConcernsAdded(Decided, [], kept),
            new ReviewEvent.SourceAttached(
                Decided, new ReviewSource(1, new("register"), kept, kept, Decided, null, null)),
            new ReviewEvent.SourceWithdrawn(Decided, 1, kept),
            new ReviewEvent.MedicalReviewersNamed(Decided, new MedicalReviewers(kept, null)),
            new ReviewEvent.Joined(Decided, new Reviewer(Other, kept)),
            new ReviewEvent.Reminded(Decided, ReviewAwaiting.Start),
            new ReviewEvent.Prompted(Decided, ReviewAwaiting.Plan(1)),
            new ReviewEvent.CaseRegistered(Decided, "SOCN 2027-00012"),
            new ReviewEvent.LinkRenewed(Decided, ReviewAwaiting.Plan(1), kept),
            new ReviewEvent.ScopeSet(Decided, new ReviewScope([], [], null, false, kept)),
        ];
        quiet.ShouldAllBe(happened => !ReviewAwaiting.IsChangedBy(happened));
        ReviewAwaiting.IsChangedBy(new ReviewEvent.Started(Decided, new Reviewer(Lead, kept), 0)).ShouldBeTrue();
    }

    [Fact]
    public void The_rules_of_a_day_are_those_of_the_settings()
    {
        var settings = ValidSettings.Valid with
        { Limits = ValidSettings.Valid.Limits with { LongText = 3, Reason = 2, ShortText = 4 } };
        var setup = ReviewSetup.Of(settings, Decided);
        setup.Rules.ShouldBe(settings.ReviewRules[0]);
        (setup.Methods.Name, setup.Sources.Name, setup.Categories.Name)
            .ShouldBe((CodeLists.ReviewMethods, CodeLists.EvidenceSources, CodeLists.ConcernCategories));
        (setup.LongText, setup.Reason, setup.Line).ShouldBe((3, 2, 4));
    }
}
