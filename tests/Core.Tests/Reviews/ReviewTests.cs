using Oversight.Reviews;
using Oversight.Texts;
using static Oversight.Core.Tests.Reviews.ReviewScenario;

namespace Oversight.Core.Tests.Reviews;

public class ReviewTests
{
    [Fact, Trait("Requirement", "R97")]
    public void Whoever_starts_a_review_is_its_lead_and_its_clocks_run_from_that_day()
    {
        var review = Take(After(Open), new ReviewCommand.Start(Text("Anna")), By(Lead, Decided.AddDays(5))).Review!;
        (review.Lead!.UserId, review.StartedOn).ShouldBe((Lead, Decided.AddDays(5)));
    }

    [Fact, Trait("Requirement", "R33")]
    public void A_planned_review_cannot_start_before_its_quarter()
    {
        var planned = Open with
        {
            Origin = Open.Origin with
            { Kind = ReviewKind.Planned, NotBefore = new DateOnly(2027, 4, 1), PlanYear = 2027 }
        };
        Refuse(After(planned), new ReviewCommand.Start(Text("Anna")), By(Lead, new DateOnly(2027, 3, 31)))
            .ShouldBe([ReviewRefusals.TooEarly]);
        Take(After(planned), new ReviewCommand.Start(Text("Anna")), By(Lead, new DateOnly(2027, 4, 1))).Status
            .ShouldBe(ReviewStatus.Scoping);
    }

    [Fact]
    public void Opened_once_more_a_review_that_nobody_has_started_follows_the_plan_and_another_does_not()
    {
        var moved = Open with { Origin = Open.Origin with { NotBefore = Decided.AddDays(90) } };
        After(Open, moved).Review!.Origin.NotBefore.ShouldBe(Decided.AddDays(90));
        After(Open, new ReviewCommand.Start(Text("Anna")), moved).Review!.Origin.NotBefore.ShouldBe(Decided);
        var again = After(Open, new ReviewCommand.Drop(), Open);
        (again.Status, again.Review!.Ending).ShouldBe((ReviewStatus.ToStart, null));
    }

    [Fact]
    public void Only_its_reviewers_write_in_a_review()
    {
        var state = After(Open, new ReviewCommand.Start(Text("Anna")));
        Refuse(state, Scope, By(Other)).ShouldBe([ReviewRefusals.NotAReviewer]);
        Take(Take(state, new ReviewCommand.Join(Text("Bo")), By(Other)), Scope, By(Other)).Status
            .ShouldBe(ReviewStatus.Underway);
    }

    [Fact]
    public void Whoever_declares_a_conflict_takes_no_more_part_and_another_takes_over()
    {
        var state = Take(After(UntilJudged), new ReviewCommand.DeclareConflict(Text("my sister"), Setup), By());
        state.Review!.Lead.ShouldBeNull();
        Refuse(state, NotMet).ShouldBe([ReviewRefusals.InConflict]);
        Refuse(state, new ReviewCommand.Join(Text("Anna"))).ShouldBe([ReviewRefusals.InConflict]);
        ReviewAwaiting.Of(state).Answers
            .ShouldContain(answer => answer.What == ReviewAwaiting.Lead && answer.NotBy.Contains(Lead));
        Take(state, new ReviewCommand.TakeOver(Text("Bo"), Text("instead"), Setup), By(Other)).Review!.Lead!.UserId
            .ShouldBe(Other);
    }

    [Fact, Trait("Requirement", "R86")]
    public void Concerns_that_join_are_counted_once_and_so_are_their_reporters()
    {
        ReviewConcern[] more = [new(IdOf(4), Decided, "r1"), new(IdOf(5), Decided, "r2"), new(IdOf(6), Decided, "r2")];
        var review = After(Open, new ReviewCommand.AddConcerns(more, Text("same thing"), Setup)).Review!;
        (review.Origin.Concerns.Count, review.Reporters).ShouldBe((3, 2));
        var again = new ReviewCommand.AddConcerns([.. more, new(IdOf(7), Decided, "r3")], Text("one more"), Setup);
        After(Open, new ReviewCommand.AddConcerns(more, Text("same thing"), Setup), again).Review!.Origin.Concerns.Count
            .ShouldBe(4);
        Refuse(After(Open), new ReviewCommand.AddConcerns([new(IdOf(4), Decided, "r1")], Text("again"), Setup))
            .ShouldBe([$"concerns:{ReviewRefusals.NoConcerns}"]);
    }

    [Fact, Trait("Requirement", "R34")]
    public void A_scope_is_kept_in_the_order_of_the_checklist_and_does_not_lose_what_is_judged()
    {
        After(UntilJudged).Review!.Scope!.Requirements.ShouldBe([Execution, Contact]);
        After([.. UntilJudged, Scope with { Requirements = [Contact] }]).Review!.Scope!.Requirements
            .ShouldBe([Execution, Contact]);
    }

    [Fact]
    public void A_scope_without_requirements_methods_or_reason_is_told_about_all_of_it_at_once() =>
        Refuse(After(Open, new ReviewCommand.Start(Text("Anna"))), Scope with
        {
            Requirements = [new CodeId("unheard-of")],
            Methods = [],
            VisitOn = Decided.AddDays(-1),
            Why = Text(""),
        }).ShouldBe(
        [
            $"requirements:{ReviewRefusals.UnknownCode}", $"methods:{ReviewRefusals.NoMethods}",
            $"visitOn:{ReviewRefusals.DayTooEarly}", $"reason:{TextRefusals.Missing}",
        ]);

    [Fact, Trait("Requirement", "R99")]
    public void A_row_that_is_judged_again_stands_once()
    {
        var again = After([.. UntilJudged, NotMet with { Fulfilment = Fulfilment.NotFully }]).Review!;
        again.Judgements.Count.ShouldBe(2);
        again.JudgementOf(Execution)!.Fulfilment.ShouldBe(Fulfilment.NotFully);
        again.JudgementOf(Contact)!.Fulfilment.ShouldBe(Fulfilment.Met);
    }

    [Theory]
    [InlineData(null, 10, "sampleMet:review.sample-incomplete")]
    [InlineData(3, null, "sampleTaken:review.sample-incomplete")]
    [InlineData(11, 10, "sampleMet:review.sample-impossible")]
    [InlineData(-1, 10, "sampleMet:review.sample-impossible")]
    [InlineData(0, 0, "sampleMet:review.sample-impossible")]
    public void A_sample_is_whole_and_possible(int? met, int? taken, string refusal) =>
        Refuse(After(Open, new ReviewCommand.Start(Text("Anna")), Scope),
            NotMet with { SampleMet = met, SampleTaken = taken })
            .ShouldBe([refusal]);

    [Fact]
    public void What_is_not_met_needs_evidence() =>
        Refuse(After(Open, new ReviewCommand.Start(Text("Anna")), Scope), NotMet with { Evidence = Text(" ") })
            .ShouldBe([$"evidence:{ReviewRefusals.EvidenceMissing}"]);

    [Fact, Trait("Requirement", "R89")]
    public void A_finding_is_about_a_requirement_that_is_not_met() =>
        Refuse(After(UntilJudged), Late with { Requirement = Contact })
            .ShouldBe([$"requirement:{ReviewRefusals.RequirementIsMet}"]);

    [Fact, Trait("Requirement", "R87")]
    public void The_gravest_finding_comes_first() =>
        After([.. UntilJudged, Late with { Severity = 2 }, Late]).Review!.ByGravity
            .Select(finding => finding.Number).ShouldBe([1, 3, 2]);

    [Fact, Trait("Requirement", "R90")]
    public void Causes_never_go_in_a_circle()
    {
        var state = After([.. UntilJudged, Late with { CauseOf = 1 }, Late with { CauseOf = 2 }]);
        Refuse(state, new ReviewCommand.ChangeFinding(1, FindingStatus.Remaining, 3, Text("why"), Setup))
            .ShouldBe([$"causeOf:{ReviewRefusals.CauseInCircle}"]);
        Refuse(state, new ReviewCommand.ChangeFinding(1, FindingStatus.Remaining, 1, Text("why"), Setup))
            .ShouldBe([$"causeOf:{ReviewRefusals.CauseInCircle}"]);
    }

    [Fact]
    public void Nothing_is_communicated_before_every_requirement_is_judged_and_every_no_is_a_finding()
    {
        Refuse(After(Open, new ReviewCommand.Start(Text("Anna")), Scope, Met), Communicate)
            .ShouldBe([ReviewRefusals.Unjudged]);
        Refuse(After(Open, new ReviewCommand.Start(Text("Anna")), Scope, Met, NotMet), Communicate)
            .ShouldBe([ReviewRefusals.WithoutFinding]);
    }

    [Fact, Trait("Requirement", "R29")]
    public void The_provider_has_its_days_before_the_report_is_final_unless_it_has_answered()
    {
        var state = After([.. UntilJudged, Communicate]);
        var last = state.Review!.Communication!.Until!.Value;
        last.ShouldBe(new DateOnly(2027, 1, 29));
        Refuse(state, Establish, By(Lead, last)).ShouldBe([ReviewRefusals.StillCommenting]);
        Take(state, Establish, By(Lead, last.AddDays(1))).Status.ShouldBe(ReviewStatus.Reported);
        var comment = new ReviewCommand.ReceiveComment(Decided.AddDays(1), Text("not so"), Text("we hold"), Setup);
        Take(Take(state, comment, By(Lead, Decided.AddDays(2))), Establish, By(Lead, Decided.AddDays(2))).Status
            .ShouldBe(ReviewStatus.Reported);
    }

    [Fact]
    public void A_comment_after_the_last_day_is_taken_and_shown_as_late()
    {
        var late = Decided.AddDays(16);
        var state = Take(
            After([.. UntilJudged, Communicate]),
            new ReviewCommand.ReceiveComment(late, Text("not so"), Text("we hold"), Setup), By(Lead, late));
        state.Review!.Communication!.Comments.Single().IsLate.ShouldBeTrue();
    }

    [Fact]
    public void A_draft_is_held_back_only_for_a_reason() =>
        Refuse(After(UntilJudged), Waive with { Why = Text("") })
            .ShouldBe([$"reason:{ReviewRefusals.WaiverReasonMissing}"]);

    [Fact, Trait("Requirement", "R91")]
    public void A_supplement_that_is_awaited_holds_the_report_until_its_day()
    {
        var state = After([.. UntilJudged, new ReviewCommand.AskSupplement(null, Text("routines"), Setup), Waive]);
        var until = state.Review!.Supplements.Single().Until;
        Refuse(state, Establish).ShouldBe([ReviewRefusals.SupplementAwaited]);
        var received = new ReviewCommand.ReceiveSupplement(1, until.AddDays(2), Text("here"), Setup);
        var answered = Take(state, received, By(Lead, until.AddDays(2)));
        answered.Review!.Supplements.Single().IsLate.ShouldBeTrue();
        Refuse(answered, received, By(Lead, until.AddDays(2))).ShouldBe([$"number:{ReviewRefusals.NoSuchSupplement}"]);
    }

    [Fact, Trait("Requirement", "R94")]
    public void A_plan_is_approved_when_every_open_finding_has_a_measure()
    {
        var state = After([.. UntilJudged, Late with { Severity = 1 }, Waive, Establish, AskPlan, Promise]);
        Refuse(state, Approve).ShouldBe([ReviewRefusals.WithoutMeasure]);
        Take(Take(state, Promise with { Finding = 2 }, By()), Approve, By()).Status.ShouldBe(ReviewStatus.PlanApproved);
    }

    [Fact]
    public void A_plan_that_goes_back_is_asked_for_once_more_from_the_beginning()
    {
        var plan = After([.. UntilReported, AskPlan, Promise,
            new ReviewCommand.ReturnPlan(null, Text("too vague"), Setup)]).Review!.Plan!;
        (plan.Round, plan.Measures.Count).ShouldBe((2, 0));
    }

    [Fact, Trait("Requirement", "R106")]
    public void A_review_ends_when_nothing_remains_and_not_before()
    {
        Refuse(After(UntilReported), Ended(Text("done")))
            .ShouldBe([ReviewRefusals.FindingsRemain]);
        After([.. UntilReported, new ReviewCommand.ChangeFinding(1, FindingStatus.Remedied, null, Text("seen"), Setup),
            Ended(Text("done"))]).Review!.Ending.ShouldBe(ReviewEnding.Completed);
    }

    [Fact]
    public void A_corrected_report_is_the_next_version_and_says_why()
    {
        var report = After([.. UntilReported, new ReviewCommand.Correct(Text("the name"), Text("wrong name"), Setup),
            Waive, Establish]).Review!.Report!;
        (report.Version, report.Correction!.Hash).ShouldBe((2, "hash:wrong name"));
    }

    [Fact]
    public void What_was_said_of_a_draft_that_was_taken_back_is_kept_and_does_not_stand_for_an_answer_to_the_next()
    {
        var comment = new ReviewCommand.ReceiveComment(Decided, Text("not so"), Text("we look again"), Setup);
        var state = After([.. UntilJudged, Communicate, comment,
            new ReviewCommand.TakeBack(Text("they are right"), Setup), Communicate]);
        state.Review!.EarlierComments.Single().Text.Hash.ShouldBe("hash:not so");
        Refuse(state, Establish).ShouldBe([ReviewRefusals.StillCommenting]);
    }

    [Fact]
    public void A_plan_that_is_asked_for_of_a_corrected_report_is_reminded_of_anew()
    {
        var asked = After([.. UntilReported, AskPlan]);
        var until = asked.Review!.Plan!.Until;
        var reminded = Take(asked, new ReviewCommand.Remind(ReviewAwaiting.Plan(1)), By(on: until.AddDays(1)));
        var again = new ReviewCommand[]
            { new ReviewCommand.Correct(Text("a day"), Text("wrong"), Setup), Waive, Establish, AskPlan }
            .Aggregate(reminded, (state, command) => Take(state, command, By(on: until.AddDays(2))));
        ReviewAwaiting.Of(again).Due(again.Review!.Plan!.Until.AddDays(1)).Single().What
            .ShouldBe(ReviewAwaiting.Plan(2));
    }

    [Fact]
    public void A_review_without_findings_is_reported_and_closed()
    {
        var state = After(Open, new ReviewCommand.Start(Text("Anna")), Scope, Met,
            NotMet with { Fulfilment = Fulfilment.Met }, Waive, Establish);
        Refuse(state, AskPlan).ShouldBe([ReviewRefusals.NothingRemains]);
        Take(state, Ended(Text("fine")), By()).Status.ShouldBe(ReviewStatus.Closed);
    }
}
