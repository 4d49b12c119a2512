using Oversight.Reviews;
using Oversight.Sanctions;
using Oversight.Settings;
using static Oversight.Core.Tests.Reviews.ReviewScenario;
using static Oversight.Core.Tests.Sanctions.SanctionScenario;

namespace Oversight.Core.Tests.Sanctions;

public class SanctionTests
{
    [Fact]
    public void A_review_proposes_only_what_the_ladder_of_the_agreement_has_and_the_findings_are_grave_enough_for()
    {
        var reported = After(UntilReported);
        ReviewCommand.ProposeSanction propose =
            new(IdOf(9), Warning.Id, [new("ledsagarservice")], [1], Text("grounds"), Choice, Setup);
        Answer(reported, propose).ShouldBe("SanctionProposed");
        Answer(reported, propose with { Step = new("avauktorisation") }).ShouldBe("step:sanction.not-in-ladder");
        Answer(reported, propose with { Services = [new("hemtjanst")] }).ShouldBe("services:sanction.no-services");
        Answer(reported, propose with { Findings = [7] }).ShouldBe("findings:sanction.no-findings");
        Answer(reported, propose with { Step = Fine.Id }, By(on: Decided.AddDays(60)))
            .ShouldBe("step:sanction.claimed-too-late(2027-02-15)");
        Answer(reported, propose, By("someone")).ShouldBe("review.not-a-reviewer");
        Answer(After([.. UntilJudged]), propose).ShouldStartWith("review.not-in-this-state");
        var slight = After([.. UntilJudged[..^1], Late with { Severity = 2 }, Waive, Establish]);
        Answer(slight, propose).ShouldBe("step:sanction.too-mild(3)");
    }

    [Fact]
    public void What_it_has_announced_keeps_a_review_open_until_it_has_ended()
    {
        var announced = After(
        [
            .. UntilReported,
            new ReviewCommand.ProposeSanction(
                IdOf(9), Warning.Id, [new("avlosning")], [1], Text("grounds"), Choice, Setup),
            new ReviewCommand.ChangeFinding(
                1, FindingStatus.Remedied, null, Text("done"), Setup),
        ]);
        var close = Ended(Text("done"));
        Answer(announced, close).ShouldBe("review.sanction-open(1)");
        var ended = Take(announced, new ReviewCommand.EndMatter(IdOf(9)), By());
        Answer(ended, new ReviewCommand.EndMatter(IdOf(9))).ShouldBe("");
        Answer(ended, close).ShouldBe("Closed");
    }

    [Fact]
    public void The_papers_say_yes_or_no_about_children_and_have_a_final_date_to_come()
    {
        var state = Run((Propose(Warning), By()));
        RefusalOf(state, Write with { Children = null }).ShouldBe("children:sanction.children-missing");
        RefusalOf(state, Write with { Children = true }).ShouldBe("childGroup:sanction.group-missing");
        RefusalOf(state, Write with { FinalDate = null }).ShouldBe("finalDate:sanction.day-missing");
        RefusalOf(state, Write with { FinalDate = Day }).ShouldBe("finalDate:sanction.day-passed");
        RefusalOf(state, Write with { Amount = 5 }).ShouldBe("amount:sanction.no-amount");
        var fine = Run((Propose(Fine), By()));
        RefusalOf(fine, Write with { FinalDate = null })
            .ShouldBe("amount:sanction.amount-missing amountBasis:text.missing");
        RefusalOf(Run((Propose(Exit), By())), Write with { FinalDate = null })
            .ShouldBe("consulted:sanction.consult-missing");
    }

    [Fact]
    public void The_provider_is_heard_before_the_board_has_the_papers()
    {
        var written = Run((Propose(Warning), By()), (Write, By()));
        RefusalOf(Run((Propose(Warning), By())), WithoutHearing).ShouldBe("sanction.paper-missing");
        RefusalOf(written, Submit).ShouldBe("sanction.not-heard");
        RefusalOf(written, WithoutHearing with { Why = Text("") }).ShouldBe("reason:sanction.waiver-reason-missing");
        var heard = Do(written, WithoutHearing with { Waived = false }, By());
        heard.Status.ShouldBe(SanctionStatus.Hearing);
        heard.Sanction!.Question.Hearing!.Until.ShouldBe(Day.AddDays(14));
        RefusalOf(heard, Submit).ShouldBe("sanction.still-hearing(2027-01-29)");
        var answered = Do(heard, new SanctionCommand.TakeAnswer(Day, Text("no"), Scene), By());
        Do(answered, Submit, By()).Status.ShouldBe(SanctionStatus.Submitted);
        RefusalOf(heard, Submit with { Meeting = March.Day }, By(on: Day.AddDays(14))).ShouldContain("still-hearing");
        Do(heard, Submit with { Meeting = March.Day }, By(on: Day.AddDays(15))).Status
            .ShouldBe(SanctionStatus.Submitted);
    }

    [Fact]
    public void Papers_reach_a_meeting_whose_stop_has_not_passed_and_before_which_nothing_is_to_be_remedied()
    {
        var waived = Run((Propose(Warning), By()), (Write, By()), (WithoutHearing, By()));
        RefusalOf(waived, Submit with { Meeting = null }).ShouldBe("meeting:sanction.no-such-meeting");
        RefusalOf(waived, Submit with { Meeting = Day.AddDays(3) }).ShouldBe("meeting:sanction.no-such-meeting");
        RefusalOf(waived, Submit, By(on: February.PapersStop.AddDays(1)))
            .ShouldBe("meeting:sanction.papers-stop-passed(2027-03-16)");
        var soon = Run(
            (Propose(Warning), By()), (Write with { FinalDate = February.Day }, By()), (WithoutHearing, By()));
        RefusalOf(soon, Submit).ShouldBe("meeting:sanction.final-before-meeting");
        RefusalOf(waived, Submit with { Setup = Scene with { Review = Reviewed with { CaseNumber = null } } })
            .ShouldBe("sanction.no-case");
    }

    [Fact]
    [Trait("Requirement", "R83")]
    public void Nobody_is_told_before_the_minutes_are_approved_and_at_once_where_they_were_approved_at_once()
    {
        var decided = Warned();
        decided.Sanction!.FinalDate.ShouldBe(Final);
        var notify = new SanctionCommand.Notify(Scene);
        RefusalOf(decided, notify, By(on: February.Day)).ShouldBe("sanction.not-approved");
        var third = Secretary with { Today = February.Day.AddDays(3) };
        RefusalOf(decided, new SanctionCommand.ApproveMinutes(February.Day.AddDays(-1), null, Scene), third)
            .ShouldBe("approvedOn:sanction.before-meeting");
        var approved = Do(decided, new SanctionCommand.ApproveMinutes(third.Today, third.Today, Scene), third);
        approved.Sanction!.Question.Decision!.FinalOn.ShouldBe(third.Today.AddDays(22));
        Do(approved, notify, By(on: third.Today)).Sanction!.Question.Decision!.NotifiedOn.ShouldBe(third.Today);
        Do(Warned(Grant with { ApprovedAtOnce = true }), notify, By(on: February.Day)).Sanction!.Question.Decision!
            .NotifiedOn.ShouldBe(February.Day);
    }

    [Fact]
    public void What_is_referred_back_is_written_as_the_next_version_and_what_is_tabled_goes_to_a_later_meeting()
    {
        var back = Warned(Grant with { Outcome = DecisionOutcome.ReferredBack, Words = Text("say more") });
        back.Status.ShouldBe(SanctionStatus.Drafting);
        back.Sanction!.Question.ShouldSatisfyAllConditions(
            question => question.Version.ShouldBe(2), question => question.Meeting.ShouldBeNull(),
            question => question.Paper.ShouldNotBeNull());
        Do(back, Submit with { Meeting = March.Day }, By(on: February.Day)).Sanction!.Question.Meeting
            .ShouldBe(March.Day);

        var ready = Run((Propose(Warning), By()), (Write, By()), (WithoutHearing, By()), (Submit, By()));
        RefusalOf(ready, Grant with { Outcome = DecisionOutcome.Tabled }, Secretary)
            .ShouldBe("nextMeeting:sanction.meeting-missing");
        var tabled = Do(
            ready, Grant with { Outcome = DecisionOutcome.Tabled, NextMeeting = March.Day }, Secretary);
        (tabled.Status, tabled.Sanction!.Question.Meeting, tabled.Sanction.Question.Version)
            .ShouldBe((SanctionStatus.Submitted, March.Day, 1));
        RefusalOf(tabled, Grant, Secretary).ShouldBe("sanction.meeting-not-held(2027-03-16)");
    }

    [Fact]
    public void The_board_may_move_the_final_date_and_say_no()
    {
        Warned(Grant with { Outcome = DecisionOutcome.Altered, FinalDate = Final.AddDays(31), Words = Text("later") })
            .Sanction!.FinalDate.ShouldBe(Final.AddDays(31));
        var no = Warned(Grant with { Outcome = DecisionOutcome.Rejected, Words = Text("no") });
        (no.Status, no.Sanction!.Ending).ShouldBe((SanctionStatus.Ended, SanctionEnding.Rejected));
    }

    [Fact]
    public void A_delegate_decides_what_is_delegated_and_never_what_they_proposed()
    {
        var paper = Write with { FinalDate = null, Amount = 50_000, Words = Words with { AmountBasis = Text("5 x") } };
        var submitted = Run(
            (Propose(Fine), By()), (paper, By()), (WithoutHearing, By()), (Submit with { Meeting = null }, By()));
        var decide = new SanctionCommand.DecideAsDelegate(true, Text("yes"), Scene);
        RefusalOf(submitted, decide).ShouldBe("sanction.not-the-delegate");
        RefusalOf(submitted, decide, new CommandContext(new Actor(Lead, Role.UnitManager), default, Day))
            .ShouldBe("sanction.own-proposal");
        RefusalOf(submitted, Grant, Secretary).ShouldBe("sanction.not-the-boards");
        var decided = Do(submitted, decide, Chief());
        decided.Sanction!.Charge.ShouldBe(new SanctionCharge(50_000));
        var conclude = new SanctionCommand.Conclude(SanctionEnding.CarriedOut, Text("paid"), Scene);
        RefusalOf(decided, conclude).ShouldBe("ending:sanction.not-settled");
        RefusalOf(decided, new SanctionCommand.SettleCharge(Day, Scene), Chief()).ShouldBe("sanction.not-sent");
        var sent = Do(decided, new SanctionCommand.SendCharge(Day, Scene), Chief());
        var settled = Do(sent, new SanctionCommand.SettleCharge(Day, Scene), Chief());
        Do(settled, conclude, By()).Sanction!.Ending.ShouldBe(SanctionEnding.CarriedOut);
    }

    [Fact]
    public void A_sanction_is_lifted_by_a_decision_of_its_own_and_not_while_a_finding_remains()
    {
        var told = Do(
            Warned(Grant with { ApprovedAtOnce = true }), new SanctionCommand.Notify(Scene), By(on: February.Day));
        RefusalOf(told, new SanctionCommand.Conclude(SanctionEnding.CarriedOut, Text("done"), Scene))
            .ShouldBe("ending:sanction.must-be-lifted");
        var lift = new SanctionCommand.Reconsider(QuestionKind.Lift, Text("done"), Scene);
        RefusalOf(told, lift).ShouldBe("what:sanction.findings-remain(1)");
        var remedied = Scene with { Review = Remedied };
        var asked = Do(told, lift with { Setup = remedied }, By(on: February.Day));
        (asked.Status, asked.Sanction!.IsInForce).ShouldBe((SanctionStatus.Drafting, true));
        var later = By(on: February.Day);
        var at = Secretary with { Today = March.Day };
        asked = Do(asked, Write with { FinalDate = null, Setup = remedied }, later);
        asked = Do(asked, Submit with { Meeting = March.Day, Setup = remedied }, later);
        Do(asked, Grant with { Outcome = DecisionOutcome.Rejected, Words = Text("no") }, at)
            .ShouldSatisfyAllConditions(
                no => no.Status.ShouldBe(SanctionStatus.InForce), no => no.Sanction!.Ending.ShouldBeNull());
        var lifted = Do(asked, Grant, at);
        (lifted.Status, lifted.Sanction!.Ending).ShouldBe((SanctionStatus.Ended, SanctionEnding.Lifted));
    }

    [Fact]
    public void A_later_final_date_is_later_and_decided_like_the_first()
    {
        var told = Do(
            Warned(Grant with { ApprovedAtOnce = true }), new SanctionCommand.Notify(Scene), By(on: February.Day));
        var asked = Do(
            told, new SanctionCommand.Reconsider(QuestionKind.Prolong, Text("more time"), Scene),
            By(on: February.Day));
        RefusalOf(asked, Write, By(on: February.Day)).ShouldBe("finalDate:sanction.not-later(2027-06-30)");
        asked = Do(asked, Write with { FinalDate = Final.AddDays(30) }, By(on: February.Day));
        asked = Do(asked, Submit with { Meeting = March.Day }, By(on: February.Day));
        Do(asked, Grant, Secretary with { Today = March.Day }).Sanction!.FinalDate.ShouldBe(Final.AddDays(30));
    }

    [Fact]
    public void Customers_move_before_a_terminated_agreement_is_done_with()
    {
        var paper = Write with { FinalDate = null, Words = Words with { Consulted = Text("yes") } };
        var decided = Run(
            (Propose(Exit), By()), (paper, By()), (WithoutHearing, By()), (Submit, By()), (Grant, Secretary));
        decided.Sanction!.StopsNewCustomers.ShouldBeTrue();
        var conclude = new SanctionCommand.Conclude(SanctionEnding.CarriedOut, Text("gone"), Scene);
        RefusalOf(decided, conclude).ShouldBe("ending:sanction.customers-remain");
        var counted = Do(decided, new SanctionCommand.RecordMove(14, Final, Day, Scene), By());
        RefusalOf(counted, conclude).ShouldBe("ending:sanction.customers-remain");
        var gone = Do(counted, new SanctionCommand.RecordMove(0, Final, Day, Scene), By());
        Do(gone, conclude, By()).Sanction!.Ending.ShouldBe(SanctionEnding.CarriedOut);
    }

    [Fact]
    public void What_a_court_stays_does_not_apply_for_the_time_being_and_what_it_sets_aside_falls()
    {
        var decided = Warned();
        var on = Secretary with { Today = March.Day };
        var note = new SanctionCommand.NoteCourt(CourtStep.Stayed, March.Day, null, Text(""), Scene);
        var stayed = Do(decided, note, on);
        (stayed.Sanction!.IsStayed, stayed.Sanction.IsInForce).ShouldBe((true, false));
        Do(stayed, note with { Step = CourtStep.Upheld }, on).Sanction!.IsInForce.ShouldBeTrue();
        var annulled = Do(stayed, note with { Step = CourtStep.Annulled }, on);
        (annulled.Status, annulled.Sanction!.Ending).ShouldBe((SanctionStatus.Ended, SanctionEnding.Annulled));
        RefusalOf(decided, note with { Step = CourtStep.OpinionAsked }, on).ShouldBe("until:sanction.day-missing");
    }

    [Fact]
    public void The_ladder_proposes_the_mildest_step_above_those_taken_that_the_findings_allow()
    {
        Ladder.Suggest(gravest: 2, []).ShouldBe(Fine, "A warning asks for more.");
        Ladder.Suggest(gravest: 3, []).ShouldBe(Warning);
        Ladder.Suggest(gravest: 4, [Warning.Id, Fine.Id]).ShouldBe(Exit);
        Ladder.Suggest(gravest: 3, [Fine.Id]).ShouldBe(Exit, "Nothing above it fits, and it has been taken already.");
        Ladder.Suggest(gravest: 0, []).ShouldBeNull();
    }

    [Fact]
    [Trait("Requirement", "R68")]
    public void An_agreements_own_ladder_goes_before_that_of_its_area_and_that_before_that_of_its_form()
    {
        var area = Ladder with { Area = new("hemtjanst"), Steps = [Warning] };
        var own = Ladder with { Agreement = "A 17", Steps = [Fine] };
        var rules = Rules with { Ladders = [Ladder, area, own] };
        rules.LadderOf("lou", new("hemtjanst"), "A 17").ShouldBe(own);
        rules.LadderOf("lou", new("hemtjanst"), "A 18").ShouldBe(area);
        rules.LadderOf("lou", new("boende"), "A 18").ShouldBe(Ladder);
        rules.LadderOf("kundval", new("boende"), "A 18").ShouldBeNull();
    }

    private static Review Remedied => Reviewed with
    {
        Findings = [.. Reviewed.Findings.Select(finding => finding with { Status = FindingStatus.Remedied })],
    };
}
