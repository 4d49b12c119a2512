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
                : ReviewOf(part) is { } review && closed.Contains(review)
                    ? part with { Source = null, Date = null, Arguments = [part.Arguments[0], ""] }
                    : part),
        ],
    };

    /// <summary>The review that a finding comes from, by the stream of its event.</summary>
    private static Id? ReviewOf(Contribution part)
    {
        if (part.Rule is not (RiskRules.FindingRemains or RiskRules.FindingsOverdue or RiskRules.FindingRepeated)
            || part.Source is not { } source)
            return null;
        var (from, to) = (source.IndexOf('-', StringComparison.Ordinal), source.IndexOf('@', StringComparison.Ordinal));
        return from >= 0 && to > from && Id.TryParse(source[(from + 1)..to], out var id) ? id : null;
    }
}
