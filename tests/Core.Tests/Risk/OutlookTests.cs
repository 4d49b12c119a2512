using Oversight.Risk;
using static Oversight.Core.Tests.RiskAnalyses.TestRisk;

namespace Oversight.Core.Tests.RiskAnalyses;

public class OutlookTests
{
    private static readonly ConcernFact[] Grave =
        [.. Enumerable.Range(0, 6).Select(i => Concern($"g{i}", "enheten", severity: 4, reporter: $"r{i}"))];

    [Fact]
    public void Time_alone_lowers_the_class_and_the_month_is_told()
    {
        var outlook = Outlook.For(Unit("enheten"), Grave, Today, Model, Coordination);

        var day = outlook.ClassFalls.ShouldNotBeNull();
        day.AddDays(1).Day.ShouldBe(1);
        RiskAnalysis.OfUnit(Unit("enheten"), Grave, day, Model).Class.ShouldBe(outlook.FallsTo);
        RiskAnalysis.OfUnit(Unit("enheten"), Grave, new DateOnly(day.Year, day.Month, 1).AddDays(-1), Model).Class
            .ShouldBe(RiskAnalysis.OfUnit(Unit("enheten"), Grave, Today, Model).Class);
    }

    [Fact]
    public void A_quiet_unit_falls_no_further_and_is_shown_what_one_concern_would_do()
    {
        var outlook = Outlook.For(Unit("enheten", customers: 10), [], Today, Model, Coordination);

        outlook.ClassFalls.ShouldBeNull();
        outlook.WithOneMore.Highest!.Area.ShouldBe(Coordination);
        outlook.WithOneMore.Product.ShouldBeGreaterThan(1);
    }

    [Fact]
    public void The_effect_of_a_concern_is_the_difference_contribution_by_contribution()
    {
        var effect = ConcernEffect.Of(Unit("enheten"), Grave, Grave[0].ConcernId, Today, Model);

        effect.With.Concerns.ShouldBe(6);
        effect.Without.Concerns.ShouldBe(5);
        foreach (var axis in new[] { RiskAxis.Severity, RiskAxis.Likelihood })
        {
            var moved = effect.Changes.Where(change => change.Axis == axis).Sum(change => change.With - change.Without);
            moved.ShouldBe(Points(effect.With, axis) - Points(effect.Without, axis));
        }

        effect.Changes.ShouldContain(change => change.Contribution.ConcernId == Grave[0].ConcernId && change.With > 0);
    }

    [Fact]
    public void A_concern_about_another_unit_has_no_effect() =>
        ConcernEffect.Of(Unit("enheten"), Grave, IdOf("någon annan"), Today, Model).Changes.ShouldBeEmpty();

    [Fact]
    public void The_months_ahead_begin_with_the_end_of_this_one_and_on_its_last_day_with_the_next()
    {
        var strict = Model with
        {
            Severity = Model.Severity with { Levels = [3, 100, 200] },
            Classes = [new(new("lag"), "Låg", 1), new(new("hog"), "Hög", 2)],
        };
        DateOnly? Falls(DateOnly asOf) =>
            Outlook.For(Unit("enheten"), [Fading(asOf)], asOf, strict, Coordination).ClassFalls;

        // Its 3 points are the bound of level 2: it is below the day after.
        Falls(new DateOnly(2027, 2, 1)).ShouldBe(new DateOnly(2027, 2, 28));
        Falls(new DateOnly(2027, 2, 27)).ShouldBe(new DateOnly(2027, 2, 28));
        Falls(new DateOnly(2027, 2, 28)).ShouldBe(new DateOnly(2027, 3, 31));
        Falls(new DateOnly(2028, 2, 1)).ShouldBe(new DateOnly(2028, 2, 29));
    }

    [Fact]
    public void One_more_is_a_typical_concern_of_a_new_reporter_in_the_highest_area_that_somebody_has_judged()
    {
        var outlook = Outlook.For(Unit("enheten"), Grave, Today, Model, Coordination);
        outlook.Area.ShouldBe(Safety);
        outlook.Severity.ShouldBe(3);
        outlook.WithOneMore.Reporters.ShouldBe(7);
        outlook.WithOneMore.Concerns.ShouldBe(7);

        Outlook.For(
                Unit("enheten"), [Concern("a", "enheten", weighting: ConcernWeighting.Unassessed, consequence: Harm)],
                Today, Model, Coordination)
            .Area.ShouldBe(Coordination);
    }

    [Fact]
    public void A_concern_that_was_the_first_of_its_area_brings_all_of_it()
    {
        var only = Concern("ny", "enheten", severity: 4, area: Coordination);
        var effect = ConcernEffect.Of(Unit("enheten"), [.. Grave, only], only.ConcernId, Today, Model);

        effect.Changes.ShouldAllBe(change => change.Area == Coordination && change.Without == 0);
        effect.Changes.Select(change => change.Contribution.Rule).ShouldBe(
            [RiskRules.ConcernSeverity, RiskRules.ConcernCount, RiskRules.ExpectedCount]);
    }

    [Fact]
    public void What_another_concern_would_count_for_without_this_one_is_told_as_a_row_of_its_own()
    {
        var capped = Enumerable.Range(0, 4).Select(i => Concern($"l{i}", "enheten", daysAgo: 0)).ToArray();
        var counting = RiskAnalysis.OfUnit(Unit("enheten"), capped, Today, Model).Highest!.Severity.Contributions;
        var (first, last) = (counting[0].ConcernId!.Value, counting[3].ConcernId);

        var effect = ConcernEffect.Of(Unit("enheten"), capped, first, Today, Model);

        effect.Changes.Where(change => change.Contribution.ConcernId == last)
            .ShouldAllBe(change => change.With == 0 && change.Without > 0);
        effect.Changes.Count(change => change.Contribution.ConcernId == last).ShouldBe(2);
        effect.Changes.Where(change => change.Contribution.ConcernId == first)
            .ShouldAllBe(change => change.Without == 0 && change.With > 0);
    }

    [Fact]
    public void What_only_another_concern_brought_is_gone_with_it()
    {
        // Without the fresh one by r2, the older one of the same reporter is the reporter's heaviest.
        var fresh = Concern("ny", "enheten", daysAgo: 0, reporter: "r2");
        var effect = ConcernEffect.Of(
            Unit("enheten"),
            [Concern("a", "enheten", daysAgo: 0), fresh, Concern("b", "enheten", daysAgo: 180, reporter: "r2")],
            fresh.ConcernId, Today, Model);

        effect.Changes.ShouldContain(change => change.Contribution.Rule == RiskRules.FurtherReporter
            && change.Contribution.ConcernId == IdOf("b") && change.Without == 0.125m && change.With == 0);
        effect.Changes.ShouldAllBe(change => change.With != change.Without);
    }

    private static ConcernFact Fading(DateOnly asOf) => Concern("fading", "enheten", severity: 1) with
    {
        Received = asOf,
        Occurred = asOf,
        Severity = 2,
        Consequence = NoHarm,
    };

    private static decimal Points(UnitRisk risk, RiskAxis axis) =>
        axis == RiskAxis.Severity ? risk.Highest!.Severity.Points : risk.Highest!.Likelihood.Points;
}
