using Oversight.Settings;

namespace Oversight.Risk;

/// <summary>
/// The risk analysis (R51-R54): a query over facts, as of a day, under one version of the model. It sees neither
/// ownership nor form of agreement (R18-R20), does not depend on the order of its input, and one more founded concern
/// never lowers a risk. The effort grows with the number of concerns.
/// </summary>
public static class RiskAnalysis
{
    /// <summary>
    /// Every unit that is valid on <paramref name="asOf"/>, highest risk first. Concerns about other units are left
    /// out.
    /// </summary>
    /// <param name="concerns">
    /// As they are assessed now; those received after <paramref name="asOf"/> do not count.
    /// </param>
    /// <param name="surveys">What the avtalsenkäter tell; null: nothing.</param>
    public static IReadOnlyList<UnitRisk> Of(
        IEnumerable<UnitFact> units, IEnumerable<ConcernFact> concerns, DateOnly asOf, RiskModel model,
        IEnumerable<SurveySignal>? surveys = null)
    {
        var weighing = new Weighing(model, asOf);
        var byUnit = concerns.ToLookup(concern => concern.UnitId);
        var signals = (surveys ?? []).ToLookup(signal => signal.UnitId);
        return
        [
            .. units.Where(unit => unit.ValidFrom <= asOf && (unit.ValidTo is not { } last || asOf <= last))
                .Select(unit => OfUnit(unit, byUnit[unit.UnitId], weighing, signals[unit.UnitId]))
                .Order(RiskOrder.HighestFirst),
        ];
    }

    /// <summary>One unit alone, valid or not, with the same result as among others.</summary>
    /// <param name="surveys">What the unit's avtalsenkäter tell; null: nothing.</param>
    public static UnitRisk OfUnit(
        UnitFact unit, IEnumerable<ConcernFact> concerns, DateOnly asOf, RiskModel model,
        IEnumerable<SurveySignal>? surveys = null) =>
        OfUnit(unit, concerns, new Weighing(model, asOf), surveys ?? []);

    private static UnitRisk OfUnit(
        UnitFact unit, IEnumerable<ConcernFact> concerns, Weighing weighing, IEnumerable<SurveySignal> surveys)
    {
        var signals = weighing.Weigh(surveys);
        var weighed = concerns.Where(weighing.IsInTime).Select(weighing.Weigh).ToList();
        var areas = weighed.GroupBy(concern => concern.Fact.Area ?? RiskAreas.NotAssessed)
            .ToDictionary(area => area.Key, area => area.ToList());
        if (unit.ManagerChangeNotNotified)
            areas.TryAdd(weighing.Model.ManagerChange.Area, []);
        if (signals.Count > 0)
            areas.TryAdd(weighing.Model.Surveys!.Area, []);

        var ranked = areas.Select(area => OfArea(unit, area.Key, area.Value, weighing, signals))
            .OrderByDescending(area => area.Product).ThenByDescending(area => area.Points)
            .ThenBy(area => area.Area.Value, StringComparer.Ordinal).ToList();
        var counting = weighed.Where(concern => concern.Fact.Weighting != ConcernWeighting.Nothing).ToList();
        var unassessed = counting.Count(concern => concern.Fact.Weighting == ConcernWeighting.Unassessed);
        var reporters = counting.Select(concern => concern.Fact.ReporterKey).Distinct(StringComparer.Ordinal).Count();
        return new UnitRisk(
            unit, ranked, weighing.Model.ClassOf(ranked.Count > 0 ? ranked[0].Product : 1), counting.Count, unassessed,
            reporters, [.. Uncertainties(unit, counting.Count, unassessed, reporters)]);
    }

    private static AreaRisk OfArea(
        UnitFact unit, CodeId area, List<WeighedConcern> concerns, Weighing weighing,
        IReadOnlyList<(SurveySignal Signal, decimal Weight)> signals)
    {
        var managerChange = unit.ManagerChangeNotNotified && area == weighing.Model.ManagerChange.Area;
        var ofSurvey = area == weighing.Model.Surveys?.Area ? signals : [];
        var severity = SeverityAxis.Of(unit, concerns, managerChange, ofSurvey, weighing.Model);
        var likelihood = LikelihoodAxis.Of(unit, concerns, managerChange, ofSurvey, weighing.Model);
        return new AreaRisk(area, severity, likelihood, weighing.Model.ClassOf(severity.Level * likelihood.Level));
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
