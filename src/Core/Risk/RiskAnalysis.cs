using Oversight.Settings;

namespace Oversight.Risk;

/// <summary>
/// The risk analysis (R51-R54): a query over facts, as of a day, under one version of the model. It sees neither
/// ownership nor form of agreement (R18-R20), does not depend on the order of its input, and one more founded concern
/// that is received now never lowers a risk. The effort grows with the number of concerns.
/// </summary>
public static class RiskAnalysis
{
    /// <summary>
    /// Every unit that is valid on <paramref name="asOf"/>, highest risk first. Concerns about other units are left
    /// out.
    /// </summary>
    /// <param name="units">All of one board: each is judged by what is usual among them.</param>
    /// <param name="concerns">
    /// As they are assessed now; those received after <paramref name="asOf"/> do not count.
    /// </param>
    /// <param name="told">What else is known of the units; null: nothing.</param>
    public static IReadOnlyList<UnitRisk> Of(
        IEnumerable<UnitFact> units, IEnumerable<ConcernFact> concerns, DateOnly asOf, RiskModel model,
        ToldOfUnits? told = null)
    {
        var all = units.ToList();
        var known = concerns.Where(concern => Usual.IsInTime(concern, asOf, model)).ToList();
        var byUnit = known.ToLookup(concern => concern.UnitId);
        return Of(all, byUnit, Usual.Of(all, byUnit, known, asOf, model), told);
    }

    /// <summary>The same where what is usual is known already.</summary>
    internal static IReadOnlyList<UnitRisk> Of(
        IEnumerable<UnitFact> units, ILookup<Id, ConcernFact> byUnit, Usual usual, ToldOfUnits? told)
    {
        told ??= ToldOfUnits.Nothing;
        var signals = told.Surveys.ToLookup(signal => signal.UnitId);
        var reviews = told.Reviews.ToLookup(review => review.UnitId);
        var judged = told.Judged.ToLookup(judgement => judgement.UnitId);
        return
        [
            .. units.Where(unit => unit.IsValidOn(usual.AsOf))
                .Select(unit => OfUnit(unit, byUnit[unit.UnitId], usual,
                    new ToldOfUnits([.. signals[unit.UnitId]], [.. reviews[unit.UnitId]])
                    {
                        Judged = [.. judged[unit.UnitId]],
                    }))
                .Order(RiskOrder.HighestFirst),
        ];
    }

    /// <summary>One unit, valid or not, with the same result as among the others of its board.</summary>
    /// <param name="usual">What is usual at the board, as of the day of the analysis.</param>
    /// <param name="told">What else is known of the unit; null: nothing.</param>
    public static UnitRisk OfUnit(
        UnitFact unit, IEnumerable<ConcernFact> concerns, Usual usual, ToldOfUnits? told = null)
    {
        var (model, weighing) = (usual.Model, new Weighing(usual.Model, usual.AsOf));
        told ??= ToldOfUnits.Nothing;
        var signals = weighing.Weigh(told.Surveys);
        var known = concerns.Where(concern => Usual.IsInTime(concern, usual.AsOf, model)).ToList();
        var expected = UnitExpectation.Of(usual, unit, known);
        var window = known.Where(concern => concern.Received > usual.LastPastDay)
            .OrderBy(concern => concern.ConcernId.Value, StringComparer.Ordinal).ToList();

        var areas = window.Where(concern => concern.Area is not null).GroupBy(concern => concern.Area!.Value)
            .ToDictionary(area => area.Key, area => area.ToList());
        if (unit.ManagerChangeNotNotified)
            areas.TryAdd(model.ManagerChange.Area, []);
        if (signals.Count > 0)
            areas.TryAdd(model.Surveys!.Area, []);
        var ranked = areas.Select(area => OfArea(area.Key, area.Value, expected, weighing, signals)).ToList();
        var findings = new FindingWeights(told.Reviews, usual.AsOf, model.Findings);
        if (Whole(window, expected, weighing, signals, findings) is { } whole)
            ranked.Add(whole);

        var counting = window.Where(concern => concern.Weighting != ConcernWeighting.Nothing).ToList();
        var unassessed = counting.Count(concern => concern.Weighting == ConcernWeighting.Unassessed);
        var reporters = counting.Select(concern => concern.ReporterKey).Distinct(StringComparer.Ordinal).Count();
        ranked.Sort(AreaOrder.HighestFirst);
        return new UnitRisk(
            unit, ranked, model.ClassOf(ranked.Count > 0 ? ranked[0].Product : 1), counting.Count, unassessed,
            reporters, [.. Uncertainties(unit, counting.Count, unassessed, reporters)])
        {
            Evidence = Strength(counting, reporters, model.Evidence),
            Judged = told.Judged.LastOrDefault(judgement => judgement.IsInForceOn(usual.AsOf)) is { } judgement
                ? model.Classes.FirstOrDefault(candidate => candidate.Id == judgement.Class)
                : null,
        };
    }

    private static AreaRisk? Whole(
        IReadOnlyList<ConcernFact> window, UnitExpectation expected, Weighing weighing,
        IReadOnlyList<(SurveySignal Signal, decimal Weight)> signals, FindingWeights findings)
    {
        var likelihood = LikelihoodAxis.Of(expected, window, 1, weighing).ToList();
        if (LikelihoodAxis.HighForLong(expected, window, weighing) is { } forLong)
            likelihood.Add(forLong);
        var severity = SeverityAxis.Of(expected, window, 1, weighing);
        var (ofSeverity, ofLikelihood) = Registered(expected.Unit, null, weighing.Model, signals);
        List<Contribution> allSeverity = [.. ofSeverity, .. findings.Severity(), .. severity];
        List<Contribution> allLikelihood = [.. ofLikelihood, .. findings.Likelihood(), .. likelihood];
        return allSeverity.Count + allLikelihood.Count == 0
            ? null
            : Area(RiskAreas.Whole, allSeverity, allLikelihood, weighing.Model);
    }

    private static AreaRisk OfArea(
        CodeId area, IReadOnlyList<ConcernFact> window, UnitExpectation expected, Weighing weighing,
        IReadOnlyList<(SurveySignal Signal, decimal Weight)> signals)
    {
        var (model, share) = (weighing.Model, expected.Usual.ShareOf(area));
        Contribution Less(Contribution part) => part with { Points = part.Points * model.SingleArea };
        var (ofSeverity, ofLikelihood) = Registered(expected.Unit, area, model, signals);
        return Area(
            area,
            [.. ofSeverity, .. SeverityAxis.Of(expected, window, share, weighing).Select(Less)],
            [.. ofLikelihood, .. LikelihoodAxis.Of(expected, window, share, weighing).Select(Less)], model);
    }

    private static AreaRisk Area(
        CodeId area, List<Contribution> severity, List<Contribution> likelihood, RiskModel model)
    {
        var first = Axis(severity, model.Severity.Levels);
        var second = Axis(likelihood, model.Likelihood.Levels);
        return new AreaRisk(area, first, second, model.ClassOf(first.Level * second.Level));
    }

    private static AxisRisk Axis(List<Contribution> parts, IReadOnlyList<decimal> levels)
    {
        var sum = parts.Sum(part => part.Points);
        return new AxisRisk(Levels.Of(sum, levels), sum, parts);
    }

    /// <summary>What the register and the avtalsenkäter tell of an area, or of the unit as a whole (null).</summary>
    private static (IEnumerable<Contribution> Severity, IEnumerable<Contribution> Likelihood) Registered(
        UnitFact unit, CodeId? area, RiskModel model, IReadOnlyList<(SurveySignal Signal, decimal Weight)> signals)
    {
        var (severity, likelihood) = (new List<Contribution>(), new List<Contribution>());
        if (unit.ManagerChangeNotNotified && (area is null || area == model.ManagerChange.Area))
        {
            var late = new Contribution(RiskRules.ManagerChange, 0, unit.Source, null, null, null, []);
            severity.Add(late with { Points = model.ManagerChange.SeverityPoints });
            likelihood.Add(late with { Points = model.ManagerChange.LikelihoodPoints });
        }

        if (model.Surveys is { } surveys && (area is null || area == surveys.Area))
        {
            severity.AddRange(SurveyWeights.Contributions(signals, surveys.SilenceSeverity, surveys.ReplySeverity));
            likelihood.AddRange(
                SurveyWeights.Contributions(signals, surveys.SilenceLikelihood, surveys.ReplyLikelihood));
        }

        return (severity, likelihood);
    }

    private static EvidenceStrength Strength(List<ConcernFact> counting, int reporters, EvidenceRules rules)
    {
        var assessed = counting.Count(concern => concern.Weighting == ConcernWeighting.Assessed);
        var months = counting.Select(concern => Months.Of(concern.Received)).Distinct().Count();
        if (assessed >= rules.Concerns && reporters >= rules.Reporters && months >= rules.Months)
            return EvidenceStrength.Strong;
        return reporters > 1 ? EvidenceStrength.Limited : EvidenceStrength.SoleJudgement;
    }

    private static IEnumerable<Uncertainty> Uncertainties(UnitFact unit, int counting, int unassessed, int reporters)
    {
        if (unit.Customers is null)
            yield return Uncertainty.CustomersUnknown;
        if (counting > 0 && unassessed * 2 >= counting)
            yield return Uncertainty.MostlyUnassessed;
        if (counting > 1 && reporters == 1)
            yield return Uncertainty.SingleReporter;
    }
}
