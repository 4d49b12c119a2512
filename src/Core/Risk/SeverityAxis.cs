using Oversight.Settings;

namespace Oversight.Risk;

/// <summary>
/// allvarlighetsgrad: whether what is told gets graver than it usually is at the unit, and how grave the gravest is.
/// A concern of severity s tells by the logarithm of how many times more often s comes where it gets graver
/// (a likelihood ratio); what is usual is taken off again.
/// </summary>
internal static class SeverityAxis
{
    public static IEnumerable<Contribution> Of(
        UnitExpectation expected, IReadOnlyList<ConcernFact> window, double share, Weighing weighing)
    {
        var (model, rules) = (weighing.Model, weighing.Model.Severity);
        var points = rules.TimesMore.Select(times => Parts.Rounded(Math.Log((double)times))).ToList();
        var gravestFirst = window.Where(concern => concern.Weighting != ConcernWeighting.Nothing)
            .OrderByDescending(concern => Gravity.Of(concern, rules)).ThenByDescending(weighing.Weight)
            .ThenBy(concern => concern.ConcernId.Value, StringComparer.Ordinal).ToList();
        var (sum, heardGrave) = (0m, 0m);
        foreach (var (concern, weight, since) in
            Voices.Hear(gravestFirst, weighing.Weight, expected.HeardSeverity))
        {
            var worth = points[Gravity.Of(concern, rules) - 1];
            if (worth == 0)
            {
                yield return Parts.From(concern, RiskRules.NotGrave, 0, Parts.Graveness(concern, rules));
            }
            else if (weight == 0)
            {
                yield return Parts.OneVoice(concern, since, expected.HeardSeverity!.Value);
            }
            else
            {
                heardGrave += weight;
                sum += weight * worth;
                yield return Parts.From(concern, RiskRules.Graver, weight * worth * rules.GraverWeight,
                    [.. Parts.Graveness(concern, rules), Parts.Text(weight)]);
            }
        }

        if (sum > 0)
            yield return GraverUsual(expected, share, sum, heardGrave, model);
        if (gravestFirst.MaxBy(concern => Gravest(concern, weighing)) is { } gravest && Gravest(gravest, weighing) > 0)
        {
            yield return Parts.From(gravest, RiskRules.Gravest, Gravest(gravest, weighing),
                [.. Parts.Graveness(gravest, rules), Parts.Text(weighing.Weight(gravest))]);
        }

        foreach (var concern in window.Where(concern => concern.Weighting == ConcernWeighting.Nothing))
            yield return Parts.From(concern, RiskRules.Dismissed, 0);
    }

    private static Contribution GraverUsual(
        UnitExpectation expected, double share, decimal sum, decimal heardGrave, RiskModel model)
    {
        var (rules, days) = (model.Severity, model.Usual.WindowDays);
        var concerns = expected.PerYear * share * expected.Usual.YearsOfLast(days, expected.Unit);
        var usual = Parts.Rounded(
            concerns * expected.SeverityShares.Zip(rules.TimesMore, (part, times) => part * ((double)times - 1)).Sum());
        var grave = concerns
            * expected.SeverityShares.Zip(rules.TimesMore, (part, times) => times > 1 ? part : 0).Sum();
        return new Contribution(RiskRules.GraverUsual, -Math.Min(sum, usual) * rules.GraverWeight, null, null, null,
            null, [Parts.Text(heardGrave), Parts.Text(grave), Parts.Text(days)]);
    }

    private static decimal Gravest(ConcernFact concern, Weighing weighing) =>
        weighing.Weight(concern) * weighing.Model.Severity.Gravest[Gravity.Of(concern, weighing.Model.Severity) - 1];
}
