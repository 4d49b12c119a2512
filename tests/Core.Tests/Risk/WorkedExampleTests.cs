using Oversight.Risk;
using static Oversight.Core.Tests.RiskAnalyses.TestRisk;

namespace Oversight.Core.Tests.RiskAnalyses;

/// <summary>The sums of the analysis worked out by hand, contribution by contribution.</summary>
[Trait("Requirement", "R53")]
public class WorkedExampleTests
{
    [Fact]
    public void The_gravest_concern_counts_in_full_and_the_next_ones_by_half_and_a_quarter()
    {
        var severity = Analyse(
            Now("a", "r1", 1), Now("b", "r2", 4, Harm), Now("c", "r3", 2), Now("d", "r4", 3)).Highest!.Severity;

        severity.Contributions.Select(Line).ShouldBe(
        [
            "concern-severity 11.5 (4 assessed skada 1 1)", "concern-severity 3 (3 assessed ingen 1 0.5)",
            "concern-severity 0.75 (2 assessed ingen 1 0.25)", "beyond-gravest 0 (3)",
        ]);
        severity.Points.ShouldBe(15.25m);
        severity.Level.ShouldBe(4);
    }

    [Fact]
    public void An_unassessed_concern_counts_by_the_severity_that_its_consequence_stands_for()
    {
        var severity = Analyse(
            Concern("a", "enheten", 0, weighting: ConcernWeighting.Unassessed, consequence: Harm)).Highest!.Severity;

        severity.Contributions.Select(Line).ShouldBe(["concern-severity 3.75 (3 assumed skada 0.5 1)"]);
    }

    [Fact]
    public void A_fourth_concern_of_one_reporter_counts_on_neither_axis()
    {
        var area = Analyse(Now("a"), Now("b"), Now("c"), Now("d")).Highest!;

        Line(area.Severity.Contributions[3]).ShouldBe("reporter-cap 0 (3)");
        area.Likelihood.Contributions.Count(contribution => contribution.Rule == RiskRules.ConcernCount).ShouldBe(3);
        Line(area.Likelihood.Contributions[3]).ShouldBe("reporter-cap 0 (3)");
    }

    [Fact]
    public void Likelihood_is_what_exceeds_the_expected_number_and_further_reporters_and_months()
    {
        var model = Model with { Likelihood = Model.Likelihood with { ExpectedPer100CustomersAndYear = 2 } };
        var likelihood = Analyse(
            model, Unit("enheten", customers: 200), Now("a"), Now("b"),
            Concern("c", "enheten", daysAgo: 180, reporter: "r2"),
            Concern("d", "enheten", daysAgo: 0, weighting: ConcernWeighting.Nothing,
                reporter: "r3")).Highest!.Likelihood;

        // 180 days / ln 2 / 365.25 = 0.710979 years; 200 customers at 2 a year and 100; each concern 1 / root of that
        // and one.
        likelihood.Contributions.Select(Line).ShouldBe(
        [
            "concern-count 0.51005 (1 0.51005)", "concern-count 0.51005 (1 0.51005)",
            "concern-count 0.255025 (0.5 0.51005)", "dismissed 0 ()", "expected-count -1.275125 (2.843916 200)",
            "further-reporter 0.125 (0.5)", "further-month 0.125 (2026-08 0.5)",
        ]);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(2)]
    [InlineData(5)]
    public void Few_or_unknown_customers_count_as_the_smallest_number(int? customers) =>
        Analyse(Model, Unit("enheten", customers), Now("a")).Highest!.Likelihood.Contributions
            .Single(contribution => contribution.Rule == RiskRules.ExpectedCount).Arguments[1].ShouldBe("5");

    [Fact]
    public void The_expected_number_takes_off_what_the_counted_concerns_weigh_together()
    {
        var likelihood = Analyse(Model, Unit("enheten", customers: 500), Now("a"), Now("b")).Highest!.Likelihood;

        likelihood.Contributions.Sum(contribution => contribution.Points).ShouldBe(0);
        likelihood.Level.ShouldBe(1);
    }

    [Fact]
    public void The_same_month_of_another_year_is_a_month_of_its_own_and_so_are_two_whose_numbers_add_up_alike()
    {
        ConcernFact[] concerns =
        [
            On("a", new DateOnly(2027, 1, 15)), On("b", new DateOnly(2026, 1, 15)), On("c", new DateOnly(2026, 12, 15)),
            On("d", new DateOnly(2026, 12, 20)), On("e", new DateOnly(2026, 11, 1)),
        ];

        Analyse(concerns).Highest!.Likelihood.Contributions.Where(part => part.Rule == RiskRules.FurtherMonth)
            .Select(part => part.Arguments[0]).ShouldBe(["2026-12", "2026-11", "2026-01"]);
    }

    [Fact]
    public void Only_the_heaviest_further_months_count()
    {
        var concerns = Enumerable.Range(0, 10)
            .Select(month => On($"m{month}", new DateOnly(2027, 1, 15).AddMonths(-month))).ToArray();

        Analyse(concerns).Highest!.Likelihood.Contributions.Where(part => part.Rule == RiskRules.FurtherMonth)
            .Select(part => part.Arguments[0])
            .ShouldBe(["2026-12", "2026-11", "2026-10", "2026-09", "2026-08", "2026-07"]);
    }

    [Fact]
    public void A_level_begins_on_its_bound_and_points_of_both_axes_decide_between_equal_products()
    {
        Analyse(Now("a", severity: 2), Now("b", "r2", 2)).Highest!.Severity.ShouldSatisfyAllConditions(
            axis => axis.Points.ShouldBe(4.5m), axis => axis.Level.ShouldBe(3));
        var both = Analyse(
            Model, Unit("enheten", customers: 500), Now("a", severity: 1) with { Area = Coordination },
            Now("b", severity: 1), Now("c", "r2", 1));
        both.Areas.Select(area => area.Product).ShouldAllBe(product => product == both.Product);
        both.Areas.Select(area => area.Area).ShouldBe([Safety, Coordination]);
        both.Points.ShouldBe(both.Highest!.Severity.Points + both.Highest.Likelihood.Points);
    }

    [Fact]
    public void A_late_notice_weighs_in_its_own_area_alone()
    {
        var risk = Analyse(Model, Unit("enheten", lateNotice: true), Now("a"));

        risk.Areas.Single(area => area.Area == Safety).Severity.Contributions.Select(part => part.Rule)
            .ShouldBe([RiskRules.ConcernSeverity]);
        Analyse(Model, Unit("enheten"), Now("a") with { Area = Coordination }).Highest!.Severity.Contributions
            .Select(part => part.Rule).ShouldBe([RiskRules.ConcernSeverity]);
    }

    [Fact]
    public void A_unit_counts_from_its_first_day_to_its_last()
    {
        UnitFact From(string name, int days) => Unit(name) with { ValidFrom = Today.AddDays(days) };

        RiskAnalysis.Of(
                [From("idag", 0), From("imorgon", 1), Unit("sista", validTo: Today),
                    Unit("slut", validTo: Today.AddDays(-1))],
                [], Today, Model)
            .Select(risk => risk.Unit.Name).ShouldBe(["idag", "sista"], ignoreOrder: true);
    }

    [Fact]
    public void What_makes_a_result_uncertain_is_told()
    {
        var (known, waiting) = (Now("a"), Concern("w", "enheten", 0, weighting: ConcernWeighting.Unassessed));
        Analyse(known).Uncertainties.ShouldBeEmpty();
        Analyse(known, Now("b", "r2")).Uncertainties.ShouldBeEmpty();
        Analyse(known, Now("b")).Uncertainties.ShouldBe([Uncertainty.SingleReporter]);
        Analyse(known, waiting with { ReporterKey = "r2" }).Uncertainties.ShouldBe([Uncertainty.MostlyUnassessed]);
        Analyse(known, Now("b", "r2"), waiting).Uncertainties.ShouldBeEmpty();
        Analyse().Uncertainties.ShouldBeEmpty();
        Analyse(Model, Unit("enheten", customers: null)).Uncertainties.ShouldBe([Uncertainty.CustomersUnknown]);
    }

    [Fact]
    public void Equal_units_keep_one_order_and_the_heavier_of_equal_products_stands_first()
    {
        var equal = new[] { "a", "b", "c" }.Select(name => Unit(name)).ToList();
        RiskAnalysis.Of(equal, [], Today, Model).Select(risk => risk.Unit.UnitId.Value)
            .ShouldBe(equal.Select(unit => unit.UnitId.Value).Order(StringComparer.Ordinal));
        RiskAnalysis.Of(equal, [Concern("x", "b", 0, severity: 1)], Today, Model)[0].Unit.Name.ShouldBe("b");
    }

    private static string Line(Contribution part) =>
        FormattableString.Invariant(
            $"{part.Rule} {part.Points:0.######} ({string.Join(' ', part.Arguments.Select(Short))})");

    /// <summary>Without the zeros that a product of decimals carries.</summary>
    private static string Short(string argument) =>
        decimal.TryParse(argument, System.Globalization.CultureInfo.InvariantCulture, out var number)
            ? FormattableString.Invariant($"{number:0.######}")
            : argument;

    private static ConcernFact Now(string name, string reporter = "r1", int severity = 2, CodeId? consequence = null) =>
        Concern(name, "enheten", daysAgo: 0, reporter, severity, consequence: consequence);

    private static ConcernFact On(string name, DateOnly day) =>
        Concern(name, "enheten", Today.DayNumber - day.DayNumber, name);

    private static UnitRisk Analyse(params ConcernFact[] concerns) => Analyse(Model, Unit("enheten"), concerns);

    private static UnitRisk Analyse(Oversight.Settings.RiskModel model, UnitFact unit, params ConcernFact[] concerns) =>
        RiskAnalysis.OfUnit(unit, concerns, Today, model);
}
