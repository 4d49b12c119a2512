using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Settings;

namespace Oversight.Functions.Concerns;

/// <summary>The units of the register, found by their own and their provider's name.</summary>
internal sealed class UnitLookup(ConcernUnits units, SettingsProvider settings) : ILookup
{
    public const string SourceName = "units";

    public string Name => SourceName;

    public async Task<IReadOnlyList<LookupItem>> ReadAsync(CancellationToken cancellation)
    {
        var inForce = await settings.GetAsync(cancellation);
        var all = await units.AllAsync(cancellation);
        return [.. all.Select(unit => new LookupItem(
            unit.UnitId, unit.Label, inForce.Settings.Board(unit.Board)?.Name ?? unit.Board.Value))];
    }
}
