using Oversight.Risk;
using static Oversight.Core.Tests.RiskAnalyses.TestRisk;

namespace Oversight.Core.Tests.RiskAnalyses;

public class OutlookTests
{
    private static readonly ConcernFact[] Grave =
        [.. Enumerable.Range(0, 9).Select(i => Concern($"g{i}", "enheten", 5, severity: 4, reporter: $"r{i}"))];

    private static readonly Usual WithGrave = Usual.Of([Unit("enheten")], Grave, Today, Model);

    [Fact]
    public void Time_alone_lowers_the_class_and_the_month_is_told()
    {
        var outlook = Outlook.For(Unit("enheten"), Grave, WithGrave, Coordination);

        var day = outlook.ClassFalls.ShouldNotBeNull();
        day.AddDays(1).Day.ShouldBe(1);
        outlook.FallsTo!.FromProduct.ShouldBeLessThan(Analyse(Unit("enheten"), Grave).Class.FromProduct);
    }

    [Fact]
    public void A_quiet_unit_falls_no_further_and_is_shown_what_one_concern_would_do()
    {
        var outlook = Outlook.For(
            Unit("enheten", customers: 10), [], Usual.Of([Unit("enheten")], [], Today, Model), Coordination);

        outlook.ClassFalls.ShouldBeNull();
        outlook.Area.ShouldBe(Coordination);
        outlook.WithOneMore.Product.ShouldBeGreaterThan(1);
    }

    [Fact]
    public void The_effect_of_a_concern_is_the_difference_contribution_by_contribution()
    {
        var effect = ConcernEffect.Of(Unit("enheten"), Grave, Grave[0].ConcernId, WithGrave);

        effect.With.Concerns.ShouldBe(9);
        effect.Without.Concerns.ShouldBe(8);
        foreach (var axis in new[] { RiskAxis.Severity, RiskAxis.Likelihood })
        {
            var moved = effect.Changes.Where(change => change.Axis == axis && change.Area == RiskAreas.Whole)
                .Sum(change => change.With - change.Without);
            moved.ShouldBe(Points(effect.With, axis) - Points(effect.Without, axis));
        }

        effect.Changes.ShouldContain(change => change.Contribution.ConcernId == Grave[0].ConcernId && change.With > 0);
    }

    [Fact]
    public void A_concern_about_another_unit_has_no_effect() =>
        ConcernEffect.Of(Unit("enheten"), Grave, IdOf("någon annan"), WithGrave).Changes.ShouldBeEmpty();

    [Fact]
    public void One_more_is_a_typical_concern_of_a_new_reporter_in_the_highest_area_that_somebody_has_judged()
    {
        var outlook = Outlook.For(Unit("enheten"), Grave, WithGrave, Coordination);
        outlook.Area.ShouldBe(Safety);
        outlook.Severity.ShouldBe(3);
        outlook.WithOneMore.Reporters.ShouldBe(10);
        outlook.WithOneMore.Concerns.ShouldBe(10);

        ConcernFact[] open = [Concern("a", "enheten", weighting: ConcernWeighting.Unassessed, consequence: Harm)];
        Outlook.For(Unit("enheten"), open, Usual.Of([Unit("enheten")], open, Today, Model), Coordination).Area
            .ShouldBe(Coordination);
    }

    [Fact]
    public void A_concern_that_was_the_first_of_its_area_brings_all_of_it()
    {
        var only = Concern("ny", "enheten", severity: 4, area: Coordination);
        ConcernFact[] all = [.. Grave, only];
        var effect = ConcernEffect.Of(
            Unit("enheten"), all, only.ConcernId, Usual.Of([Unit("enheten")], all, Today, Model));

        effect.Changes.Where(change => change.Area == Coordination).ShouldAllBe(change => change.Without == 0);
        effect.Changes.Select(change => change.Contribution.Rule).ShouldContain(RiskRules.MoreOftenUsual);
    }

    [Fact]
    public void What_another_concern_would_count_for_without_this_one_is_told_as_a_row_of_its_own()
    {
        // Five customers: one voice is heard 0.6 in a month, the newest first.
        ConcernFact[] two = [Concern("ny", "enheten", 1, severity: 1), Concern("äldre", "enheten", 9, severity: 1)];
        var unit = Unit("enheten", customers: 5);

        var effect = ConcernEffect.Of(unit, two, IdOf("ny"), Usual.Of([unit], two, Today, Model));

        effect.Changes.ShouldContain(change => change.Contribution.Reference == "äldre" && change.With == 0
            && change.Without > 0 && change.Axis == RiskAxis.Likelihood);
        effect.Changes.ShouldAllBe(change => change.With != change.Without);
    }

    private static decimal Points(UnitRisk risk, RiskAxis axis) =>
        axis == RiskAxis.Severity ? Whole(risk).Severity.Points : Whole(risk).Likelihood.Points;
}
