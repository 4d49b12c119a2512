using Azure;
using Azure.Data.Tables;
using Oversight.Functions.Storage;

namespace Oversight.Functions.Maintenance.Rebuilding;

/// <summary>Checkpoints of rebuilds, in the table that says which lists are complete.</summary>
public sealed class RebuildTable(StoreConnection store)
{
    internal const string Partition = "rebuild";

    /// <summary>Every rebuild, the latest first.</summary>
    public async Task<IReadOnlyList<Rebuild>> ReadAsync(CancellationToken cancellation)
    {
        var table = await store.TableAsync(CompleteLists.Table);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Partition}");
        var rebuilds = await table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation).Select(Rebuild.Of)
            .ToListAsync(cancellation);
        return [.. rebuilds.OrderByDescending(rebuild => rebuild.StartedAt)];
    }

    internal async Task<Rebuild?> FindAsync(Id id, CancellationToken cancellation)
    {
        var table = await store.TableAsync(CompleteLists.Table);
        var row = await table.GetEntityIfExistsAsync<TableEntity>(Partition, id.Value, cancellationToken: cancellation);
        return row.HasValue ? Rebuild.Of(row.Value!) : null;
    }

    internal async Task AddAsync(Rebuild rebuild, CancellationToken cancellation)
    {
        var table = await store.TableAsync(CompleteLists.Table);
        await table.AddEntityAsync(rebuild.ToRow(), cancellation);
    }

    /// <summary>False: another delivery of the same message was first.</summary>
    internal async Task<bool> TryUpdateAsync(Rebuild rebuild, ETag etag, CancellationToken cancellation)
    {
        var table = await store.TableAsync(CompleteLists.Table);
        try
        {
            await table.UpdateEntityAsync(rebuild.ToRow(), etag, TableUpdateMode.Replace, cancellation);
            return true;
        }
        catch (RequestFailedException failure) when (failure.Status is 404 or 412)
        {
            return false;
        }
    }
}
