using FsCheck.Xunit;
using Oversight.Risk;
using Oversight.Settings;
using static Oversight.Core.Tests.Plans.TestReviews;
using static Oversight.Core.Tests.RiskAnalyses.TestRisk;

namespace Oversight.Core.Tests.RiskAnalyses;

/// <summary>What the findings of reports do to the risk of the unit.</summary>
[Trait("Requirement", "R35")]
[Trait("Requirement", "R51")]
public class FindingRiskTests
{
    private static readonly DateOnly Reported = Today.AddDays(-200);

    private static readonly RiskModel WithFindings = Model with
    {
        Findings = new FindingRule(1000, 3, [0.05m, 0.1m, 0.25m, 0.4m], 0.15m, 0.4m, 0.3m),
    };

    [Fact]
    public void Each_finding_that_remains_is_a_contribution_of_its_own_the_gravest_first()
    {
        var whole = Whole(Risk(Report("ena", Reported,
            Finding("k1", 2), Finding("k2", 4), Finding("k3", 1, remains: false), Finding("k4", 3), Finding("k5", 1))));

        Written(whole.Severity).ShouldBe(
            ["finding-remains 0.4 - 4 G-ena", "finding-remains 0.25 - 3 G-ena", "finding-remains 0.1 - 2 G-ena"]);
        Written(whole.Likelihood).ShouldBe(
            [.. new[] { 4, 3, 2 }.Select(severity => $"finding-remains 0.15 - {severity} G-ena")]);
        whole.Severity.Contributions.ShouldAllBe(part => part.Date == Reported && part.Source != null);
    }

    [Fact]
    public void What_should_have_been_remedied_by_now_is_told_once_and_what_is_remedied_not_at_all()
    {
        var late = Report("ena", Reported, Finding("k1", 2)) with { FinalDate = Today.AddDays(-1) };
        Written(Whole(Risk(late)).Likelihood).ShouldBe(
            ["finding-remains 0.15 - 2 G-ena", "findings-overdue 0.4 - 2027-01-31 G-ena"]);
        Whole(Risk(late with { FinalDate = Today })).Likelihood.Contributions.Count.ShouldBe(1);
        Risk(late with { Findings = [Finding("k1", 2, remains: false)] }).Areas.ShouldBeEmpty();
        Risk(late with { ReportedOn = Today.AddDays(1) }).Areas.ShouldBeEmpty("it was not known on that day");
        Risk(late with { ReportedOn = Today.AddDays(-1001) }).Areas.ShouldBeEmpty("it is too old");
        Risk(Report("ena", null, Finding("k1", 2))).Areas.ShouldBeEmpty("there is no report");
    }

    [Fact]
    public void What_more_than_one_report_found_is_told_even_when_it_is_remedied()
    {
        var older = Report("ena", Reported.AddDays(-300), Finding("k1", 2, remains: false), Finding("k2", 2, false))
            with
        { Reference = "G-1" };
        var newer = Report("ena", Reported, Finding("k1", 3, remains: false)) with { Reference = "G-2" };

        Written(Whole(Risk(newer, older)).Likelihood).ShouldBe(["finding-repeated 0.3 - k1 G-2"]);
        Risk(older).Areas.ShouldBeEmpty();
    }

    [Fact]
    public void A_model_that_does_not_look_at_findings_is_not_moved_by_them() =>
        RiskAnalysis.OfUnit(
            Unit("ena"), [], Usual.Of([Unit("ena")], [], Today, Model),
            new ToldOfUnits([], [Report("ena", Reported, Finding("k1", 4))])).Areas.ShouldBeEmpty();

    [Property]
    public bool One_more_finding_that_remains_never_lowers_the_risk(byte[] severities, byte more)
    {
        FindingFact[] some = [.. severities.Select((severity, index) => Finding($"k{index}", 1 + (severity % 4)))];
        var (before, after) = (
            Risk(Report("ena", Reported, some)),
            Risk(Report("ena", Reported, [.. some, Finding("ny", 1 + (more % 4))])));
        return after.Product >= before.Product && after.Points >= before.Points;
    }

    [Fact]
    public void The_findings_of_another_unit_do_not_count() =>
        RiskAnalysis.Of(
                [Unit("ena"), Unit("andra")], [], Today, WithFindings,
                new ToldOfUnits([], [Report("ena", Reported, Finding("k1", 4))]))
            .Single(risk => risk.Unit.Name == "andra").Areas.ShouldBeEmpty();

    private static UnitRisk Risk(params ReviewFact[] reviews) => RiskAnalysis.OfUnit(
        Unit("ena"), [], Usual.Of([Unit("ena")], [], Today, WithFindings), new ToldOfUnits([], reviews));
}
