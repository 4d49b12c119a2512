using Oversight.Concerns;
using Oversight.Risk;
using Oversight.Settings;
using static Oversight.Core.Tests.Concerns.ConcernScenario;

namespace Oversight.Core.Tests.Concerns;

/// <summary>
/// What each operation leaves behind: in the file, in the reporter's list of steps, and in what the concern weighs.
/// </summary>
public class ChangedFileTests
{
    private static readonly ConcernCommand.Report Unknown = Report with
    { Place = new ConcernPlace.Unknown(Text("Firman"), Social) };

    [Fact]
    public void A_correction_takes_over_what_differs_alone_and_weighs_anew_unless_it_was_the_words()
    {
        var unclear = Correct(occurred: Occurrence.Unclear, consequence: Report.Consequence);
        Given(Report).Happening(unclear).ShouldHaveSingleItem()
            .ShouldBe(new ConcernEvent.Corrected(Today, null, Occurrence.Unclear, null, true, unclear.Reason.Kept));
        var harmless = Correct(occurred: Report.Occurred, consequence: new CodeId("ingen")) with { ReporterKey = null };
        Given(Report).Happening(harmless).ShouldHaveSingleItem()
            .ShouldBe(new ConcernEvent.Corrected(Today, null, null, new CodeId("ingen"), false, harmless.Reason.Kept));

        Given(Report, unclear).FileOrNone!.WeighedAt.ShouldBe(2);
        Given(Report, harmless).FileOrNone!.ShouldSatisfyAllConditions(
            file => file.WeighedAt.ShouldBe(2), file => file.Consequence.ShouldBe(new CodeId("ingen")),
            file => file.Occurred.ShouldBe(Report.Occurred), file => file.Text.Reference.ShouldBe(Report.Text.Kept));
        var words = Given(Report, Correct(text: Text("Ingen kom i onsdags.", "report-2"))).FileOrNone!;
        (words.Version, words.WeighedAt, words.Consequence).ShouldBe((2, 1, Report.Consequence!.Value));
    }

    [Fact]
    public void A_correction_of_nothing_is_refused() =>
        Given(Report).Refusals(Correct(Report.Text, Report.Occurred, Report.Consequence))
            .ShouldBe([ConcernRefusals.NothingToCorrect]);

    [Fact]
    public void What_was_hidden_in_a_text_is_not_hidden_in_the_one_that_replaced_it()
    {
        var mask = new ConcernCommand.Mask("tisdags", Report.Text, Text("Namn."), Rules);
        var masked = Given(Report).Happening(mask);
        var corrected = Given(Report)
            .After(Given(Report).Happening(Correct(text: Text("Ingen kom i onsdags.", "report-2"))));

        corrected.After(masked).FileOrNone!.Text.Masks.ShouldBeEmpty();
        Given(Report).After(masked).FileOrNone!.Text.Masks.ShouldHaveSingleItem();
        corrected.Refusals(mask).ShouldBe([ConcernRefusals.WordsNotFound]);
    }

    [Fact]
    public void A_concern_is_moved_to_a_board_that_finds_out_the_unit_and_keeps_what_was_said_of_it()
    {
        var toElder = RefusedFieldTests.Move(new ConcernPlace.Unknown(Text("Bolaget vid ån"), Elder));
        var moved = Given(Unknown, toElder).FileOrNone!;
        (moved.Board, moved.Unit, moved.UnknownProvider).ShouldBe((Elder, null, Text("Bolaget vid ån").Kept));
        Given(Report, toElder).FileOrNone!.Unit.ShouldBeNull();
        Given(Unknown, RefusedFieldTests.Move(new ConcernPlace.AtUnit(OtherUnit))).FileOrNone!.UnknownProvider
            .ShouldBe(Text("Firman").Kept);

        Given(Unknown).Refusals(RefusedFieldTests.Move(new ConcernPlace.Unknown(Text("Annan"), Social)))
            .ShouldBe([ConcernRefusals.SamePlace]);
        Given(Report).Happening(RefusedFieldTests.Move(new ConcernPlace.Unknown(Text("Annan"), Social)))
            .ShouldHaveSingleItem();
        Given(Unknown).Refusals(RefusedFieldTests.Move(new ConcernPlace.NotChosen()))
            .ShouldBe([ConcernRefusals.UnitRequired]);
    }

    [Fact]
    public void An_assessment_with_another_unit_moves_the_concern_there()
    {
        var same = UnitOf(3, Social);
        Given(Unknown).Happening(Assess with { Unit = new ConcernPlace.AtUnit(same) })[0]
            .ShouldBeOfType<ConcernEvent.LinkedToUnit>();
        Given(Report).Happening(Assess with { Unit = new ConcernPlace.AtUnit(same) })[0]
            .ShouldBeOfType<ConcernEvent.Moved>();
        Given(Unknown).Happening(Assess with { Unit = new ConcernPlace.AtUnit(OtherUnit) })[0]
            .ShouldBeOfType<ConcernEvent.Moved>();
        Given(Report).Happening(Assess with { Unit = new ConcernPlace.AtUnit(Unit) }).ShouldHaveSingleItem();
        Given(Report).Happening(Assess).Single().ShouldBeOfType<ConcernEvent.Assessed>().Awaits.ShouldBeNull();
        Given(Report).Happening(Assess with { Severity = 4 }).ShouldHaveSingleItem();
        Given(Report).Happening(Assess with { Severity = 1 }).ShouldHaveSingleItem();
    }

    [Fact]
    public void The_reporter_sees_step_by_step_what_became_of_it()
    {
        Given(
                Report, Correct(text: Text("Mer.", "report-2")), Assess, Propose, new ConcernCommand.RemindOfDecision(),
                Approve with { Approved = false })
            .FileOrNone!.Steps.Select(step => step.Kind).ShouldBe(
            [
                ConcernStepKind.Received, ConcernStepKind.Corrected, ConcernStepKind.Assessed,
                ConcernStepKind.ReviewProposed, ConcernStepKind.ReviewDeclined,
            ]);
        Given(Unknown, new ConcernCommand.LinkToUnit(new ConcernPlace.AtUnit(Unit)), Propose, Approve).FileOrNone!.Steps
            .Select(step => step.Kind).ShouldBe(
            [
                ConcernStepKind.Received, ConcernStepKind.Linked, ConcernStepKind.ReviewProposed,
                ConcernStepKind.ReviewDecided,
            ]);
    }

    [Fact]
    public void A_concern_is_linked_once_to_another_and_unlinked_from_that_one_alone()
    {
        ConcernCommand.LinkToConcern Link(byte other, ConcernLinkKind kind) => new(IdOf(1), IdOf(other), kind);
        ConcernCommand[] two = [Report, Link(8, ConcernLinkKind.SameEvent), Link(9, ConcernLinkKind.Duplicate)];

        Given(two).Happening(Link(8, ConcernLinkKind.SameEvent)).ShouldBeEmpty();
        Given([.. two, Link(8, ConcernLinkKind.Duplicate)]).FileOrNone!.Links.ShouldBe(
            [new ConcernLink(IdOf(9), ConcernLinkKind.Duplicate), new ConcernLink(IdOf(8), ConcernLinkKind.Duplicate)]);
        Given([.. two, new ConcernCommand.UnlinkConcern(IdOf(9))]).FileOrNone!.Links
            .ShouldBe([new ConcernLink(IdOf(8), ConcernLinkKind.SameEvent)]);
        Given(two).Refusals(new ConcernCommand.UnlinkConcern(IdOf(7))).ShouldBe([ConcernRefusals.NotLinked]);
        Given(two).FileOrNone!.WeighedAt.ShouldBe(3);
    }

    [Fact]
    public void The_rules_for_a_proposed_review_are_those_of_the_day_and_the_newest_of_them()
    {
        TriggeredReviewRules From(int year, int days) => new(new DateOnly(year, 1, 1), Role.ProcessOwner, days, 7, 3);
        var rules = Rules with { TriggeredReviews = [From(2015, 14), From(2026, 20), From(2027, 30)] };

        rules.TriggeredReviewsOn(new DateOnly(2026, 11, 20)).DecisionDays.ShouldBe(20);
        rules.TriggeredReviewsOn(new DateOnly(2027, 1, 1)).DecisionDays.ShouldBe(30);
        Should.Throw<InvalidOperationException>(() => rules.TriggeredReviewsOn(new DateOnly(2014, 12, 31)))
            .Message.ShouldContain("2014-12-31");
    }

    [Fact]
    public void The_loop_is_woken_by_what_changes_whose_turn_it_is()
    {
        bool Wakes(ConcernState state, ConcernCommand command) =>
            state.Happening(command).Any(ConcernAwaiting.IsChangedBy);

        Wakes(Given(Report), Propose).ShouldBeTrue();
        Wakes(Given(Report), Assess).ShouldBeFalse();
        Wakes(Given(Report, Propose), Assess).ShouldBeTrue();
        Wakes(Given(Report, Propose), Approve).ShouldBeTrue();
        Wakes(Given(Report), Correct(text: Text("Mer.", "report-2"))).ShouldBeFalse();
    }

    [Fact]
    public void Units_are_counted_in_the_order_of_their_ids_and_the_first_day_counts()
    {
        ConcernFact Fact(byte unit, int daysAgo) => ConcernFacts.Of(
            IdOf(9), Given(Report with { Place = new ConcernPlace.AtUnit(UnitOf(unit, Social)) }))! with
        { Received = Today.AddDays(-daysAgo) };
        ConcernCounts.PerUnit([Fact(5, 10), Fact(3, 0), Fact(4, 11)], Today.AddDays(-10), Today)
            .Select(count => count.UnitId)
            .ShouldBe(new[] { IdOf(3), IdOf(5) }.OrderBy(id => id.Value, StringComparer.Ordinal));
    }

    private static ConcernCommand.Correct Correct(
        WrittenText? text = null, Occurrence? occurred = null, CodeId? consequence = null) =>
        new(text, occurred, consequence, Reporter, Text("Fel i anmälan.", "why"), Rules);
}
