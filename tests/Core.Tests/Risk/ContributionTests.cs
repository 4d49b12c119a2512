using Oversight.Risk;
using static Oversight.Core.Tests.RiskAnalyses.TestRisk;

namespace Oversight.Core.Tests.RiskAnalyses;

/// <summary>
/// Each point with its rule, its arguments and its source, worked out by hand: what pages and stored plans explain a
/// risk with.
/// </summary>
[Trait("Requirement", "R53")]
public class ContributionTests
{
    /// <summary>
    /// 50 customers at 20 a year and 100 give 10 a year: 4.928 in the 180 days of the window, half of that by nearness
    /// (2.464); the spread is the root of 10 x 0.1643 + 0.8 x 2/3 = 1.4751, so a whole concern gives 0.6779. In 75 days
    /// 2.0534 are usual, the spread is the root of that and 0.8 = 1.6892: 0.5 / 1.6892 = 0.296.
    /// </summary>
    [Fact]
    public void A_grave_concern_of_today_and_what_is_usual()
    {
        var area = Whole(Analyse(Unit("ena"), Concern("a", "ena", daysAgo: 0, severity: 4)));
        Written(area.Likelihood).ShouldBe(
        [
            "more-often 0.6779 a 1 1", "more-often-usual -0.6779 - 1 4.928131 180",
            "suddenly 0.296 a 1", "suddenly-usual -0.296 - 1 2.053388 75",
        ]);
        // ln 4 = 1.3863; usual: 4.928 x (0.18 x 1 + 0.07 x 3) = 1.92, which is more.
        Written(area.Severity).ShouldBe(
        [
            "graver 1.3863 a 4 assessed ingen 1", "graver-usual -1.3863 - 1 1.232033 180",
            "gravest 0.5 a 4 assessed ingen 1",
        ]);
        (area.Severity.Points, area.Likelihood.Points).ShouldBe((0.5m, 0m));
        var contribution = area.Severity.Contributions[0];
        (contribution.Source, contribution.Date).ShouldBe(($"concern-{IdOf("a")}/2", Today));
    }

    [Fact]
    public void A_concern_counts_by_the_day_it_was_received_and_less_the_older_it_is()
    {
        var old = Concern("a", "ena", daysAgo: 45, severity: 1) with { Occurred = Today.AddDays(-900) };
        Written(Whole(Analyse(Unit("ena"), old)).Likelihood)[0].ShouldBe("more-often 0.5084 a 1 0.75");
    }

    [Fact]
    public void An_unassessed_concern_weighs_less_with_the_severity_of_its_consequence()
    {
        var risk = Analyse(Unit("ena"),
            Concern("a", "ena", daysAgo: 0, weighting: ConcernWeighting.Unassessed, consequence: Harm));
        Written(Whole(risk).Severity)[0].ShouldBe("graver 0.3466 a 3 assumed skada 0.5");
        Written(Whole(risk).Likelihood)[0].ShouldBe("more-often 0.339 a 0.5 1");
        risk.Areas.ShouldHaveSingleItem("nobody has decided its quality area");
    }

    [Fact]
    public void What_tells_nothing_of_a_unit_that_gets_graver_stands_with_nothing()
    {
        var unknown = Concern("a", "ena", 0, weighting: ConcernWeighting.Unassessed, consequence: new("okand"));
        Written(Whole(Analyse(Unit("ena"), unknown)).Severity).ShouldBe(["not-grave 0 a 1 assumed okand"]);
    }

    [Fact]
    public void One_voice_is_heard_so_far_in_a_month_the_newest_first_on_one_axis_and_the_gravest_on_the_other()
    {
        // 12 customers give 2.4 a year, 0.2 a month: one voice is heard 0.5 + 1.2 x 0.2 = 0.74, and 0.44 of severity.
        var area = Whole(Analyse(
            Unit("ena", customers: 12), Concern("old", "ena", 20, severity: 4), Concern("new", "ena", 1, severity: 1),
            Concern("other", "ena", 10, "r2", severity: 3)));
        Written(area.Likelihood).Where(line => line.StartsWith("more-often ", StringComparison.Ordinal)
            || line.StartsWith("one-voice", StringComparison.Ordinal)).Select(Unpointed)
            .ShouldBe(
            [
                "more-often new 0.74 0.994444", "more-often other 0.74 0.944444", "one-voice old 2027-01-12 0.74",
            ]);
        Written(area.Severity).Where(line => line.StartsWith("graver ", StringComparison.Ordinal)).Select(Unpointed)
            .ShouldBe(["graver old 4 assessed ingen 0.44", "graver other 3 assessed ingen 0.44"]);
    }

    [Fact]
    public void After_a_month_the_same_voice_is_heard_again()
    {
        string[] Silent(int days) =>
        [
            .. Whole(Analyse(Unit("ena", customers: 5), Concern("new", "ena", 1), Concern("old", "ena", 1 + days)))
                .Likelihood.Contributions.Where(part => part.Rule == RiskRules.OneVoice)
                .Select(part => part.Reference!),
        ];
        Silent(30).ShouldBe(["old"]);
        Silent(31).ShouldBeEmpty();
    }

    [Fact]
    public void Where_nobody_knows_the_customers_every_voice_is_heard_in_full() =>
        Whole(Analyse(Unit("ena", customers: null), Concern("a", "ena", 1), Concern("b", "ena", 2))).Likelihood
            .Contributions.Count(part => part.Rule == RiskRules.MoreOften && part.Arguments[0] == "1").ShouldBe(2);

    [Fact]
    public void Further_reporters_give_points_up_to_a_number()
    {
        var many = Enumerable.Range(0, 6).Select(i => Concern($"{i}", "ena", i, $"r{i}")).ToArray();
        Whole(Analyse(Unit("ena"), many)).Likelihood.Contributions
            .Where(part => part.Rule == RiskRules.FurtherReporter).Select(part => part.Points)
            .ShouldBe([0.05m, 0.05m, 0.05m]);
    }

    [Fact]
    public void A_unit_that_has_always_had_more_than_its_service_stands_for_it()
    {
        var bad = Enumerable.Range(0, 60).Select(i => Concern($"b{i}", "dålig", (i * 17) + 1, $"r{i}", 1));
        var good = Enumerable.Range(0, 20).Select(i => Concern($"g{i}", "bra", (i * 50) + 1, $"r{i}", 1));
        var ranked = RiskAnalysis.Of([Unit("bra"), Unit("dålig")], [.. bad, .. good], Today, Model);
        ranked[0].Unit.Name.ShouldBe("dålig");
        var forLong = Whole(ranked[0]).Likelihood.Contributions.Single(part => part.Rule == RiskRules.HighForLong);
        forLong.Points.ShouldBeGreaterThan(0);
        decimal.Parse(forLong.Arguments[0], System.Globalization.CultureInfo.InvariantCulture).ShouldBeInRange(20, 23);
        Whole(ranked[1]).Likelihood.Contributions.ShouldNotContain(part => part.Rule == RiskRules.HighForLong);
    }

    [Fact]
    public void What_was_dismissed_stands_with_nothing()
    {
        var dismissed = Concern("d", "ena", daysAgo: 0, severity: 4, weighting: ConcernWeighting.Nothing);
        var area = Whole(Analyse(Unit("ena"), dismissed, Concern("a", "ena", daysAgo: 0, severity: 1)));
        Written(area.Severity).ShouldBe(["not-grave 0 a 1 assessed ingen", "dismissed 0 d"]);
        Written(Whole(Analyse(Unit("ena"), dismissed)).Likelihood).ShouldBe(["dismissed 0 d"]);
    }

    [Fact]
    public void A_late_notice_stands_in_its_area_and_in_the_whole()
    {
        var risk = Analyse(Unit("ena", lateNotice: true), Concern("a", "ena"));
        foreach (var area in risk.Areas.Where(area => area.Area == Coordination || area.Area == RiskAreas.Whole))
        {
            area.Severity.Contributions[0].Rule.ShouldBe(RiskRules.ManagerChange);
            area.Severity.Contributions[0].Points.ShouldBe(0.5m);
            area.Severity.Contributions[0].Source.ShouldBe(risk.Unit.Source);
            area.Likelihood.Contributions[0].Points.ShouldBe(0.8m);
        }

        risk.Areas.Count.ShouldBe(3);
        risk.Areas.Single(area => area.Area == Safety).Severity.Contributions
            .ShouldAllBe(part => part.Rule != RiskRules.ManagerChange);
    }

    [Fact]
    public void A_single_area_counts_for_less_than_the_whole_and_stands_out_where_all_comes_from_it()
    {
        var past = Enumerable.Range(0, 10).Select(i => Concern($"p{i}", "ena", 400 + i, $"r{i}", 1, Coordination));
        var news = Enumerable.Range(0, 9)
            .Select(i => Concern($"n{i}", "ena", i, $"r{i}", 4, i < 8 ? Safety : Coordination));
        var risk = Analyse(Unit("ena"), [.. past, .. news]);
        var safety = risk.Areas.Single(area => area.Area == Safety);
        decimal OfNewest(AreaRisk area) => area.Likelihood.Contributions
            .Single(part => part.Rule == RiskRules.MoreOften && part.Reference == "n0").Points;
        // The area had none before, so that all of what is usual is held against it too.
        OfNewest(safety).ShouldBe(OfNewest(Whole(risk)) * 0.75m);
        risk.Areas[0].Area.ShouldBe(RiskAreas.Whole);
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
        string.Join(' ', Analyse(Unit("ena"), [.. all]).Uncertainties).ShouldBe(uncertainties);
    }

    [Theory]
    [InlineData(5, 3, 31, EvidenceStrength.Strong)]
    [InlineData(4, 3, 31, EvidenceStrength.Limited)]
    [InlineData(5, 2, 31, EvidenceStrength.Limited)]
    [InlineData(5, 3, 1, EvidenceStrength.Limited)]
    [InlineData(5, 1, 31, EvidenceStrength.SoleJudgement)]
    [InlineData(0, 1, 31, EvidenceStrength.SoleJudgement)]
    public void How_strong_the_evidence_is(int concerns, int reporters, int daysBetween, EvidenceStrength strength) =>
        Analyse(Unit("ena"), [.. Enumerable.Range(0, concerns)
            .Select(i => Concern($"{i}", "ena", 1 + (i * daysBetween), $"r{i % reporters}"))])
            .Evidence.ShouldBe(strength);

    [Fact]
    public void Concerns_of_the_window_are_counted_with_their_reporters_and_those_that_weigh_nothing_are_not()
    {
        var risk = Analyse(
            Unit("ena"),
            Concern("a", "ena"), Concern("b", "ena", reporter: "r2"),
            Concern("c", "ena", reporter: "r2", weighting: ConcernWeighting.Unassessed),
            Concern("d", "ena", reporter: "r3", weighting: ConcernWeighting.Nothing),
            Concern("e", "ena", 180, reporter: "r4"));
        (risk.Concerns, risk.Unassessed, risk.Reporters).ShouldBe((3, 1, 2));
    }

    [Fact]
    public void A_level_begins_at_its_bound()
    {
        AreaRisk Severity(params decimal[] levels) => Whole(Analyse(
            Model with { Severity = Model.Severity with { Levels = levels } }, Unit("ena"),
            Concern("a", "ena", 0, severity: 4)));
        Severity(0.5m, 0.6m, 0.7m).Severity.Level.ShouldBe(2);
        Severity(0.3m, 0.5m, 0.7m).Severity.Level.ShouldBe(3);
        Severity(0.51m, 0.6m, 0.7m).Severity.Level.ShouldBe(1);
    }

    [Fact]
    public void The_order_is_by_class_then_points_then_id()
    {
        var (one, other) = (Analyse(Unit("d")), Analyse(Unit("e")));
        var grave = Analyse(Unit("a"), [.. Enumerable.Range(0, 8).Select(i => Concern($"{i}", "a", i, $"r{i}", 4))]);
        new[] { one, grave }.Order(RiskOrder.HighestFirst).ShouldBe([grave, one]);
        RiskOrder.HighestFirst.Compare(one, other)
            .ShouldBe(string.CompareOrdinal(one.Unit.UnitId.Value, other.Unit.UnitId.Value));
        RiskOrder.HighestFirst.Compare(one, one).ShouldBe(0);
        Should.Throw<ArgumentNullException>(() => RiskOrder.HighestFirst.Compare(null, one));
        Should.Throw<ArgumentNullException>(() => RiskOrder.HighestFirst.Compare(one, null));
        (one.Product, one.Points, one.Highest).ShouldBe((1, 0m, null));
    }

    private static string Unpointed(string line) => string.Join(' ', line.Split(' ').Where((_, index) => index != 1));
}
