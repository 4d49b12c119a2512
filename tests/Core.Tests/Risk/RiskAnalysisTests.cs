using System.Text.Json;
using FsCheck.Xunit;
using Oversight.Risk;
using static Oversight.Core.Tests.RiskAnalyses.TestRisk;

namespace Oversight.Core.Tests.RiskAnalyses;

[Trait("Requirement", "R53")]
public class RiskAnalysisTests
{
    [Fact]
    public void A_unit_without_concerns_has_the_lowest_class()
    {
        var risk = Analyse(Unit("enheten"));

        risk.Class.Name.ShouldBe("Låg risk");
        risk.Highest.ShouldBeNull();
        risk.Product.ShouldBe(1);
    }

    [Fact]
    public void Every_point_has_its_rule_and_its_source_event()
    {
        var concern = Concern("a", "enheten", severity: 4, consequence: Harm);

        var area = Analyse(Unit("enheten", customers: 10), concern).Highest!;

        var severity = area.Severity.Contributions.Single();
        severity.Rule.ShouldBe(RiskRules.ConcernSeverity);
        severity.Source.ShouldBe(concern.Source);
        severity.Reference.ShouldBe(concern.Reference);
        severity.Arguments.Take(3).ShouldBe(["4", "assessed", "skada"]);
        area.Likelihood.Contributions.Select(contribution => contribution.Rule)
            .ShouldBe([RiskRules.ConcernCount, RiskRules.ExpectedCount]);
        area.Severity.Contributions.Sum(contribution => contribution.Points).ShouldBe(area.Severity.Points);
        area.Likelihood.Contributions.Sum(contribution => contribution.Points).ShouldBe(area.Likelihood.Points);
    }

    [Fact]
    public void The_highest_area_counts_for_the_unit()
    {
        var risk = Analyse(
            Unit("enheten", customers: 10),
            Concern("a", "enheten", severity: 1, area: Coordination),
            Concern("b", "enheten", severity: 4, area: Safety),
            Concern("c", "enheten", severity: 4, area: Safety, reporter: "r2"));

        risk.Highest!.Area.ShouldBe(Safety);
        risk.Product.ShouldBe(risk.Areas.Max(area => area.Product));
        risk.Class.ShouldBe(Model.ClassOf(risk.Product));
    }

    [Fact]
    public void A_dismissed_concern_weighs_nothing_and_is_seen_to()
    {
        var risk = Analyse(Unit("enheten"), Concern("a", "enheten", severity: 4, weighting: ConcernWeighting.Nothing));

        risk.Concerns.ShouldBe(0);
        risk.Highest!.Points.ShouldBe(0);
        risk.Highest.Severity.Contributions.Single().Rule.ShouldBe(RiskRules.Dismissed);
    }

    [Fact]
    public void An_unassessed_concern_weighs_less_and_waits_in_an_area_of_its_own()
    {
        var unassessed = Analyse(Unit("enheten"),
            Concern("a", "enheten", weighting: ConcernWeighting.Unassessed, consequence: Harm));
        var assessed = Analyse(Unit("enheten"), Concern("a", "enheten", severity: 3, consequence: Harm));

        unassessed.Highest!.Area.ShouldBe(RiskAreas.NotAssessed);
        unassessed.Unassessed.ShouldBe(1);
        unassessed.Uncertainties.ShouldContain(Uncertainty.MostlyUnassessed);
        unassessed.Highest.Severity.Points.ShouldBe(assessed.Highest!.Severity.Points / 2);
    }

    [Fact]
    public void Older_concerns_fade_to_half_in_one_half_life()
    {
        var fresh = Analyse(Unit("enheten"), Concern("a", "enheten", daysAgo: 0)).Highest!;
        var year = Analyse(Unit("enheten"), Concern("a", "enheten", daysAgo: 365)).Highest!;

        year.Severity.Points.ShouldBe(fresh.Severity.Points / 2);
    }

    [Fact]
    public void Only_the_heaviest_concerns_of_one_reporter_count()
    {
        var unit = Unit("enheten");
        var three = Enumerable.Range(0, 3).Select(i => Concern($"a{i}", "enheten")).ToArray();
        var thirty = Enumerable.Range(0, 30).Select(i => Concern($"a{i}", "enheten")).ToArray();

        Analyse(unit, thirty).Points.ShouldBe(Analyse(unit, three).Points);
        Analyse(unit, thirty).Highest!.Likelihood.Contributions
            .Count(contribution => contribution.Rule == RiskRules.ReporterCap).ShouldBe(27);
    }

    [Fact]
    public void One_loud_month_by_one_reporter_at_a_tiny_unit_does_not_outrank_a_steady_rise()
    {
        var loud = Enumerable.Range(0, 12).Select(i => Concern($"l{i}", "liten", daysAgo: i, reporter: "en"));
        var rising = Enumerable.Range(0, 24)
            .Select(i => Concern($"s{i}", "stor", daysAgo: i * i / 3, reporter: $"r{i % 8}"));

        var ranked = RiskAnalysis.Of([Unit("liten", customers: 6), Unit("stor", customers: 600)], [.. loud, .. rising],
            Today, Model);

        ranked[0].Unit.Name.ShouldBe("stor");
        ranked[0].Product.ShouldBeGreaterThan(ranked[1].Product);
    }

    [Fact]
    public void A_late_notice_of_a_new_responsible_person_contributes_to_both_axes()
    {
        var area = Analyse(Unit("enheten", lateNotice: true)).Highest!;

        area.Area.ShouldBe(Coordination);
        foreach (var (axis, points) in new[]
            { (area.Severity, Model.ManagerChange.SeverityPoints),
                (area.Likelihood, Model.ManagerChange.LikelihoodPoints) })
        {
            var contribution = axis.Contributions.ShouldHaveSingleItem();
            contribution.Rule.ShouldBe(RiskRules.ManagerChange);
            contribution.Points.ShouldBe(points);
            contribution.Source.ShouldBe(Unit("enheten").Source);
        }
    }

    [Fact]
    public void A_unit_that_has_ended_and_concerns_received_later_are_left_out()
    {
        var ended = Unit("nedlagd", validTo: Today.AddDays(-1));

        RiskAnalysis.Of([ended, Unit("enheten")], [Concern("a", "enheten", daysAgo: -1)], Today, Model)
            .ShouldHaveSingleItem().Concerns.ShouldBe(0);
    }

    [Fact]
    public void The_highest_class_among_its_units_counts_for_provider_and_agreement()
    {
        var units = RiskAnalysis.Of(
            [Unit("lugn", provider: "p"), Unit("orolig", provider: "p"), Unit("annan", provider: "q")],
            [Concern("a", "orolig", severity: 4), Concern("b", "orolig", severity: 4, reporter: "r2"),
                Concern("c", "annan", severity: 1)], Today, Model);

        var provider = GroupRisk.ByProvider(units)[0];
        provider.GroupId.ShouldBe(IdOf("p"));
        provider.Units.ShouldBe(2);
        provider.Decisive.Unit.Name.ShouldBe("orolig");
        GroupRisk.ByAgreement(units).Select(group => group.Class)
            .ShouldBe([provider.Class, units.Single(unit => unit.Unit.Name == "annan").Class]);
    }

    [Property]
    public bool An_unknown_number_of_customers_is_shown_and_never_lowers_risk(int[] seeds, int customers)
    {
        var concerns = ConcernsFrom(seeds);
        var known = Analyse(Unit("enheten", customers: (int)((uint)customers % 2000)), [.. concerns]);
        var unknown = Analyse(Unit("enheten", customers: null), [.. concerns]);
        return unknown.Uncertainties.Contains(Uncertainty.CustomersUnknown) && unknown.Product >= known.Product
            && unknown.Areas.All(area =>
                area.Likelihood.Points >= known.Areas.Single(other => other.Area == area.Area).Likelihood.Points);
    }

    [Property(MaxTest = 500)]
    public bool One_more_founded_concern_never_lowers_a_risk(int[] seeds, int more)
    {
        var unit = Unit("enheten", customers: (int)((uint)more % 700));
        var all = ConcernsFrom([.. seeds, more]);
        var before = Analyse(unit, [.. all.SkipLast(1)]);
        var after = Analyse(unit, [.. all]);
        return after.Product >= before.Product && before.Areas.All(area =>
            after.Areas.Single(other => other.Area == area.Area) is var same
            && same.Severity.Points >= area.Severity.Points && same.Likelihood.Points >= area.Likelihood.Points);
    }

    [Property]
    public bool The_order_of_the_input_changes_nothing(int[] seeds, int shuffle)
    {
        var units = new[] { Unit("ena"), Unit("andra", customers: null) };
        var concerns = ConcernsFrom(seeds, "ena").Concat(ConcernsFrom(seeds.Select(seed => seed / 3), "andra"))
            .ToList();
        var random = new Random(shuffle);
        var one = RiskAnalysis.Of(units, concerns, Today, Model);
        var other = RiskAnalysis.Of(units.Reverse(), concerns.OrderBy(_ => random.Next()), Today, Model);
        return Written(one) == Written(other);
    }

    [Fact]
    public void Among_many_units_each_is_judged_as_it_would_be_alone()
    {
        var units = Enumerable.Range(0, 100).Select(i => Unit($"u{i}")).ToList();
        var concerns = Enumerable.Range(0, 100)
            .SelectMany(unit => ConcernsFrom(Enumerable.Range(unit * 7919, 100).Select(i => i * 2654435), $"u{unit}"))
            .ToLookup(concern => concern.UnitId);

        var together = RiskAnalysis.Of(units, concerns.SelectMany(unit => unit), Today, Model);

        together.Count.ShouldBe(100);
        together.ShouldAllBe(risk =>
            Written(new[] { risk }) == Written(new[] { Analyse(risk.Unit, concerns[risk.Unit.UnitId].ToArray()) }));
    }

    [Property]
    public bool What_happened_before_the_first_day_of_the_model_changes_nothing(int[] seeds, byte days)
    {
        var (asOf, all) = (Today.AddDays(-days), ConcernsFrom(seeds));
        var first = Model.FirstDayFor(asOf);
        return Text(all) == Text([.. all.Where(concern => concern.Occurred >= first)]);

        string Text(IReadOnlyList<ConcernFact> concerns) =>
            JsonSerializer.Serialize(RiskAnalysis.OfUnit(Unit("enheten"), concerns, asOf, Model));
    }

    [Fact]
    public void The_first_day_of_the_model_still_counts()
    {
        Analyse(Unit("enheten"), Concern("a", "enheten", daysAgo: Model.MaxAgeDays)).Concerns.ShouldBe(1);
        Analyse(Unit("enheten"), Concern("a", "enheten", daysAgo: Model.MaxAgeDays + 1)).Concerns.ShouldBe(0);
        Model.FirstDayFor(Today).ShouldBe(Today.AddDays(-Model.MaxAgeDays));
    }

    private static UnitRisk Analyse(UnitFact unit, params ConcernFact[] concerns) =>
        RiskAnalysis.OfUnit(unit, concerns, Today, Model);

    private static string Written(IEnumerable<UnitRisk> units) => string.Join('\n', units.Select(unit =>
        $"{unit.Unit.UnitId} {unit.Class.Id} {string.Join(';', unit.Areas.Select(Written))} "
            + $"{string.Join(',', unit.Uncertainties)}"));

    private static string Written(AreaRisk area) => area.Area + " " + string.Join('|',
        area.Severity.Contributions.Concat(area.Likelihood.Contributions).Select(part =>
            $"{part.Rule} {part.Points} {part.ConcernId} {string.Join(',', part.Arguments)}"));
}
