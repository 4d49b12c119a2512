using Oversight.Settings;

namespace Oversight.Risk;

/// <summary>
/// What would change a unit's class: one more founded concern like the gravest it has, or time alone. Found by running
/// the analysis again, so that it can never tell something else than the analysis does.
/// </summary>
/// <param name="WithOneMore">
/// The unit with one more assessed concern in its highest area by a reporter not heard before.
/// </param>
/// <param name="ClassFalls">
/// The first month end, looking two years ahead, at which the class is lower if nothing new comes; null when it is not.
/// </param>
/// <param name="FallsTo">The class then.</param>
public sealed record Outlook(UnitRisk WithOneMore, CodeId Area, int Severity, DateOnly? ClassFalls, RiskClass? FallsTo)
{
    private const int MonthsAhead = 24;
    private const int TypicalSeverity = 3;

    public static Outlook For(
        UnitFact unit, IReadOnlyList<ConcernFact> concerns, Usual usual, CodeId areaOfQuietUnits,
        ToldOfUnits? told = null)
    {
        var (now, asOf) = (RiskAnalysis.OfUnit(unit, concerns, usual, told), usual.AsOf);
        var area = now.Areas.FirstOrDefault(candidate => candidate.Area != RiskAreas.Whole)?.Area ?? areaOfQuietUnits;
        var oneMore = new ConcernFact
        {
            ConcernId = Id.Derive("outlook", unit.UnitId.Value),
            Reference = "",
            UnitId = unit.UnitId,
            Board = unit.Board,
            Occurred = asOf,
            Received = asOf,
            ReporterKey = "\u0000",
            Weighting = ConcernWeighting.Assessed,
            Severity = TypicalSeverity,
            Area = area,
            Category = null,
            Consequence = usual.Model.Severity.Consequences[0].Consequence,
            Source = "",
        };
        var falls = Enumerable.Range(1, MonthsAhead)
            .Select(months => EndOfMonth(asOf, months))
            .Select(day => (Day: day, RiskAnalysis.OfUnit(unit, concerns, usual.On(day), told).Class))
            .FirstOrDefault(later => later.Class.FromProduct < now.Class.FromProduct);
        return new Outlook(
            RiskAnalysis.OfUnit(unit, [.. concerns, oneMore], usual, told), area, TypicalSeverity,
            falls.Class is null ? null : falls.Day, falls.Class);
    }

    private static DateOnly EndOfMonth(DateOnly from, int monthsAhead)
    {
        var first = new DateOnly(from.Year, from.Month, 1).AddMonths(monthsAhead);
        return first.AddDays(-1) > from ? first.AddDays(-1) : first.AddMonths(1).AddDays(-1);
    }
}

/// <summary>
/// How one concern moves its unit: the unit with and without it, side by side, and the contributions that differ.
/// </summary>
public sealed record ConcernEffect(UnitRisk With, UnitRisk Without, IReadOnlyList<ContributionChange> Changes)
{
    public static ConcernEffect Of(
        UnitFact unit, IReadOnlyList<ConcernFact> concerns, Id concernId, Usual usual,
        ToldOfUnits? told = null)
    {
        var with = RiskAnalysis.OfUnit(unit, concerns, usual, told);
        var without = RiskAnalysis.OfUnit(
            unit, concerns.Where(concern => concern.ConcernId != concernId), usual, told);
        return new ConcernEffect(with, without, [.. Compare(with, without)]);
    }

    private static IEnumerable<ContributionChange> Compare(UnitRisk with, UnitRisk without)
    {
        foreach (var area in with.Areas)
        {
            var before = without.Areas.FirstOrDefault(candidate => candidate.Area == area.Area);
            foreach (var change in Compare(area.Area, RiskAxis.Severity, area.Severity, before?.Severity))
                yield return change;
            foreach (var change in Compare(area.Area, RiskAxis.Likelihood, area.Likelihood, before?.Likelihood))
                yield return change;
        }
    }

    private static IEnumerable<ContributionChange> Compare(CodeId area, RiskAxis axis, AxisRisk with, AxisRisk? without)
    {
        var before = (without?.Contributions ?? []).ToDictionary(Key);
        foreach (var contribution in with.Contributions)
        {
            var earlier = before.Remove(Key(contribution), out var found) ? found.Points : 0;
            if (earlier != contribution.Points)
                yield return new ContributionChange(area, axis, contribution, earlier, contribution.Points);
        }

        foreach (var gone in before.Values.Where(gone => gone.Points != 0))
            yield return new ContributionChange(area, axis, gone, gone.Points, 0);
    }

    /// <summary>
    /// A concern is the same row whether it counts or not: what changed is its points. A survey has a row for each
    /// question.
    /// </summary>
    private static (string, Id?, string?) Key(Contribution contribution) => contribution.Rule switch
    {
        RiskRules.OneVoice or RiskRules.Dismissed or RiskRules.NotGrave or RiskRules.MoreOften =>
            (RiskRules.Graver, contribution.ConcernId, null),
        RiskRules.SurveyDeviation or RiskRules.SurveyContradiction or RiskRules.SurveySilence =>
            (contribution.Rule, null, contribution.Source + contribution.Arguments[1]),
        var rule => (rule, contribution.ConcernId, null),
    };
}

public enum RiskAxis
{
    Severity,
    Likelihood,
}

/// <summary>A contribution whose points differ: without the concern, and with it.</summary>
public sealed record ContributionChange(
    CodeId Area, RiskAxis Axis, Contribution Contribution, decimal Without, decimal With);
