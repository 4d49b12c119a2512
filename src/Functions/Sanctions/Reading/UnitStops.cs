using Oversight.Functions.Providers;
using Oversight.Functions.Storage;
using Oversight.Functions.Web.Components;

namespace Oversight.Functions.Sanctions.Reading;

/// <summary>Tells of stopp för nya kunder where units are chosen and in the register, at once.</summary>
internal sealed class UnitStops(Views views) : IUnitNotices
{
    public async Task<IReadOnlyDictionary<Id, string>> ReadAsync(CancellationToken cancellation) =>
        (await views.ReadAllAsync<StopRow>(SanctionPartitions.Stops, cancellation))
            .GroupBy(row => row.UnitId)
            .ToDictionary(
                rows => rows.Key,
                rows => $"Inga nya kunder sedan {SwedishDates.Text(rows.Min(row => row.Since))}");
}
