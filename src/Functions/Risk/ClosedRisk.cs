using Oversight.Functions.Identity;
using Oversight.Risk;

namespace Oversight.Functions.Risk;

/// <summary>
/// A unit's risk for somebody who is in a conflict of interest in some of its concerns or reviews: the points stay,
/// what they come from does not.
/// </summary>
internal static class ClosedRisk
{
    public static UnitRisk For(this UnitRisk risk, ClosedMatters closed) => closed.Any
        ? risk with
        {
            Areas = [
                .. risk.Areas.Select(area =>
                    area with { Severity = For(area.Severity, closed), Likelihood = For(area.Likelihood, closed) })]
        }
        : risk;

    private static AxisRisk For(AxisRisk axis, ClosedMatters closed) => axis with
    {
        Contributions =
        [
            .. axis.Contributions.Select(part => part.ConcernId is { } concern && closed.Contains(concern)
                ? part with { Source = null, ConcernId = null, Reference = null, Date = null }
                // A review may be closed by any of the concerns that it is made because of: none is named.
                : part.Rule is RiskRules.FindingRemains or RiskRules.FindingsOverdue or RiskRules.FindingRepeated
                    ? part with { Source = null, Date = null, Arguments = [part.Arguments[0], ""] }
                    : part),
        ],
    };
}
