using System.Globalization;
using Oversight.Settings;

namespace Oversight.Risk;

/// <summary>
/// sannolikhet: how clearly the concerns exceed what the number of customers lets expect. Each concern's weight is
/// divided by the root of the expected number plus shrinkage, the expected number is taken off again, and reporters and
/// months beyond the first add points: a steady rise seen by many outranks one loud month by one.
/// </summary>
internal static class LikelihoodAxis
{
    private const double DaysPerYear = 365.25;

    public static AxisRisk Of(
        UnitFact unit, IReadOnlyList<WeighedConcern> concerns, bool managerChange,
        IReadOnlyList<(SurveySignal Signal, decimal Weight)> signals, RiskModel model)
    {
        var rules = model.Likelihood;
        var customers = Math.Max(unit.Customers ?? 0, rules.SmallestCustomers);
        var expected = Expected(customers, rules);
        var perConcern = Math.Round(1 / (decimal)Math.Sqrt((double)(expected + rules.Shrinkage)), 6);

        var contributions = new List<Contribution>(concerns.Count + 4);
        if (managerChange)
            contributions.Add(new Contribution(RiskRules.ManagerChange, model.ManagerChange.LikelihoodPoints,
                unit.Source, null, null, null, []));
        if (model.Surveys is { } surveys)
            contributions.AddRange(
                SurveyWeights.Contributions(signals, surveys.SilenceLikelihood, surveys.ReplyLikelihood));

        var standing = new List<WeighedConcern>(concerns.Count);
        var counted = new List<WeighedConcern>(concerns.Count);
        var fromReporter = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var concern in HeaviestFirst(concerns))
        {
            if (concern.LikelihoodWeight == 0)
            {
                contributions.Add(From(concern, RiskRules.Dismissed, 0));
                continue;
            }

            standing.Add(concern);
            var earlier = fromReporter.GetValueOrDefault(concern.Fact.ReporterKey);
            if (earlier >= model.MaxConcernsPerReporter)
            {
                contributions.Add(From(concern, RiskRules.ReporterCap, 0, Text(model.MaxConcernsPerReporter)));
            }
            else
            {
                fromReporter[concern.Fact.ReporterKey] = earlier + 1;
                counted.Add(concern);
                contributions.Add(From(concern, RiskRules.ConcernCount, concern.LikelihoodWeight * perConcern,
                    Text(concern.LikelihoodWeight), Text(perConcern)));
            }
        }

        if (counted.Count > 0)
        {
            var takenOff = Math.Min(counted.Sum(concern => concern.LikelihoodWeight), expected) * perConcern;
            contributions.Add(new Contribution(RiskRules.ExpectedCount, -takenOff, null, null, null, null,
                [Text(expected), Text(customers)]));
        }

        contributions.AddRange(Beyond(counted, concern => concern.Fact.ReporterKey).Select(concern =>
            From(concern, RiskRules.FurtherReporter, rules.PointsPerFurtherReporter * concern.LikelihoodWeight,
                Text(concern.LikelihoodWeight))));
        // Over all that stand, also those beyond the reporter's cap: a month lost to a heavier concern of the same
        // reporter would let one more concern lower the risk.
        var months = Beyond(standing, concern => (concern.Fact.Occurred.Year * 12) + concern.Fact.Occurred.Month)
            .Take(rules.MaxFurtherMonths);
        contributions.AddRange(months.Select(concern =>
            From(concern, RiskRules.FurtherMonth, rules.PointsPerFurtherMonth * concern.LikelihoodWeight,
                concern.Fact.Occurred.ToString("yyyy-MM", CultureInfo.InvariantCulture),
                Text(concern.LikelihoodWeight))));

        var sum = contributions.Sum(contribution => contribution.Points);
        return new AxisRisk(Levels.Of(sum, rules.Levels), sum, contributions);
    }

    /// <summary>
    /// The weight that a steady stream of the expected number would have today: its rate times the mean life of a
    /// fading concern.
    /// </summary>
    private static decimal Expected(int customers, LikelihoodRules rules)
    {
        var meanLifeYears = rules.HalfLifeDays / Math.Log(2) / DaysPerYear;
        return Math.Round(customers / 100m * rules.ExpectedPer100CustomersAndYear * (decimal)meanLifeYears, 6);
    }

    private static IEnumerable<WeighedConcern> HeaviestFirst(IEnumerable<WeighedConcern> concerns) => concerns
        .OrderByDescending(concern => concern.LikelihoodWeight)
        .ThenBy(concern => concern.Fact.ConcernId.Value, StringComparer.Ordinal);

    /// <summary>
    /// The heaviest concern of every group but the heaviest group. <paramref name="counted"/> comes heaviest first.
    /// </summary>
    private static IEnumerable<WeighedConcern> Beyond<TKey>(
        IEnumerable<WeighedConcern> counted, Func<WeighedConcern, TKey> group) =>
        counted.DistinctBy(group).Skip(1);

    private static Contribution From(WeighedConcern concern, string rule, decimal points, params string[] arguments) =>
        new(rule, points, concern.Fact.Source, concern.Fact.ConcernId, concern.Fact.Reference, concern.Fact.Occurred,
            arguments);

    private static string Text(decimal value) => value.ToString(CultureInfo.InvariantCulture);
}
