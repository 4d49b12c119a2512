using Azure;
using Azure.Data.Tables;

namespace Oversight.Functions.Storage;

/// <summary>
/// What has been projected of each stream (table <c>projected</c>): one row, written after all view rows are.
/// </summary>
internal sealed class ProjectedTable(StoreConnection store)
{
    internal const string Table = "projected";
    private const string RowKey = "projected";
    private const string Rows = "Rows";

    internal async Task<ProjectedRow?> FindAsync(string streamId, CancellationToken cancellation)
    {
        var table = await store.TableAsync(Table);
        var row = await table.GetEntityIfExistsAsync<TableEntity>(streamId, RowKey, cancellationToken: cancellation);
        if (!row.HasValue)
            return null;
        var owned = StoredJson.Read<List<OwnedRow>>(SplitText.Get(row.Value!, Rows)!);
        return new ProjectedRow(ViewStamp.Of(row.Value!), owned, row.Value!.ETag);
    }

    /// <summary>Whether a stream of the kind was last projected by older code.</summary>
    internal async Task<bool> HasOlderAsync(IStreamKind kind, CancellationToken cancellation)
    {
        var table = await store.TableAsync(Table);
        var (first, end) = (kind.Name + '-', kind.Name + '.');
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey ge {first} and PartitionKey lt {end} and Projection lt {kind.ProjectionVersion}");
        // The name of another kind may begin with this one's.
        return await table.QueryAsync<TableEntity>(filter, select: ["PartitionKey"], cancellationToken: cancellation)
            .AnyAsync(row => StreamIds.KindOf(row.PartitionKey) == kind.Name, cancellation);
    }

    /// <summary>False: somebody else has written the row since <paramref name="known"/> was read.</summary>
    internal async Task<bool> TryWriteAsync(
        string streamId, ViewStamp stamp, IReadOnlyList<OwnedRow> owned, ETag? known, CancellationToken cancellation)
    {
        var table = await store.TableAsync(Table);
        var row = new TableEntity(streamId, RowKey);
        stamp.Set(row);
        SplitText.Set(row, Rows, StoredJson.Write(owned, typeof(IReadOnlyList<OwnedRow>)));
        try
        {
            if (known is { } etag)
                await table.UpdateEntityAsync(row, etag, TableUpdateMode.Replace, cancellation);
            else
                await table.AddEntityAsync(row, cancellation);
            return true;
        }
        catch (RequestFailedException failure) when (failure.Status is 404 or 409 or 412)
        {
            return false;
        }
    }
}

/// <param name="Owned">Every address that is or was the stream's.</param>
internal sealed record ProjectedRow(ViewStamp Stamp, IReadOnlyList<OwnedRow> Owned, ETag ETag);

/// <param name="P">Partition.</param>
/// <param name="K">Key.</param>
/// <param name="E">ETag when it was written, if we know it: saves the next projection a read.</param>
/// <param name="Dead">A tombstone.</param>
internal sealed record OwnedRow(string P, string K, string? E, bool Dead);
