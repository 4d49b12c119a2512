using Azure;
using Azure.Data.Tables;
using Oversight.Functions.Storage;

namespace Oversight.Functions.Maintenance.Rebuilding;

/// <summary>
/// Last phase: removes rows that an older version of a projection wrote and the present one does not, and tombstones
/// that no projection under way can need any more.
/// </summary>
public sealed class RebuildSweep(StoreConnection store, StreamKinds kinds, Projector projector, PlatformClock clock)
{
    private const int RowsBetweenChecks = 200;

    /// <summary>Longer than a request, and with it a projection, can live.</summary>
    private static readonly TimeSpan TombstoneAge = TimeSpan.FromMinutes(10);

    internal async Task<Rebuild> RunAsync(Rebuild rebuild, StepLimit limit, CancellationToken cancellation)
    {
        var table = await store.TableAsync(ViewTable.Table);
        var (partition, key) = (rebuild.LastPartition ?? "", rebuild.LastKey ?? "");
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey gt {partition} or (PartitionKey eq {partition} and RowKey gt {key})");
        string[] columns = ["PartitionKey", "RowKey", "Timestamp", "StreamId", "Projection", "Version",
            ViewTable.Deleted];
        var seen = 0;
        await foreach (var row in table.QueryAsync<TableEntity>(
            filter, select: columns, cancellationToken: cancellation))
        {
            var swept = await TrySweepAsync(table, row, cancellation);
            rebuild = rebuild with
            {
                LastPartition = row.PartitionKey,
                LastKey = row.RowKey,
                Swept = rebuild.Swept + (swept ? 1 : 0)
            };
            if (++seen % RowsBetweenChecks == 0 && !limit.MayGoOn())
                return rebuild;
        }

        return rebuild with { Phase = RebuildPhase.Done };
    }

    private async Task<bool> TrySweepAsync(TableClient table, TableEntity row, CancellationToken cancellation)
    {
        var streamId = row.GetString("StreamId")!;
        if (kinds.Find(streamId) is not { } kind)
            return false;
        var isOld = ViewStamp.Of(row).Projection < kind.ProjectionVersion;
        var isTombstone = row.ContainsKey(ViewTable.Deleted);
        var isDue = isTombstone ? row.Timestamp < clock.Now - TombstoneAge : isOld;
        if (!isDue)
            return false;
        // A stream that could not be projected keeps the rows it has.
        if (isOld && !await projector.IsProjectedAsync(streamId, kind.ProjectionVersion, cancellation))
            return false;
        try
        {
            return (await table.DeleteEntityAsync(row.PartitionKey, row.RowKey, row.ETag, cancellation)).Status == 204;
        }
        catch (RequestFailedException failure) when (failure.Status == 412)
        {
            // Written a moment ago: not old any more.
            return false;
        }
    }
}
