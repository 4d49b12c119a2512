using Oversight.Settings;

namespace Oversight.Risk;

/// <summary>A unit that somebody should look at now, whatever its class.</summary>
public sealed record UnitWarning(UnitFact Unit, EarlyWarning Warning)
{
    /// <summary>
    /// The newest tidig varning of each unit of a board that came within the window of the model, the strongest first.
    /// </summary>
    /// <param name="units">All of one board: each is judged by what is usual among them.</param>
    public static IReadOnlyList<UnitWarning> Of(
        IReadOnlyList<UnitFact> units, IReadOnlyList<ConcernFact> concerns, DateOnly asOf, RiskModel model)
    {
        var usual = Usual.Of(units, concerns, asOf, model);
        var byUnit = concerns.ToLookup(concern => concern.UnitId);
        return
        [
            .. units.Where(unit => unit.ValidFrom <= asOf && (unit.ValidTo is not { } last || asOf <= last))
                .Select(unit => (Unit: unit, Warning: Newest(unit, byUnit[unit.UnitId], usual)))
                .Where(found => found.Warning is not null)
                .Select(found => new UnitWarning(found.Unit, found.Warning!))
                .OrderByDescending(found => found.Warning.Height)
                .ThenBy(found => found.Unit.UnitId.Value, StringComparer.Ordinal),
        ];
    }

    /// <summary>Null: none of late.</summary>
    public static EarlyWarning? Newest(UnitFact unit, IEnumerable<ConcernFact> concerns, Usual usual) =>
        EarlyWarning.Of(unit, concerns, usual)
            .LastOrDefault(warning => warning.Month >= usual.AsOf.AddDays(-usual.Model.Usual.WindowDays));
}
