using Oversight.Risk;

namespace Oversight.Functions.Risk;

/// <summary>
/// What is shown as one bar: a hypothesis with its concerns and what is usual, or a contribution alone.
/// </summary>
/// <param name="Usual">What was taken off.</param>
internal sealed record ContributionGroup(
    string Text, decimal Points, IReadOnlyList<Contribution> Parts, decimal Usual, Contribution? Only)
{
    private static readonly Dictionary<string, string> ConcernRuleOf = new()
    {
        [RiskRules.MoreOftenUsual] = RiskRules.MoreOften,
        [RiskRules.SuddenlyUsual] = RiskRules.Suddenly,
        [RiskRules.GraverUsual] = RiskRules.Graver,
    };

    public static bool IsUsual(Contribution part) => ConcernRuleOf.ContainsKey(part.Rule);

    public static IReadOnlyList<ContributionGroup> Of(AxisRisk axis, Func<Contribution, string> label)
    {
        var hypotheses = axis.Contributions.Where(IsUsual).Select(usual =>
        {
            var parts = axis.Contributions.Where(part => part.Rule == ConcernRuleOf[usual.Rule])
                .OrderByDescending(part => part.Points).ToList();
            return new ContributionGroup(
                label(usual), parts.Sum(part => part.Points) + usual.Points, parts, usual.Points, null);
        });
        var alone = axis.Contributions.Where(part =>
                part.Points != 0 && !IsUsual(part) && !ConcernRuleOf.ContainsValue(part.Rule))
            .Select(part => new ContributionGroup(label(part), part.Points, [], 0, part));
        return [.. hypotheses.Concat(alone).OrderByDescending(group => group.Points)];
    }
}
