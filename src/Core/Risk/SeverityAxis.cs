using System.Globalization;
using Oversight.Settings;

namespace Oversight.Risk;

/// <summary>
/// allvarlighetsgrad: how grave the gravest concerns are. The gravest counts in full, the next ones by a falling share,
/// so that many mild concerns do not become a grave one.
/// </summary>
internal static class SeverityAxis
{
    public static AxisRisk Of(
        UnitFact unit, IReadOnlyList<WeighedConcern> concerns, bool managerChange,
        IReadOnlyList<(SurveySignal Signal, decimal Weight)> signals, RiskModel model)
    {
        var contributions = new List<Contribution>(concerns.Count + 1);
        if (managerChange)
            contributions.Add(new Contribution(RiskRules.ManagerChange, model.ManagerChange.SeverityPoints, unit.Source,
                null, null, null, []));
        if (model.Surveys is { } surveys)
            contributions.AddRange(
                SurveyWeights.Contributions(signals, surveys.SilenceSeverity, surveys.ReplySeverity));

        var share = 1m;
        var counted = 0;
        var fromReporter = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (concern, points) in GravestFirst(concerns, model.Severity))
        {
            if (points == 0)
            {
                contributions.Add(Nothing(concern, RiskRules.Dismissed));
            }
            else if (fromReporter.GetValueOrDefault(concern.Fact.ReporterKey) >= model.MaxConcernsPerReporter)
            {
                contributions.Add(Nothing(concern, RiskRules.ReporterCap, model.MaxConcernsPerReporter));
            }
            else if (counted == model.Severity.CountedConcerns)
            {
                contributions.Add(Nothing(concern, RiskRules.BeyondGravest, counted));
            }
            else
            {
                fromReporter[concern.Fact.ReporterKey] = fromReporter.GetValueOrDefault(concern.Fact.ReporterKey) + 1;
                contributions.Add(Counted(concern, points * share, share, model.Severity));
                share *= model.Severity.NextShare;
                counted++;
            }
        }

        var sum = contributions.Sum(contribution => contribution.Points);
        return new AxisRisk(Levels.Of(sum, model.Severity.Levels), sum, contributions);
    }

    private static IEnumerable<(WeighedConcern Concern, decimal Points)> GravestFirst(
        IReadOnlyList<WeighedConcern> concerns, SeverityRules rules) => concerns
            .Select(concern => (Concern: concern, Points: concern.SeverityWeight * FullPoints(concern.Fact, rules)))
            .OrderByDescending(item => item.Points)
            .ThenBy(item => item.Concern.Fact.ConcernId.Value, StringComparer.Ordinal);

    private static decimal FullPoints(ConcernFact fact, SeverityRules rules) =>
        rules.PointsBySeverity[SeverityOf(fact, rules) - 1] + (WeightOf(fact, rules)?.Points ?? 0);

    private static int SeverityOf(ConcernFact fact, SeverityRules rules) =>
        Math.Clamp(fact.Severity ?? WeightOf(fact, rules)?.AssumedSeverity ?? 1, 1, 4);

    private static ConsequenceWeight? WeightOf(ConcernFact fact, SeverityRules rules)
    {
        foreach (var weight in rules.Consequences)
        {
            if (weight.Consequence == fact.Consequence)
                return weight;
        }

        return null;
    }

    private static Contribution Counted(WeighedConcern concern, decimal points, decimal share, SeverityRules rules) =>
        new(
            RiskRules.ConcernSeverity, points, concern.Fact.Source, concern.Fact.ConcernId, concern.Fact.Reference,
            concern.Fact.Occurred, [
                SeverityOf(concern.Fact, rules).ToString(CultureInfo.InvariantCulture),
                concern.Fact.Severity is null ? "assumed" : "assessed",
                concern.Fact.Consequence.Value, concern.SeverityWeight.ToString(CultureInfo.InvariantCulture),
                share.ToString(CultureInfo.InvariantCulture),
            ]);

    private static Contribution Nothing(WeighedConcern concern, string rule, int? most = null) => new(
        rule, 0, concern.Fact.Source, concern.Fact.ConcernId, concern.Fact.Reference, concern.Fact.Occurred,
        most is { } value ? [value.ToString(CultureInfo.InvariantCulture)] : []);
}
