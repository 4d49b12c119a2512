using Oversight.Functions.Providers;
using Oversight.Functions.Storage;
using Oversight.Functions.Web;
using Oversight.Functions.Web.Components;

namespace Oversight.Functions.Reviews.Matters;

/// <summary>stopp för nya kunder: open to everybody who places customers, and no more than that.</summary>
/// <param name="Until">The last day that it applies; null: until it is taken away.</param>
public sealed record StopRow(Id UnitId, DateOnly Since, string Text, DateOnly? Until)
{
    /// <summary>Units that no new customers are placed at: few, and read whole.</summary>
    public const string Partition = "unit-stops";
}

/// <summary>Tells of stopp för nya kunder where units are chosen and in the register, at once.</summary>
internal sealed class UnitStops(Views views, StockholmTime time) : IUnitNotices
{
    public async Task<IReadOnlyDictionary<Id, string>> ReadAsync(CancellationToken cancellation)
    {
        var today = time.Today();
        return (await views.ReadAllAsync<StopRow>(StopRow.Partition, cancellation))
            .Where(row => row.Until is not { } until || today <= until)
            .GroupBy(row => row.UnitId)
            .ToDictionary(rows => rows.Key, Text);
    }

    /// <summary>With a last day only where none of them goes on without one.</summary>
    private static string Text(IEnumerable<StopRow> rows)
    {
        var all = rows.ToList();
        var since = $"Inga nya kunder sedan {SwedishDates.Text(all.Min(row => row.Since))}";
        return all.All(row => row.Until is not null)
            ? $"{since}, till och med {SwedishDates.Text(all.Max(row => row.Until!.Value))}"
            : since;
    }
}
