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
    public void The_highest_area_counts_for_the_unit_and_its_points_are_the_sum_of_what_is_explained()
    {
        var risk = Analyse(Unit("enheten", customers: 10),
            [.. Enumerable.Range(0, 8).Select(i => Concern($"{i}", "enheten", i, $"r{i}", 4))]);

        risk.Class.ShouldBe(Model.ClassOf(risk.Areas.Max(area => area.Product)));
        risk.Class.Id.Value.ShouldBe("mycket-hog");
        foreach (var axis in risk.Areas.SelectMany(area => new[] { area.Severity, area.Likelihood }))
            axis.Contributions.Sum(contribution => contribution.Points).ShouldBe(axis.Points);
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
    public void One_loud_month_by_one_reporter_at_a_tiny_unit_does_not_outrank_a_steady_rise()
    {
        var loud = Enumerable.Range(0, 12).Select(i => Concern($"l{i}", "liten", daysAgo: i, reporter: "en"));
        var rising = Enumerable.Range(0, 60)
            .Select(i => Concern($"s{i}", "stor", daysAgo: i * i / 4, reporter: $"r{i % 8}"));

        var ranked = RiskAnalysis.Of([Unit("liten", customers: 6), Unit("stor", customers: 60)], [.. loud, .. rising],
            Today, Model);

        ranked[0].Unit.Name.ShouldBe("stor");
        ranked[0].Points.ShouldBeGreaterThan(ranked[1].Points);
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
    public void A_past_day_is_judged_by_what_had_been_received_then()
    {
        var later = Concern("b", "enheten", daysAgo: -1);
        RiskAnalysis.Of([Unit("enheten")], [later], Today, Model).ShouldHaveSingleItem().Concerns.ShouldBe(0);
        Analyse(Unit("enheten"), Concern("a", "enheten", daysAgo: 0)).Concerns.ShouldBe(1);
    }

    [Fact]
    public void The_highest_class_among_its_units_counts_for_provider_and_agreement()
    {
        var units = RiskAnalysis.Of(
            [Unit("lugn", provider: "p"), Unit("orolig", provider: "p"), Unit("annan", provider: "q")],
            Enumerable.Range(0, 20).Select(i => Concern($"a{i}", "orolig", i, $"r{i}", 4)), Today, Model);

        var provider = GroupRisk.ByProvider(units)[0];
        provider.GroupId.ShouldBe(IdOf("p"));
        provider.Units.ShouldBe(2);
        provider.Decisive.Unit.Name.ShouldBe("orolig");
        GroupRisk.ByAgreement(units).Select(group => group.Class)
            .ShouldBe([provider.Class, units.Single(unit => unit.Unit.Name == "annan").Class]);
    }

    [Fact]
    public void A_new_unit_is_not_expected_to_have_had_more_than_it_had_time_for()
    {
        ConcernFact[] three = [.. Enumerable.Range(0, 3).Select(i => Concern($"{i}", "ny", i, $"r{i}", 1))];
        var fresh = Unit("ny") with { ValidFrom = Today.AddDays(-29) };
        Whole(Analyse(fresh, three)).Likelihood.Contributions.Single(part => part.Rule == RiskRules.MoreOftenUsual)
            .Arguments[1].ShouldBe("0.821355");
        Analyse(fresh, three).Points.ShouldBeGreaterThan(Analyse(Unit("ny"), three).Points);
    }

    [Fact]
    public void What_the_unit_usually_has_counts_against_what_it_has_now()
    {
        var news = Enumerable.Range(0, 8).Select(i => Concern($"n{i}", "ena", i * 10, $"r{i}", 1)).ToList();
        var past = Enumerable.Range(0, 40).Select(i => Concern($"p{i}", "ena", 200 + (i * 20), $"r{i}", 1));
        var other = Enumerable.Range(0, 5).Select(i => Concern($"o{i}", "andra", 200 + (i * 150), $"r{i}", 1)).ToList();
        decimal Likelihood(IEnumerable<ConcernFact> concerns) =>
            RiskAnalysis.Of([Unit("ena"), Unit("andra")], [.. concerns, .. other], Today, Model)
                .Single(risk => risk.Unit.Name == "ena").Areas.Single(area => area.Area == RiskAreas.Whole).Likelihood
                .Contributions.Where(part => part.Rule is RiskRules.MoreOften or RiskRules.MoreOftenUsual)
                .Sum(part => part.Points);

        Likelihood([.. news, .. past]).ShouldBeLessThan(Likelihood(news));
    }

    [Fact]
    public void Among_many_units_each_is_judged_as_it_would_be_alone_by_what_is_usual_at_the_board()
    {
        var units = Enumerable.Range(0, 40).Select(i => Unit($"u{i}")).ToList();
        var concerns = Enumerable.Range(0, 40)
            .SelectMany(unit => ConcernsFrom(Enumerable.Range(unit * 7919, 60).Select(i => i * 2654435), $"u{unit}"))
            .ToList();
        var usual = Usual.Of(units, concerns, Today, Model);

        var together = RiskAnalysis.Of(units, concerns, Today, Model);

        together.Count.ShouldBe(40);
        together.ShouldAllBe(risk => Text(new[] { risk }) == Text(new[]
        {
            RiskAnalysis.OfUnit(
                risk.Unit, concerns.Where(concern => concern.UnitId == risk.Unit.UnitId), usual, null),
        }));
    }

    [Property]
    public bool What_was_received_before_the_first_day_of_the_model_changes_nothing(int[] seeds, byte days)
    {
        var (asOf, all) = (Today.AddDays(-days), ConcernsFrom(seeds));
        var first = Model.FirstDayFor(asOf);
        return Of(all) == Of([.. all.Where(concern => concern.Received >= first)]);

        string Of(IReadOnlyList<ConcernFact> concerns) =>
            Text(RiskAnalysis.Of([Unit("enheten")], concerns, asOf, Model));
    }

    [Property]
    public bool The_order_of_the_input_changes_nothing(int[] seeds, int shuffle)
    {
        var units = new[] { Unit("ena"), Unit("andra", customers: null) };
        var concerns = ConcernsFrom(seeds, "ena").Concat(ConcernsFrom(seeds.Select(seed => seed / 3), "andra"))
            .ToList();
        var random = new Random(shuffle);
        return Text(RiskAnalysis.Of(units, concerns, Today, Model))
            == Text(RiskAnalysis.Of(units.Reverse(), concerns.OrderBy(_ => random.Next()), Today, Model));
    }

    internal static string Text(IEnumerable<UnitRisk> units) => string.Join('\n', units.Select(unit =>
        $"{unit.Unit.UnitId} {unit.Class.Id} {unit.Evidence} {string.Join(';', unit.Areas.Select(Text))} "
            + $"{string.Join(',', unit.Uncertainties)}"));

    private static string Text(AreaRisk area) => area.Area + " " + string.Join('|',
        area.Severity.Contributions.Concat(area.Likelihood.Contributions).Select(part =>
            $"{part.Rule} {part.Points} {part.ConcernId} {string.Join(',', part.Arguments)}"));
}
