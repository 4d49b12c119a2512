using Oversight.Concerns;
using Oversight.Functions.Providers;
using Oversight.Functions.Storage;

namespace Oversight.Functions.Concerns;

/// <summary>A unit of the register as concerns see it.</summary>
public static class UnitLabels
{
    extension(UnitIndexRow unit)
    {
        /// <summary>As the reporter sees and types it.</summary>
        public string Label => $"{unit.Name} – {unit.ProviderName}";

        public ConcernUnit ToUnit() =>
            new(unit.UnitId, unit.ProviderId, unit.AgreementId, unit.Board, unit.Name, unit.ProviderName);
    }
}

/// <summary>The units of the register, whole and by id.</summary>
public sealed class ConcernUnits(Views views)
{
    public Task<IReadOnlyList<UnitIndexRow>> AllAsync(CancellationToken cancellation) =>
        views.ReadAllAsync<UnitIndexRow>(RegisterPartitions.UnitIndex, cancellation);

    /// <summary>The unit of that id, or what is wrong with the id.</summary>
    public async Task<ConcernPlace> FindAsync(string? unitId, CancellationToken cancellation)
    {
        if (TypedText.IsBlank(unitId))
            return new ConcernPlace.NotChosen();
        return Id.TryParse(unitId, out var id)
            && await views.FindAsync<UnitIndexRow>(RegisterPartitions.UnitIndex, id.Value, cancellation) is { } found
            ? new ConcernPlace.AtUnit(found.ToUnit())
            : new ConcernPlace.NoSuchUnit();
    }
}
