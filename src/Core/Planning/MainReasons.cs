using Oversight.Risk;

namespace Oversight.Planning;

/// <summary>Why a unit has its class, in the few reasons that a reader needs.</summary>
internal static class MainReasons
{
    public static IEnumerable<PlanReason> Of(UnitRisk risk)
    {
        if (risk.Judged is not null)
            yield return new PlanReason(PlanReasons.Judged, risk.Class.Name);
        var surveys = SurveyReasons(risk).ToList();
        var findings = FindingReasons(risk).ToList();
        if (risk.Concerns == 0 && !risk.Unit.ManagerChangeNotNotified && surveys.Count + findings.Count == 0)
        {
            yield return new PlanReason(PlanReasons.NothingKnown);
            yield break;
        }

        if (risk.Highest is { Severity.Level: > 1 } highest)
            yield return new PlanReason(
                PlanReasons.Severity, PlanMaker.Text(highest.Severity.Level), highest.Area.Value);
        if (risk.Concerns > 0)
            yield return new PlanReason(
                PlanReasons.Concerns, PlanMaker.Text(risk.Concerns), PlanMaker.Text(risk.Reporters));
        var months = risk.Highest?.Likelihood.Contributions
            .Where(contribution => contribution.Rule == RiskRules.MoreOften && contribution.Date is not null)
            .Select(contribution => Months.Of(contribution.Date!.Value)).Distinct().Count() ?? 0;
        if (months > 1)
            yield return new PlanReason(PlanReasons.SeveralMonths, PlanMaker.Text(months));
        if (risk.Unassessed > 0)
            yield return new PlanReason(PlanReasons.Unassessed, PlanMaker.Text(risk.Unassessed));
        if (risk.Unit.ManagerChangeNotNotified)
            yield return new PlanReason(PlanReasons.ManagerChange);
        foreach (var reason in surveys.Concat(findings))
            yield return reason;
    }

    private static IEnumerable<PlanReason> FindingReasons(UnitRisk risk)
    {
        var parts = risk.Areas.SelectMany(area => area.Likelihood.Contributions).ToList();
        int Count(string rule) => parts.Count(part => part.Rule == rule);
        if (Count(RiskRules.FindingRemains) is > 0 and var remain)
            yield return new PlanReason(PlanReasons.FindingsRemain, PlanMaker.Text(remain));
        if (Count(RiskRules.FindingsOverdue) > 0)
            yield return new PlanReason(PlanReasons.FindingsOverdue);
        if (Count(RiskRules.FindingRepeated) is > 0 and var repeated)
            yield return new PlanReason(PlanReasons.FindingsRepeated, PlanMaker.Text(repeated));
    }

    /// <summary>Only of what counts.</summary>
    private static IEnumerable<PlanReason> SurveyReasons(UnitRisk risk)
    {
        var counted = risk.Areas.SelectMany(area => area.Severity.Contributions.Concat(area.Likelihood.Contributions))
            .Where(contribution => contribution.Points > 0).ToList();
        if (counted.Any(contribution => contribution.Rule == RiskRules.SurveySilence))
            yield return new PlanReason(PlanReasons.SurveySilence);
        var replies = counted.Where(contribution =>
                contribution.Rule is RiskRules.SurveyDeviation or RiskRules.SurveyContradiction)
            .Select(contribution => contribution.Arguments[1]).Distinct(StringComparer.Ordinal).Count();
        if (replies > 0)
            yield return new PlanReason(PlanReasons.SurveyReplies, PlanMaker.Text(replies));
    }
}
