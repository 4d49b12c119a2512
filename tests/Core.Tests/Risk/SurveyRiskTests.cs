using FsCheck.Xunit;
using Oversight.Risk;
using Oversight.Settings;
using static Oversight.Core.Tests.RiskAnalyses.TestRisk;

namespace Oversight.Core.Tests.RiskAnalyses;

/// <summary>What an avtalsenkät tells counts by how strong the evidence is, and every point says why (R50).</summary>
public class SurveyRiskTests
{
    private static readonly RiskModel WithSurveys = Model with
    {
        Surveys = new SurveyRule(Coordination, 550, 0.5m, 4, 1, 0.75m, 0.75m, 0.5m),
    };

    [Fact]
    [Trait("Requirement", "R50")]
    public void A_confirmed_silence_and_the_replies_are_contributions_of_their_own()
    {
        var risk = Risk(
            [Signal(SurveySignalKind.Silence, null), Signal(SurveySignalKind.Deviation, "plan", isConfirmed: false)]);
        risk.Areas.Select(area => area.Area).ShouldBe([RiskAreas.Whole, Coordination]);
        risk.Highest!.Severity.Contributions.Select(part => (part.Rule, part.Points)).ShouldBe(
            [(RiskRules.SurveySilence, 1m), (RiskRules.SurveyDeviation, 0.375m)]);
        risk.Highest.Likelihood.Points.ShouldBe(1m);
        risk.Highest.Severity.Contributions[1].Arguments.ShouldBe(["2026", "plan", "claimed", "0.5"]);
        risk.Highest.Severity.Contributions.ShouldAllBe(part => part.Source == "survey-a/3");
    }

    [Fact]
    public void Only_the_newest_survey_counts_and_not_for_ever()
    {
        SurveySignal[] two =
        [
            Signal(SurveySignalKind.Deviation, "plan") with { Year = 2025 },
            Signal(SurveySignalKind.Deviation, "namn"),
        ];
        Counted(two).ShouldBe(["namn"]);
        Counted([Signal(SurveySignalKind.Deviation, "plan") with { On = Today.AddDays(-551) }]).ShouldBeEmpty();
        Counted([Signal(SurveySignalKind.Deviation, "plan") with { On = Today.AddDays(-550) }]).ShouldBe(["plan"]);
        Counted([Signal(SurveySignalKind.Deviation, "plan") with { On = Today.AddDays(1) }]).ShouldBeEmpty();
    }

    [Fact]
    public void A_model_that_does_not_look_at_surveys_is_as_before() =>
        RiskAnalysis.OfUnit(
            Unit("ena"), [], Usual.Of([Unit("ena")], [], Today, Model),
            new ToldOfUnits([Signal(SurveySignalKind.Silence, null)], [])).Areas.ShouldBeEmpty();

    [Fact]
    public void An_honest_provider_with_many_deviations_counts_no_more_than_the_model_says()
    {
        var many = Enumerable.Range(1, 20).Select(number => Signal(SurveySignalKind.Deviation, $"q{number:00}"));
        Counted([.. many]).ShouldBe(["q01", "q02", "q03", "q04"]);
    }

    /// <summary>One more signal never lowers a risk, and the order of the input changes nothing.</summary>
    [Property]
    public bool One_more_signal_never_lowers_a_risk(byte count, bool isConfirmed, int seed)
    {
        var signals = Enumerable.Range(1, count % 8)
            .Select(number => Signal(SurveySignalKind.Deviation, $"q{number}", number % 2 == 0)).ToList();
        var before = Risk(signals);
        var random = new Random(seed);
        var after = Risk([.. signals.Append(Signal(SurveySignalKind.Contradiction, "ny", isConfirmed))
            .OrderBy(_ => random.Next())]);
        return after.Product >= before.Product && after.Points >= before.Points;
    }

    [Fact]
    public void What_a_concern_moves_is_told_beside_what_the_survey_tells_and_not_as_if_there_were_none()
    {
        SurveySignal[] signals =
            [Signal(SurveySignalKind.Deviation, "plan"), Signal(SurveySignalKind.Deviation, "namn")];
        ConcernFact[] one = [Concern("ny", "ena", severity: 4)];
        var usual = Usual.Of([Unit("ena")], one, Today, WithSurveys);

        var effect = ConcernEffect.Of(Unit("ena"), one, IdOf("ny"), usual, new ToldOfUnits(signals, []));

        effect.With.Points.ShouldBe(RiskAnalysis.OfUnit(Unit("ena"), one, usual, new ToldOfUnits(signals, [])).Points);
        effect.Without.Points.ShouldBe(
            RiskAnalysis.OfUnit(Unit("ena"), [], usual, new ToldOfUnits(signals, [])).Points);
        effect.Changes.ShouldNotContain(change => change.Contribution.Rule == RiskRules.SurveyDeviation);
    }

    private static UnitRisk Risk(IReadOnlyList<SurveySignal> signals) =>
        RiskAnalysis.OfUnit(
            Unit("ena"), [], Usual.Of([Unit("ena")], [], Today, WithSurveys), new ToldOfUnits(signals, []));

    private static IEnumerable<string> Counted(IReadOnlyList<SurveySignal> signals) =>
        Risk(signals).Areas.Take(1).SelectMany(area => area.Severity.Contributions)
            .Where(part => part.Points > 0).Select(part => part.Arguments[1]);

    private static SurveySignal Signal(SurveySignalKind kind, string? question, bool isConfirmed = true) => new()
    {
        SurveyId = IdOf("survey"),
        UnitId = IdOf("ena"),
        Year = 2026,
        Kind = kind,
        Question = question is null ? null : new CodeId(question),
        On = Today.AddDays(-100),
        IsConfirmed = isConfirmed,
        Source = "survey-a/3",
    };
}
