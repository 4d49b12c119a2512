using Azure;
using Azure.Data.Tables;

namespace Oversight.Functions.Storage.Rebuilding;

/// <summary>Checkpoints of rebuilds (table <c>rebuilds</c>).</summary>
public sealed class RebuildTable(StoreConnection store)
{
    internal const string Partition = "rebuild";
    internal const string Table = "rebuilds";

    /// <summary>Every rebuild, the latest first.</summary>
    public async Task<IReadOnlyList<Rebuild>> ReadAsync(CancellationToken cancellation)
    {
        var table = await store.TableAsync(Table);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Partition}");
        var rebuilds = await table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation).Select(Rebuild.Of).ToListAsync(cancellation);
        return [.. rebuilds.OrderByDescending(rebuild => rebuild.StartedAt)];
    }

    internal async Task<Rebuild?> FindAsync(Id id, CancellationToken cancellation)
    {
        var table = await store.TableAsync(Table);
        var row = await table.GetEntityIfExistsAsync<TableEntity>(Partition, id.Value, cancellationToken: cancellation);
        return row.HasValue ? Rebuild.Of(row.Value!) : null;
    }

    internal async Task AddAsync(Rebuild rebuild, CancellationToken cancellation)
    {
        var table = await store.TableAsync(Table);
        await table.AddEntityAsync(rebuild.ToRow(), cancellation);
    }

    /// <summary>False: another delivery of the same message was first.</summary>
    internal async Task<bool> TryUpdateAsync(Rebuild rebuild, ETag etag, CancellationToken cancellation)
    {
        var table = await store.TableAsync(Table);
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
