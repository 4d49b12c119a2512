using Oversight.Risk;
using static Oversight.Core.Tests.RiskAnalyses.TestRisk;

namespace Oversight.Core.Tests.RiskAnalyses;

public class OutlookTests
{
    private static readonly ConcernFact[] Grave = [.. Enumerable.Range(0, 6).Select(i => Concern($"g{i}", "enheten", severity: 4, reporter: $"r{i}"))];

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

    private static decimal Points(UnitRisk risk, RiskAxis axis) =>
        axis == RiskAxis.Severity ? risk.Highest!.Severity.Points : risk.Highest!.Likelihood.Points;
}
