using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Providers;
using Oversight.Functions.Settings;

namespace Oversight.Functions.Concerns;

/// <summary>The units of the register, found by their own and their provider's name.</summary>
internal sealed class UnitLookup(ConcernUnits units, IUnitNotices notices, SettingsProvider settings) : ILookup
{
    public const string SourceName = "units";

    public string Name => SourceName;

    public async Task<IReadOnlyList<LookupItem>> ReadAsync(CancellationToken cancellation)
    {
        var inForce = await settings.GetAsync(cancellation);
        var all = await units.AllAsync(cancellation);
        var noted = await notices.ReadAsync(cancellation);
        return
        [
            .. all.Select(unit => (Unit: unit, Note: noted.GetValueOrDefault(unit.UnitId)))
                .Select(known => new LookupItem(
                    known.Unit.UnitId, known.Unit.Label,
                    Detail(inForce.Settings.Board(known.Unit.Board)?.Name ?? known.Unit.Board.Value, known.Note))
                {
                    Note = known.Note,
                    Tags = [.. known.Unit.Services.Select(service => service.Value)],
                }),
        ];
    }

    private static string Detail(string board, string? note) => note is null ? board : $"{board}. {note}";
}
