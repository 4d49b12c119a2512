using FsCheck.Xunit;
using Oversight.Risk;
using static Oversight.Core.Tests.RiskAnalyses.TestRisk;

namespace Oversight.Core.Tests.RiskAnalyses;

/// <summary>What the charts of the risk show.</summary>
[Trait("Requirement", "R53")]
public class ChartTests
{
    [Fact]
    public void A_small_unit_may_be_far_from_the_middle_by_chance_and_a_large_one_not()
    {
        var funnel = Funnel.Of(Ranked(("liten", 5, 2), ("stor", 400, 60), ("lugn", 400, 10), ("okänd", null, 3)));

        funnel.Middle.ShouldBe(100m * 72 / 805);
        funnel.Unknown.ShouldBe(1);
        funnel.Points.Select(point => (point.Risk.Unit.Name, point.PerHundred, point.Place)).ShouldBe(
        [
            ("liten", 40m, FunnelPlace.Above), ("lugn", 2.5m, FunnelPlace.Below), ("stor", 15m, FunnelPlace.FarAbove),
        ], ignoreOrder: true);
        funnel.Limit(1, -Funnel.Outer).ShouldBe(0);
    }

    [Fact]
    public void Without_customers_there_is_nothing_to_compare() =>
        Funnel.Of(Ranked(("okänd", null, 3), ("tom", 0, 1))).ShouldSatisfyAllConditions(
            funnel => funnel.Middle.ShouldBe(0), funnel => funnel.Points.ShouldBeEmpty(),
            funnel => funnel.Unknown.ShouldBe(2));

    [Property]
    public bool The_limits_close_as_a_unit_grows(byte concerns, byte size)
    {
        var funnel = Funnel.Of(Ranked(("ena", 1 + size, concerns % 12)));
        return funnel.Limit(10 + size, Funnel.Inner) <= funnel.Limit(1 + size, Funnel.Inner)
            && funnel.Limit(10 + size, -Funnel.Inner) >= funnel.Limit(1 + size, -Funnel.Inner)
            && funnel.Limit(1 + size, Funnel.Inner) <= funnel.Limit(1 + size, Funnel.Outer);
    }

    [Fact]
    public void The_trend_has_every_month_of_two_years_and_tells_grave_and_dismissed_apart()
    {
        ConcernFact[] concerns =
        [
            Concern("a", "ena", 0, severity: 3), Concern("b", "ena", 1), Concern("c", "ena", 1, severity: 4),
            Concern("d", "ena", 1, weighting: ConcernWeighting.Nothing, severity: 4), Concern("e", "ena", -1),
            Concern("f", "ena", 1000), Concern("g", "ena", 700, weighting: ConcernWeighting.Unassessed),
        ];
        var trend = ConcernTrend.Of(concerns, Today);

        (trend.Count, trend[0].Month, trend[^1].Month).ShouldBe((24, new(2025, 3, 1), new(2027, 2, 1)));
        trend.Where(month => month.Counted + month.Dismissed > 0).ShouldBe(
        [
            new TrendMonth(new(2025, 3, 1), 1, 0, 0), new TrendMonth(new(2027, 1, 1), 2, 1, 1),
            new TrendMonth(new(2027, 2, 1), 1, 1, 0),
        ]);
    }

    private static IReadOnlyList<UnitRisk> Ranked(params (string Name, int? Customers, int Concerns)[] units) =>
        RiskAnalysis.Of(
            units.Select(unit => Unit(unit.Name, unit.Customers)),
            units.SelectMany(unit => Enumerable.Range(0, unit.Concerns)
                .Select(i => Concern($"{unit.Name}{i}", unit.Name, 3, $"r{i}"))), Today, Model);
}
