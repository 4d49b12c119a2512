using Oversight.Concerns;
using Oversight.Core.Tests.SettingsChecks;
using Oversight.Risk;
using Oversight.Settings;
using Oversight.Waiting;
using static Oversight.Core.Tests.Concerns.ConcernScenario;

namespace Oversight.Core.Tests.Concerns;

/// <summary>
/// What others are told of a concern: the risk analysis, the loop that waits, and where its rules come from.
/// </summary>
public class ConcernFactTests
{
    private static readonly Id Concern = IdOf(8);
    private static readonly Id Other = IdOf(9);
    private static readonly ConcernCommand.Withdraw Withdraw = new(Reporter, Text("Misstag.", "withdraw"), Rules);

    [Fact]
    public void What_the_risk_analysis_is_told()
    {
        ConcernFacts.Of(Concern, Given(Report, Assess)).ShouldBe(new ConcernFact
        {
            ConcernId = Concern,
            Reference = Concern.Reference('S'),
            UnitId = Unit.UnitId,
            Board = Social,
            Occurred = Today.AddDays(-3),
            Received = Today,
            ReporterKey = Reporter,
            Weighting = ConcernWeighting.Assessed,
            Severity = 3,
            Area = new CodeId("trygghet"),
            Category = new CodeId("dokumentation"),
            Consequence = new CodeId("ej-verkstalld"),
            Source = $"concern-{Concern}@2",
        });
        ConcernFacts.Of(Concern, ConcernState.Initial).ShouldBeNull();
        ConcernFacts.WeightingOf(ConcernState.Initial).ShouldBe(ConcernWeighting.Nothing);
        ConcernFacts.WeightingOf(Given(Report)).ShouldBe(ConcernWeighting.Unassessed);
        ConcernFacts.WeightingOf(Given(Report, Propose)).ShouldBe(ConcernWeighting.Assessed);
        ConcernFacts.WeightingOf(Given(Report, Assess with { Outcome = ConcernOutcome.Unfounded }))
            .ShouldBe(ConcernWeighting.Nothing);
        ConcernFacts.WeightingOf(Given(Report with { PossibleDuplicateOf = Other }))
            .ShouldBe(ConcernWeighting.Unassessed);
    }

    [Fact]
    public void Concerns_are_counted_from_the_first_to_the_last_day_in_the_order_of_units()
    {
        ConcernFact Fact(ConcernUnit unit, DateOnly received) =>
            ConcernFacts.Of(Concern, Given(Report, Assess))! with { UnitId = unit.UnitId, Received = received };
        var counts = ConcernCounts.PerUnit(
            [Fact(OtherUnit, Today), Fact(Unit, Today.AddDays(-9)), Fact(Unit, Today.AddDays(-10)),
                Fact(Unit, Today.AddDays(1))],
            Today.AddDays(-9), Today);
        counts.ShouldBe([new ConcernCount(Unit.UnitId, 1, 1), new ConcernCount(OtherUnit.UnitId, 1, 1)]);
    }

    [Fact]
    public void What_wakes_the_loop_is_a_proposal_its_end_and_who_falls_away()
    {
        var assessed = (ConcernEvent.Assessed)Given(Report).Happening(Assess).Single();
        ConcernAwaiting.IsChangedBy(assessed).ShouldBeFalse("a first assessment ends no wait");
        ConcernAwaiting.IsChangedBy(assessed with { Number = 2 }).ShouldBeTrue();
        ConcernAwaiting.IsChangedBy(Given(Report).Happening(Propose).Single()).ShouldBeTrue();
        ConcernAwaiting.IsChangedBy(Given(Report, Propose).Happening(Approve).Single()).ShouldBeTrue();
        ConcernAwaiting.IsChangedBy(Given(Report).Happening(Withdraw).Single()).ShouldBeFalse();
        ConcernAwaiting.CommandFor(new DueStep("decision-1", "remind", Today), Rules)
            .ShouldBe(new ConcernCommand.RemindOfDecision());
        ConcernAwaiting.CommandFor(new DueStep("decision-1", "escalate", Today), Rules)
            .ShouldBe(new ConcernCommand.EscalateDecision(Rules));
        Should.Throw<InvalidOperationException>(
            () => ConcernAwaiting.CommandFor(new DueStep("decision-1", "dance", Today), Rules))
            .Message.ShouldContain("dance");
    }

    [Fact]
    public void Those_in_conflict_are_told_with_what_is_awaited()
    {
        var declare = new ConcernCommand.DeclareConflictOfInterest(Text("Närstående.", "conflict"), Rules);
        ConcernAwaiting.Of(Given(Report, Propose)).Answers.Single().NotBy.ShouldBeEmpty();
        ConcernAwaiting.Of(Given(Report, Propose, declare)).Answers.Single().NotBy.ShouldBe(["u1"]);
        Given(Report, Propose).Refusals(declare with { Reason = Text("") }).ShouldBe([ConcernRefusals.ReasonRequired]);
    }

    [Fact]
    public void The_rules_are_those_of_the_settings_and_of_the_day()
    {
        var settings = ValidSettings.Valid with
        {
            Limits = new Limits(1, 2, 3, 4, 5, 6, 7, 8, 9),
            TriggeredReviewRules =
            [
                new TriggeredReviewRules(Today, Role.ProcessOwner, 9, 8, 1),
                new TriggeredReviewRules(Today.AddYears(-1), Role.ProcessOwner, 5, 4, 1),
            ],
        };
        var rules = ConcernRules.From(settings);
        rules.Boards.ShouldBe([ValidSettings.Social, ValidSettings.Elder]);
        new[] { rules.Services, rules.Consequences, rules.Kinds, rules.Categories,
            rules.QualityAreas }.Select(list => list.Name)
            .ShouldBe(
            ["services", "concern-consequences", "concern-kinds", "concern-categories", "quality-areas"]);
        rules.Limits.ShouldBe(new ConcernLimits(3, 4, 2, 6, 5));
        rules.TriggeredReviewsOn(Today).DecisionDays.ShouldBe(9);
        rules.TriggeredReviewsOn(Today.AddDays(-1)).DecisionDays.ShouldBe(5);
        Should.Throw<InvalidOperationException>(() => rules.TriggeredReviewsOn(Today.AddYears(-2))).Message
            .ShouldContain("2024-11-20");
    }
}
