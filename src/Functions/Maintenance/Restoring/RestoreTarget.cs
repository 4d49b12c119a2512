using Azure.Data.Tables;
using Oversight.Functions.Maintenance.Exports;
using Oversight.Functions.Storage;

namespace Oversight.Functions.Maintenance.Restoring;

/// <summary>The tables that a restore loads into.</summary>
public sealed class RestoreTarget(StoreConnection store)
{
    /// <exception cref="RestoreRefusedException">Something stands there: nothing is ever mixed or written
    /// over.</exception>
    internal async Task RequireEmptyAsync(CancellationToken cancellation)
    {
        foreach (var name in ExportTables.MustBeEmpty)
        {
            var table = await store.TableAsync(name);
            if (await table.QueryAsync<TableEntity>(maxPerPage: 1, select: ["PartitionKey"],
                cancellationToken: cancellation).AnyAsync(cancellation))
                throw new RestoreRefusedException(
                    $"Tabellen {table.Name} är inte tom. Återställ till en ny uppsättning tabeller "
                        + "(Oversight__Storage__TableSet).");
        }
    }
}
