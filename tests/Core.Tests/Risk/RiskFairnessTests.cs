using FsCheck.Xunit;
using Oversight.Risk;
using static Oversight.Core.Tests.RiskAnalyses.TestRisk;

namespace Oversight.Core.Tests.RiskAnalyses;

/// <summary>What a provider's lawyer would ask of the model: it holds for every input.</summary>
[Trait("Requirement", "R53")]
public class RiskFairnessTests
{
    [Property(MaxTest = 500)]
    public bool One_more_founded_concern_that_is_received_now_never_lowers_a_risk(int[] seeds, int more, int size)
    {
        var unit = Unit("enheten", customers: size % 5 == 0 ? null : (int)((uint)size % 700));
        var concerns = ConcernsFrom(seeds);
        var added = ConcernsFrom([.. seeds, more])[^1] with
        {
            Received = Today,
            Weighting = ConcernWeighting.Assessed,
            Severity = (int)((uint)more % 4) + 1,
            Area = more % 2 == 0 ? Safety : Coordination,
        };
        return NeverLower(Of(unit, concerns), Of(unit, [.. concerns, added]));
    }

    [Property(MaxTest = 500)]
    public bool To_assess_a_concern_as_founded_at_the_severity_assumed_never_lowers_a_risk(int[] seeds, int which)
    {
        var concerns = ConcernsFrom(seeds);
        var open = concerns.Where(concern => concern.Weighting == ConcernWeighting.Unassessed).ToList();
        if (open.Count == 0)
            return true;
        var one = open[(int)((uint)which % open.Count)];
        var assessed = one with
        {
            Weighting = ConcernWeighting.Assessed,
            Severity = one.Consequence == Harm ? 3 : 1,
            Area = which % 2 == 0 ? Safety : Coordination,
        };
        var unit = Unit("enheten", customers: (int)((uint)which % 300));
        return NeverLower(
            Of(unit, concerns), Of(unit, [.. concerns.Select(concern => concern == one ? assessed : concern)]));
    }

    [Property]
    public bool To_dismiss_a_concern_of_the_window_never_raises_a_risk(int[] seeds, int which)
    {
        var concerns = ConcernsFrom(seeds).Where(concern => concern.Received > Today.AddDays(-170)).ToList();
        if (concerns.Count == 0)
            return true;
        // The last of its voice: an earlier one moves the months of the voice.
        var one = concerns.MaxBy(concern => (concern.Received, concern.ConcernId.Value))!;
        var unit = Unit("enheten", customers: (int)((uint)which % 300));
        var dismissed = concerns.Select(concern =>
            concern == one ? concern with { Weighting = ConcernWeighting.Nothing } : concern);
        return NeverLower(Of(unit, [.. dismissed]), Of(unit, concerns));
    }

    [Property]
    public bool An_unknown_number_of_customers_is_shown_and_never_lowers_risk(int[] seeds, int customers)
    {
        var concerns = ConcernsFrom(seeds);
        var known = Of(Unit("enheten", customers: (int)((uint)customers % 2000)), concerns);
        var unknown = Of(Unit("enheten", customers: null), concerns);
        return unknown.Uncertainties.Contains(Uncertainty.CustomersUnknown) && NeverLower(known, unknown);
    }

    /// <summary>
    /// What the analysis is given has no ownership and no form of agreement; what stands nearest to them (who runs the
    /// unit, under which agreement, in which area) changes nothing, pair by pair (R18-R20).
    /// </summary>
    [Property]
    [Trait("Requirement", "R18")]
    public bool A_matched_pair_under_another_provider_and_agreement_is_judged_alike(int[] seeds)
    {
        var one = Unit("enheten");
        var other = one with
        {
            ProviderId = IdOf("kommunen"),
            AgreementId = IdOf("egen regi"),
            ProviderName = "Kommunen",
            AgreementArea = new CodeId("hemtjanst"),
        };
        var concerns = ConcernsFrom(seeds);
        var risk = Of(other, concerns);
        return RiskAnalysisTests.Text([Of(one, concerns)]) == RiskAnalysisTests.Text([risk]);
    }

    private static UnitRisk Of(UnitFact unit, IReadOnlyList<ConcernFact> concerns)
    {
        // The board knows what is usual from others too, and none of them changes.
        var others = ConcernsFrom(Enumerable.Range(1, 40), "andra");
        UnitFact[] board = [unit, Unit("andra")];
        return RiskAnalysis.OfUnit(
            unit, concerns, Usual.Of(board, [.. concerns, .. others], Today, Model));
    }

    private static bool NeverLower(UnitRisk before, UnitRisk after) =>
        after.Class.FromProduct >= before.Class.FromProduct && after.Product >= before.Product
            && before.Areas.All(area => after.Areas.Single(other => other.Area == area.Area) is var same
                && same.Severity.Points >= area.Severity.Points && same.Likelihood.Points >= area.Likelihood.Points);
}
