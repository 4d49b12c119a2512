using Oversight.Settings;

namespace Oversight.Risk;

/// <summary>
/// sannolikhet: how clearly the concerns exceed what is usual, by hypotheses that are kept apart. Each is a difference
/// from what is expected, counted in its own spread: more often (the newest weigh most), suddenly, high for long; and
/// more than one reporter tells of it.
/// </summary>
internal static class LikelihoodAxis
{
    public static IEnumerable<Contribution> Of(
        UnitExpectation expected, IReadOnlyList<ConcernFact> window, double share, Weighing weighing)
    {
        var rules = weighing.Model.Likelihood;
        var newestFirst = window.Where(concern => concern.Weighting != ConcernWeighting.Nothing)
            .OrderByDescending(concern => concern.Received).ThenByDescending(weighing.Weight)
            .ThenBy(concern => concern.ConcernId.Value, StringComparer.Ordinal).ToList();
        var heard = Voices.Hear(newestFirst, weighing.Weight, expected.Heard).ToList();
        var rate = expected.PerYear * share;

        foreach (var part in MoreOften(heard, rate, expected, weighing))
            yield return part;
        foreach (var part in Suddenly(heard, rate, expected, weighing))
            yield return part;
        foreach (var reporter in heard.DistinctBy(item => item.Concern.ReporterKey).Skip(1)
            .Take(rules.MaxFurtherReporters))
            yield return Parts.From(reporter.Concern, RiskRules.FurtherReporter, rules.FurtherReporter);
        foreach (var concern in window.Where(concern => concern.Weighting == ConcernWeighting.Nothing))
            yield return Parts.From(concern, RiskRules.Dismissed, 0);
    }

    /// <summary>
    /// Of the unit as a whole: against units of the same services and size, over all that is remembered.
    /// </summary>
    public static Contribution? HighForLong(
        UnitExpectation expected, IReadOnlyList<ConcernFact> window, Weighing weighing)
    {
        var rules = weighing.Model.Likelihood;
        var days = weighing.Model.Usual.WindowDays;
        var years = expected.PastYears + expected.Usual.YearsOfLast(days, expected.Unit);
        var heard = Voices.Sum(
            [.. window.Where(concern => concern.Weighting != ConcernWeighting.Nothing)], weighing.Weight,
            expected.Heard);
        var (own, usual) = ((double)(expected.PastWeight + heard) / years, expected.OfService);
        var spread = Math.Sqrt(
            (usual / years) + (usual * usual / (double)weighing.Model.Usual.Alikeness)
                + ((double)rules.Chance * usual));
        var points = Parts.Rounded((own - usual) / spread) * rules.LongWeight;
        return points <= 0
            ? null
            : new Contribution(
                RiskRules.HighForLong, points, null, null, null, null, [Parts.Text(own), Parts.Text(usual)]);
    }

    private static IEnumerable<Contribution> MoreOften(
        List<Heard> heard, double rate, UnitExpectation expected, Weighing weighing)
    {
        var (rules, days) = (weighing.Model.Likelihood, weighing.Model.Usual.WindowDays);
        // Nearness falls from 1 today to 0 where the window begins: its sum and the sum of its squares over the days.
        var (open, window) = (expected.Usual.YearsOfLast(days, expected.Unit), days / Usual.DaysPerYear);
        var mean = open - (open * open / (2 * window));
        var square = window / 3 * (1 - Math.Pow(1 - (open / window), 3));
        var spread = Math.Sqrt((rate * square) + ((double)rules.Chance * square / mean));
        var full = Parts.Rounded((double)rules.MoreOftenWeight / spread);
        var usual = Parts.Rounded(rate * mean);
        return Hypothesis(
            RiskRules.MoreOften, RiskRules.MoreOftenUsual, heard, full, usual, rate * open, days, expected,
            concern => weighing.Nearness(concern));
    }

    private static IEnumerable<Contribution> Suddenly(
        List<Heard> heard, double rate, UnitExpectation expected, Weighing weighing)
    {
        var rules = weighing.Model.Likelihood;
        var usual = rate * expected.Usual.YearsOfLast(rules.SuddenDays, expected.Unit);
        var full = Parts.Rounded((double)rules.SuddenWeight / Math.Sqrt(usual + (double)rules.Chance));
        return Hypothesis(
            RiskRules.Suddenly, RiskRules.SuddenlyUsual,
            [.. heard.Where(item => weighing.Age(item.Concern) < rules.SuddenDays && item.Weight > 0)], full,
            Parts.Rounded(usual), usual, rules.SuddenDays, expected, nearness: null);
    }

    private static IEnumerable<Contribution> Hypothesis(
        string rule, string usualRule, List<Heard> heard, decimal full, decimal usual, double usualCount, int days,
        UnitExpectation expected, Func<ConcernFact, decimal>? nearness)
    {
        if (heard.Count == 0)
            yield break;
        var sum = 0m;
        foreach (var (concern, weight, since) in heard)
        {
            if (weight == 0)
            {
                yield return Parts.OneVoice(concern, since, expected.Heard!.Value);
                continue;
            }

            var near = nearness?.Invoke(concern) ?? 1;
            sum += weight * near;
            yield return nearness is null
                ? Parts.From(concern, rule, weight * full, Parts.Text(weight))
                : Parts.From(concern, rule, weight * near * full, Parts.Text(weight), Parts.Text(near));
        }

        yield return new Contribution(usualRule, -Math.Min(sum, usual) * full, null, null, null, null,
            [Parts.Text(heard.Sum(item => item.Weight)), Parts.Text(usualCount), Parts.Text(days)]);
    }
}
