using Oversight.Providers;
using Oversight.Settings;

namespace Oversight.Functions.Providers.Pages;

/// <summary>What Anordnaren på en A4 says of the provider itself, worked out before it is drawn.</summary>
/// <param name="AllUnits">Also those that others have taken over.</param>
public sealed record ProviderSheet(
    ProviderState.Registered Provider, IReadOnlyList<UnitRow> AllUnits, IReadOnlyList<UnitLine> Units,
    IReadOnlyList<UnitRow> FormerUnits, IReadOnlyList<string> Warnings, DateOnly Today, MunicipalitySettings Settings)
{
    public static ProviderSheet Of(
        Id id, ProviderState.Registered provider, IReadOnlyList<UnitRow> units,
        IReadOnlyDictionary<Id, string> managers, DateOnly today, MunicipalitySettings settings)
    {
        var own = units.Where(unit => unit.IsRunBy(id)).OrderBy(unit => unit.Unit.Names.Latest(), SwedishOrder.Comparer)
            .ToList();
        return new ProviderSheet(
            provider,
            units,
            [.. own.Select(unit => UnitLine.Of(unit, managers))],
            [.. units.Except(own)],
            [.. RegisterWarnings.Of(provider, today, settings.Register),
                .. own.SelectMany(unit => RegisterWarnings.Of(unit.Unit, today))],
            today, settings);
    }
}

/// <summary>A unit as a line of the sheet.</summary>
public sealed record UnitLine(UnitRow Row, string? ManagerName)
{
    public UnitState.Registered Unit { get; } = Row.Unit;

    public static UnitLine Of(UnitRow row, IReadOnlyDictionary<Id, string> managers) =>
        new(row, row.Unit.Manager is { } manager ? managers.GetValueOrDefault(manager.Key) : null);
}
