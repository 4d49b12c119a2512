using Oversight.Settings;

namespace Oversight.Risk;

/// <summary>A unit that somebody should look at now, whatever its class.</summary>
public sealed record UnitWarning(UnitFact Unit, EarlyWarning Warning)
{
    /// <summary>
    /// The newest tidig varning of each unit of a board that came within the window of the model, the strongest first.
    /// </summary>
    internal static IReadOnlyList<UnitWarning> Of(
        IEnumerable<UnitFact> units, ILookup<Id, ConcernFact> byUnit, Usual usual) =>
    [
        .. units.Where(unit => unit.IsValidOn(usual.AsOf))
            .Select(unit => (Unit: unit, Warning: Newest(unit, byUnit[unit.UnitId], usual)))
            .Where(found => found.Warning is not null)
            .Select(found => new UnitWarning(found.Unit, found.Warning!))
            .OrderByDescending(found => found.Warning.Height)
            .ThenBy(found => found.Unit.UnitId.Value, StringComparer.Ordinal),
    ];

    /// <summary>Null: none of late.</summary>
    public static EarlyWarning? Newest(UnitFact unit, IEnumerable<ConcernFact> concerns, Usual usual) =>
        EarlyWarning.Of(unit, concerns, usual)
            .LastOrDefault(warning => warning.Month >= usual.AsOf.AddDays(-usual.Model.Usual.WindowDays));
}

/// <summary>A board as the risk page shows it: every unit, and those that somebody should look at now.</summary>
public sealed record BoardRisk(IReadOnlyList<UnitRisk> Units, IReadOnlyList<UnitWarning> Warnings)
{
    /// <param name="units">All of one board: each is judged by what is usual among them.</param>
    public static BoardRisk Of(
        IReadOnlyList<UnitFact> units, IEnumerable<ConcernFact> concerns, DateOnly asOf, RiskModel model,
        ToldOfUnits? told = null)
    {
        var known = concerns.Where(concern => Usual.IsInTime(concern, asOf, model)).ToList();
        var byUnit = known.ToLookup(concern => concern.UnitId);
        var usual = Usual.Of(units, byUnit, known, asOf, model);
        return new BoardRisk(RiskAnalysis.Of(units, byUnit, usual, told), UnitWarning.Of(units, byUnit, usual));
    }
}
