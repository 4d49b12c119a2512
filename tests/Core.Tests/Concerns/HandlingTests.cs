using Oversight.Concerns;
using Oversight.Texts;
using static Oversight.Core.Tests.Concerns.ConcernScenario;

namespace Oversight.Core.Tests.Concerns;

public class HandlingTests
{
    [Fact]
    public void An_assessment_without_a_written_reason_is_refused() =>
        Given(Report).Refusals(Assess with { Reason = Text("") }).ShouldBe([ConcernRefusals.ReasonRequired]);

    [Fact]
    public void An_empty_assessment_gets_every_missing_field_at_once() =>
        Given(Report).Refusals(new ConcernCommand.Assess(null, null, null, null, null, null, Text(""), Rules)).ShouldBe(
        [
            ConcernRefusals.OutcomeRequired, ConcernRefusals.KindRequired, ConcernRefusals.CategoryRequired,
            ConcernRefusals.AreaRequired, ConcernRefusals.SeverityRequired, ConcernRefusals.ReasonRequired,
        ]);

    [Fact]
    public void An_unfounded_concern_needs_only_the_reason()
    {
        var unfounded = new ConcernCommand.Assess(null, null, null, null, null, ConcernOutcome.Unfounded,
            Text("Gällde en annan kund."), Rules);
        ConcernFacts.WeightingOf(Given(Report, unfounded)).ShouldBe(Oversight.Risk.ConcernWeighting.Nothing);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(-1)]
    public void Severity_is_one_to_four(int severity) =>
        Given(Report).Refusals(Assess with { Severity = severity }).ShouldBe([ConcernRefusals.SeverityOutOfRange]);

    [Fact]
    [Trait("Requirement", "R16")]
    public void The_two_areas_of_LSS_are_for_LSS_only()
    {
        var area = new CodeId("leva-som-andra");
        Given(Report).Refusals(Assess with { Area = area }).ShouldBe([ConcernRefusals.AreaOnlyForLss]);
        Given(Report with { Service = new CodeId("ledsagning") }, Assess with { Area = area }).Status
            .ShouldBe(ConcernStatus.Assessed);
    }

    [Fact]
    public void A_second_assessment_replaces_the_first_and_has_its_own_number()
    {
        var state = Given(Report, Assess, Assess with { Severity = 1 });
        state.AssessmentOrNone!.Number.ShouldBe(2);
        state.AssessmentOrNone.Severity.ShouldBe(1);
    }

    [Fact]
    [Trait("Requirement", "R41")]
    public void A_proposed_review_waits_for_the_decision_of_the_enhetschef()
    {
        Given(Report, Propose).Status.ShouldBe(ConcernStatus.AwaitingDecision);
        var decided = Given(Report, Propose, Approve).ShouldBeOfType<ConcernState.Decided>();
        decided.Decision.Approved.ShouldBeTrue();
        decided.Decision.AssessmentNumber.ShouldBe(1);
    }

    [Fact]
    [Trait("Requirement", "R41")]
    public void A_decision_needs_a_yes_or_no_and_a_reason() =>
        Given(Report, Propose).Refusals(Approve with { Approved = null, Reason = Text("") })
            .ShouldBe([ConcernRefusals.DecisionRequired, ConcernRefusals.ReasonRequired]);

    [Fact]
    public void There_is_nothing_to_decide_before_a_proposal_or_twice()
    {
        Given(Report, Assess).Refusals(Approve).ShouldBe([ConcernRefusals.NotInThisState]);
        Given(Report, Propose, Approve).Refusals(Approve).ShouldBe([ConcernRefusals.NotInThisState]);
    }

    [Fact]
    public void A_review_of_nobody_cannot_be_proposed_but_of_the_unit_that_was_found_out_it_can()
    {
        var unknown = Report with { Place = new ConcernPlace.Unknown(Text("Firman"), Social) };
        Given(unknown).Refusals(Propose).ShouldBe([ConcernRefusals.UnitNeededForReview]);
        var events = Given(unknown).Happening(Propose with { Unit = new ConcernPlace.AtUnit(Unit) });
        events.Select(happened => happened.GetType())
            .ShouldBe([typeof(ConcernEvent.LinkedToUnit), typeof(ConcernEvent.Assessed)]);
    }

    [Fact]
    public void An_unknown_provider_is_linked_later_and_then_the_concern_weighs_there()
    {
        var state = Given(
            Report with { Place = new ConcernPlace.Unknown(Text("Firman"), Social) },
            new ConcernCommand.LinkToUnit(new ConcernPlace.AtUnit(Unit)));
        ConcernFacts.Of(IdOf(9), state)!.UnitId.ShouldBe(Unit.UnitId);
        state.Refusals(new ConcernCommand.LinkToUnit(new ConcernPlace.AtUnit(OtherUnit)))
            .ShouldBe([ConcernRefusals.AlreadyLinked]);
    }

    [Fact]
    public void Linking_to_a_unit_of_another_board_is_a_move_and_needs_its_reason()
    {
        var unknown = Report with { Place = new ConcernPlace.Unknown(Text("Firman"), Social) };
        Given(unknown).Refusals(new ConcernCommand.LinkToUnit(new ConcernPlace.AtUnit(OtherUnit)))
            .ShouldBe([ConcernRefusals.OtherBoardIsAMove]);
        Given(unknown, Assess with { Unit = new ConcernPlace.AtUnit(OtherUnit) }).FileOrNone!.Board.ShouldBe(Elder);
    }

    [Fact]
    public void Moving_a_concern_moves_what_it_weighs_and_who_owns_it()
    {
        var state = Given(Report, Assess,
            new ConcernCommand.Move(new ConcernPlace.AtUnit(OtherUnit), Text("Fel enhet."), Rules));
        var fact = ConcernFacts.Of(IdOf(9), state)!;
        (fact.UnitId, fact.Board).ShouldBe((OtherUnit.UnitId, Elder));
        fact.Source.ShouldBe($"concern-{IdOf(9)}@3");
        state.Status.ShouldBe(ConcernStatus.Assessed);
    }

    [Fact]
    public void Moving_needs_another_place_and_a_reason() =>
        Given(Report).Refusals(new ConcernCommand.Move(new ConcernPlace.AtUnit(Unit), Text(""), Rules))
            .ShouldBe([ConcernRefusals.SamePlace, ConcernRefusals.ReasonRequired]);

    [Fact]
    public void The_reporter_withdraws_with_a_reason_and_nobody_else_does()
    {
        var withdraw = new ConcernCommand.Withdraw(Reporter, Text("Skickades av misstag."), Rules);
        var state = Given(Report, withdraw);
        ConcernFacts.WeightingOf(state).ShouldBe(Oversight.Risk.ConcernWeighting.Nothing);
        Given(Report).Refusals(withdraw with { RequestedByKey = "other" }).ShouldBe([ConcernRefusals.NotTheReporter]);
        state.Refusals(Assess).ShouldBe([ConcernRefusals.NotInThisState]);
    }

    [Fact]
    public void A_concern_with_a_proposed_review_cannot_be_withdrawn() =>
        Given(Report, Propose).Refusals(new ConcernCommand.Withdraw(Reporter, Text("Ångrar mig."), Rules))
            .ShouldBe([ConcernRefusals.NotInThisState]);

    [Fact]
    public void A_correction_keeps_the_history_and_changes_only_what_it_names()
    {
        var correct = new ConcernCommand.Correct(Text("Ingen kom i onsdags.", "report-2"), null, null, Reporter,
            Text("Fel dag."), Rules);
        var file = Given(Report, correct).FileOrNone!;
        file.Text.Reference.Name.ShouldBe("report-2");
        file.Occurred.ShouldBe(Report.Occurred);
        Given(Report).Refusals(correct with { Text = Report.Text }).ShouldBe([ConcernRefusals.NothingToCorrect]);
    }

    [Fact]
    public void After_the_assessment_only_an_assessor_corrects()
    {
        var correct = new ConcernCommand.Correct(null, Occurrence.Unclear, null, Reporter, Text("Minns inte."), Rules);
        Given(Report, Assess).Refusals(correct).ShouldBe([ConcernRefusals.CorrectionIsTheAssessors]);
        Given(Report, Assess, correct with { ReporterKey = null }).FileOrNone!.Occurred.ShouldBe(Occurrence.Unclear);
    }

    [Fact]
    public void A_correction_cannot_put_the_event_after_the_day_it_was_reported() =>
        Given(Report)
            .Refusals(
                new ConcernCommand.Correct(null, Occurrence.On(Today.AddDays(1)), null, Reporter, Text("Fel."), Rules))
            .ShouldBe([ConcernRefusals.DateInFuture]);

    [Fact]
    public void Masked_words_are_hidden_wherever_they_stand_and_the_event_does_not_repeat_them()
    {
        var report = Report with { Text = Text("Anna ringde. ANNA grät. Anna-Lisa hjälpte.") };
        var mask = new ConcernCommand.Mask("anna", report.Text, Text("Namn på kund."), Rules);
        var file = Given(report, mask).FileOrNone!;
        Masking.Show(report.Text.Text, file.Text.Masks).ShouldBe("█████ ringde. █████ grät. █████-Lisa hjälpte.");
        Given(report).Happening(mask).Single().ToString()!.ShouldNotContain("anna", Case.Insensitive);
    }

    [Fact]
    public void Masking_what_is_not_there_or_has_been_erased_is_refused()
    {
        var mask = new ConcernCommand.Mask("Bertil", Report.Text, Text("Namn."), Rules);
        Given(Report).Refusals(mask).ShouldBe([ConcernRefusals.WordsNotFound]);
        Given(Report).Refusals(mask with { PresentText = Text("") })
            .ShouldBe([ConcernRefusals.TextErased, ConcernRefusals.WordsNotFound]);
    }

    [Fact]
    public void A_confirmed_duplicate_weighs_nothing_until_it_is_unlinked()
    {
        ConcernCommand[] linked =
            [Report, Assess, new ConcernCommand.LinkToConcern(IdOf(8), IdOf(9), ConcernLinkKind.Duplicate)];
        ConcernFacts.WeightingOf(Given(linked)).ShouldBe(Oversight.Risk.ConcernWeighting.Nothing);
        ConcernFacts.WeightingOf(Given([.. linked, new ConcernCommand.UnlinkConcern(IdOf(9))]))
            .ShouldBe(Oversight.Risk.ConcernWeighting.Assessed);
        Given(Report).Refusals(new ConcernCommand.LinkToConcern(IdOf(8), IdOf(8), ConcernLinkKind.SameEvent))
            .ShouldBe([ConcernRefusals.LinkToItself]);
    }
}
