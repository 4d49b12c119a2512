using Oversight.Risk;
using static Oversight.Core.Tests.RiskAnalyses.TestRisk;

namespace Oversight.Core.Tests.Plans;

/// <summary>Short forms for reviews as the analysis and the plan know them.</summary>
internal static class TestReviews
{
    /// <param name="on">Null: no report, and the review is under way.</param>
    public static ReviewFact Report(string unit, DateOnly? on, params FindingFact[] findings) => new()
    {
        ReviewId = IdOf($"{unit} {on:O}"),
        Reference = $"G-{unit}",
        UnitId = IdOf(unit),
        AgreementId = IdOf(unit + "-avtal"),
        Stage = on is null ? ReviewStage.Underway : ReviewStage.Reported,
        PlanYear = null,
        StartedOn = (on ?? Today).AddDays(-50),
        ReportedOn = on,
        Findings = findings,
        FinalDate = null,
        Concerns = [],
        Source = $"review-{IdOf(unit)}@9",
    };

    public static FindingFact Finding(string requirement, int severity, bool remains = true) =>
        new(new CodeId(requirement), severity, remains);
}
