using System.Globalization;
using Oversight.Risk;
using static Oversight.Core.Tests.RiskAnalyses.TestRisk;

namespace Oversight.Core.Tests.RiskAnalyses;

/// <summary>
/// Each point with its rule, its arguments and its source: what pages and stored plans explain a risk with.
/// </summary>
[Trait("Requirement", "R53")]
public class ContributionTests
{
    [Fact]
    public void A_concern_on_both_axes()
    {
        var area = Analyse(Unit("ena", customers: 10), Concern("a", "ena", daysAgo: 0, severity: 4, consequence: Harm));
        Written(area.Severity).ShouldBe(["concern-severity 11.5 a 4 assessed skada 1 1"]);
        // 10 customers, 1 a year for 100, half-life 180 days: 0.071098 are expected.
        Written(area.Likelihood)
            .ShouldBe(["concern-count 0.966241 a 1 0.966241", "expected-count -0.068697802618 - 0.071098 10"]);
        var contribution = area.Severity.Contributions[0];
        (contribution.Source, contribution.Reference, contribution.Date)
            .ShouldBe(($"concern-{IdOf("a")}/2", IdOf("a").Reference('S'), Today));
    }

    [Fact]
    public void An_unassessed_concern_counts_half_with_the_severity_of_its_consequence()
    {
        var area = Analyse(Unit("ena"),
            Concern("a", "ena", daysAgo: 0, weighting: ConcernWeighting.Unassessed, consequence: Harm));
        Written(area.Severity).ShouldBe(["concern-severity 3.75 a 3 assumed skada 0.5 1"]);
        area.Likelihood.Contributions[0].Arguments[0].ShouldBe("0.5");
        var unheard = Analyse(Unit("ena"),
            Concern("a", "ena", daysAgo: 0, weighting: ConcernWeighting.Unassessed, consequence: new CodeId("okand")));
        Written(unheard.Severity).ShouldBe(["concern-severity 0.5 a 1 assumed okand 0.5 1"]);
    }

    [Fact]
    public void The_next_ones_count_by_a_falling_share_and_the_fourth_not_at_all()
    {
        var area = Analyse(
            Unit("ena"),
            [.. Enumerable.Range(1, 4)
                .Select(i => Concern($"{i}", "ena", daysAgo: 0, reporter: $"r{i}", severity: 5 - i))]);
        Written(area.Severity).ShouldBe(
        [
            "concern-severity 10 1 4 assessed ingen 1 1", "concern-severity 3.0 2 3 assessed ingen 1 0.5",
            "concern-severity 0.75 3 2 assessed ingen 1 0.25", "beyond-gravest 0 4 3",
        ]);
        (area.Severity.Points, area.Severity.Level).ShouldBe((13.75m, 4));
    }

    [Fact]
    public void Of_one_reporter_the_heaviest_count_on_each_axis()
    {
        var area = Analyse(Unit("ena"),
            [.. Enumerable.Range(1, 4).Select(i => Concern($"{i}", "ena", daysAgo: 0, severity: 5 - i))]);
        Written(area.Severity)[3].ShouldBe("reporter-cap 0 4 3");
        area.Likelihood.Contributions.Count(contribution => contribution.Rule == RiskRules.ConcernCount).ShouldBe(3);
        var capped = area.Likelihood.Contributions.Single(contribution => contribution.Rule == RiskRules.ReporterCap);
        (capped.Points, capped.Arguments.Single()).ShouldBe((0m, "3"));
    }

    [Fact]
    public void Reporters_and_months_beyond_the_first_add_points()
    {
        var area = Analyse(
            Unit("ena"), Concern("a", "ena", daysAgo: 0), Concern("b", "ena", daysAgo: 180, reporter: "r2"),
            Concern("c", "ena", daysAgo: 360));
        Written(area.Likelihood)[4..].ShouldBe(
            ["further-reporter 0.125 b 0.5", "further-month 0.125 b 2026-08 0.5",
                "further-month 0.0625 c 2026-02 0.25"]);
    }

    [Fact]
    public void At_most_so_many_months_count_as_the_model_has()
    {
        var concerns = Enumerable.Range(0, 9).Select(i => Concern($"{i}", "ena", daysAgo: i * 31, reporter: $"r{i}"))
            .ToArray();
        Analyse(Unit("ena"), concerns).Likelihood.Contributions
            .Count(contribution => contribution.Rule == RiskRules.FurtherMonth)
            .ShouldBe(6);
        Analyse(Unit("ena"), concerns).Likelihood.Contributions
            .Count(contribution => contribution.Rule == RiskRules.FurtherReporter)
            .ShouldBe(8);
    }

    [Fact]
    public void The_same_month_of_another_year_is_another_month()
    {
        var area = Analyse(Unit("ena"), Concern("a", "ena", daysAgo: 0), Concern("b", "ena", daysAgo: 365));
        area.Likelihood.Contributions.Count(contribution => contribution.Rule == RiskRules.FurtherMonth).ShouldBe(1);
    }

    [Fact]
    public void What_was_dismissed_stands_with_nothing_and_takes_no_place()
    {
        var dismissed = Concern("d", "ena", daysAgo: 0, severity: 4, weighting: ConcernWeighting.Nothing);
        var area = Analyse(Unit("ena"), dismissed, Concern("a", "ena", daysAgo: 0, severity: 1));
        Written(area.Severity).ShouldBe(["concern-severity 1 a 1 assessed ingen 1 1", "dismissed 0 d"]);
        area.Likelihood.Contributions.Count(
            contribution => contribution.Rule is RiskRules.FurtherReporter or RiskRules.FurtherMonth)
            .ShouldBe(0);
        Written(Analyse(Unit("ena"), dismissed).Likelihood).ShouldBe(["dismissed 0 d"]);
    }

    [Fact]
    public void No_more_is_taken_off_than_was_counted()
    {
        var area = Analyse(Unit("ena", customers: 2000), Concern("a", "ena", daysAgo: 0));
        area.Likelihood.Points.ShouldBe(0);
        area.Likelihood.Level.ShouldBe(1);
    }

    [Theory]
    [InlineData(null, "5")]
    [InlineData(0, "5")]
    [InlineData(5, "5")]
    [InlineData(6, "6")]
    public void A_unit_counts_as_having_some_customers(int? customers, string countedWith) =>
        Analyse(Unit("ena", customers), Concern("a", "ena")).Likelihood.Contributions[^1].Arguments[1]
            .ShouldBe(countedWith);

    [Fact]
    public void A_late_notice_has_no_arguments_and_stands_only_in_its_area()
    {
        var risk = RiskAnalysis.OfUnit(Unit("ena", lateNotice: true),
            [Concern("a", "ena"), Concern("b", "ena", area: Coordination)], Today, Model);
        var coordination = risk.Areas.Single(area => area.Area == Coordination);
        coordination.Severity.Contributions[0].ShouldBe(
            new Contribution(RiskRules.ManagerChange, 1, risk.Unit.Source, null, null, null,
                coordination.Severity.Contributions[0].Arguments));
        coordination.Severity.Contributions[0].Arguments.ShouldBeEmpty();
        coordination.Likelihood.Contributions[0].Points.ShouldBe(0.75m);
        risk.Areas.Single(area => area.Area == Safety).Severity.Contributions
            .ShouldAllBe(part => part.Rule != RiskRules.ManagerChange);
        risk.Areas.ShouldAllBe(area => area.Points == area.Severity.Points + area.Likelihood.Points);
    }

    [Theory]
    [InlineData(1, 0, "")]
    [InlineData(1, 1, "MostlyUnassessed")]
    [InlineData(2, 1, "MostlyUnassessed SingleReporter")]
    [InlineData(3, 1, "SingleReporter")]
    [InlineData(0, 0, "")]
    public void What_makes_a_result_less_certain(int concerns, int unassessed, string uncertainties)
    {
        var all = Enumerable.Range(0, concerns)
            .Select(i => Concern($"{i}", "ena", weighting: i < unassessed
                ? ConcernWeighting.Unassessed
                : ConcernWeighting.Assessed));
        string.Join(' ', RiskAnalysis.OfUnit(Unit("ena"), all, Today, Model).Uncertainties).ShouldBe(uncertainties);
    }

    [Fact]
    public void Concerns_are_counted_with_their_reporters_and_those_that_weigh_nothing_are_not()
    {
        var risk = RiskAnalysis.OfUnit(
            Unit("ena"),
            [
                Concern("a", "ena"), Concern("b", "ena", reporter: "r2"),
                Concern("c", "ena", reporter: "r2", weighting: ConcernWeighting.Unassessed),
                Concern("d", "ena", reporter: "r3", weighting: ConcernWeighting.Nothing),
            ], Today, Model);
        (risk.Concerns, risk.Unassessed, risk.Reporters).ShouldBe((3, 1, 2));
        risk.Uncertainties.ShouldBeEmpty();
    }

    [Fact]
    public void A_level_begins_at_its_bound()
    {
        // Severity 2 gives 3 points, 2 and 4.5 are the bounds; one point is below both.
        Analyse(Unit("ena"), Concern("a", "ena", daysAgo: 0, severity: 1)).Severity.Level.ShouldBe(1);
        var bound = Model with { Severity = Model.Severity with { Levels = [1, 3, 3.01m] } };
        RiskAnalysis.OfUnit(Unit("ena"), [Concern("a", "ena", daysAgo: 0)], Today, bound).Highest!.Severity.Level
            .ShouldBe(3);
    }

    [Fact]
    public void A_unit_counts_on_its_first_and_last_day()
    {
        int Units(DateOnly from, DateOnly? to) =>
            RiskAnalysis.Of([Unit("ena") with { ValidFrom = from, ValidTo = to }], [], Today, Model).Count;
        Units(Today, Today).ShouldBe(1);
        Units(Today.AddDays(1), null).ShouldBe(0);
        Units(Today.AddDays(-1), Today.AddDays(-1)).ShouldBe(0);
        Units(Today, null).ShouldBe(1);
    }

    [Fact]
    public void A_concern_that_is_received_on_the_day_counts_and_one_of_tomorrow_does_not_age_backwards()
    {
        RiskAnalysis.OfUnit(Unit("ena"), [Concern("a", "ena", daysAgo: 0)], Today, Model).Concerns.ShouldBe(1);
        var ahead = Concern("a", "ena", daysAgo: 0, severity: 1) with { Occurred = Today.AddDays(5) };
        RiskAnalysis.OfUnit(Unit("ena"), [ahead], Today, Model).Highest!.Severity.Points.ShouldBe(1);
    }

    [Fact]
    public void The_order_is_by_product_then_points_then_id()
    {
        UnitRisk Risk(string name, params ConcernFact[] concerns) =>
            RiskAnalysis.OfUnit(Unit(name), concerns, Today, Model);
        var grave = Risk("a", Concern("g", "a", severity: 4), Concern("h", "a", severity: 4, reporter: "r2"));
        var fresh = Risk("b", Concern("f", "b", daysAgo: 1, severity: 1));
        var older = Risk("c", Concern("o", "c", daysAgo: 90, severity: 1));
        var (one, other) = (Risk("d"), Risk("e"));
        new[] { older, fresh, grave }.Order(RiskOrder.HighestFirst).ShouldBe([grave, fresh, older]);
        RiskOrder.HighestFirst.Compare(one, other)
            .ShouldBe(string.CompareOrdinal(one.Unit.UnitId.Value, other.Unit.UnitId.Value));
        RiskOrder.HighestFirst.Compare(one, one).ShouldBe(0);
        Should.Throw<ArgumentNullException>(() => RiskOrder.HighestFirst.Compare(null, one));
        Should.Throw<ArgumentNullException>(() => RiskOrder.HighestFirst.Compare(one, null));
        (one.Product, one.Points, one.Highest).ShouldBe((1, 0m, null));
    }

    [Fact]
    public void Areas_stand_highest_first_and_equal_ones_by_their_code()
    {
        var risk = RiskAnalysis.OfUnit(
            Unit("ena"),
            [Concern("a", "ena", area: Safety), Concern("b", "ena", area: Coordination),
                Concern("c", "ena", severity: 4, area: new("a"))],
            Today, Model);
        risk.Areas.Select(area => area.Area.Value).ShouldBe(["a", "helhetssyn-samordning", "trygghet-sakerhet"]);
        risk.Class.ShouldBe(Model.ClassOf(risk.Areas[0].Product));
    }

    private static AreaRisk Analyse(UnitFact unit, params ConcernFact[] concerns) =>
        RiskAnalysis.OfUnit(unit, concerns, Today, Model).Highest!;

    /// <summary>Rule, points, the concern's name and the arguments.</summary>
    private static string[] Written(AxisRisk axis) =>
    [
        .. axis.Contributions.Select(part => string.Join(' ',
        [
            part.Rule, part.Points.ToString(CultureInfo.InvariantCulture), Name(part.ConcernId), .. part.Arguments,
        ])),
    ];

    private static string Name(Id? concern) =>
        concern is null ? "-" : new[] { "a", "b", "c", "d", "1", "2", "3", "4" }.Single(name => IdOf(name) == concern);
}
