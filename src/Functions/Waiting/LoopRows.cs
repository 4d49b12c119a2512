using Azure.Data.Tables;
using Oversight.Functions.Storage;

namespace Oversight.Functions.Waiting;

/// <summary>
/// What is known of every loop: what it has seen last, when it ended, how often it has been restarted.
/// </summary>
public sealed class LoopRows(StoreConnection store)
{
    internal const string Table = "loops";
    private const string Partition = "loop";

    /// <summary>A turn has gone well, so restarts are counted from none again.</summary>
    public async Task SaveAsync(Seen seen, CancellationToken cancellation)
    {
        var row = new TableEntity(Partition, seen.StreamId)
        {
            ["Version"] = seen.Version,
            ["Day"] = seen.Day.DayNumber,
            ["Loop"] = seen.Loop,
            ["Turn"] = seen.Turn,
            ["Carried"] = seen.Carried,
            ["Restarts"] = 0,
        };
        if (seen.Ended)
            row["EndedOn"] = seen.Day.DayNumber;
        await (await store.TableAsync(Table)).UpsertEntityAsync(row, TableUpdateMode.Replace, cancellation);
    }

    public async Task<LoopRow?> FindAsync(string streamId, CancellationToken cancellation)
    {
        var table = await store.TableAsync(Table);
        var found = await table.GetEntityIfExistsAsync<TableEntity>(
            Partition, streamId, cancellationToken: cancellation);
        return found is { HasValue: true, Value: { } row }
            ? new(row.GetInt32("Version") ?? 0, row.GetString("Loop"), row.GetInt32("Turn") ?? 0,
                row.GetString("Carried"),
                row.GetInt32("Restarts") ?? 0)
            : null;
    }

    /// <param name="failure">What kind of failure; never what the stream says.</param>
    public async Task SaveRestartAsync(string streamId, int restarts, string failure, CancellationToken cancellation) =>
        await (await store.TableAsync(Table)).UpsertEntityAsync(
            new TableEntity(Partition, streamId) { ["Restarts"] = restarts, ["Failure"] = failure },
            TableUpdateMode.Merge, cancellation);

    /// <summary>Those that have failed more often than they are restarted.</summary>
    public Task<IReadOnlyList<string>> FailedAsync(CancellationToken cancellation) =>
        QueryAsync(TableClient.CreateQueryFilter($"PartitionKey eq {Partition} and Restarts gt {Wakes.MostRestarts}"),
            cancellation);

    public Task<IReadOnlyList<string>> EndedByAsync(DateOnly day, CancellationToken cancellation) =>
        QueryAsync(
            TableClient.CreateQueryFilter($"PartitionKey eq {Partition} and EndedOn le {day.DayNumber}"), cancellation);

    public async Task DeleteAsync(string streamId, CancellationToken cancellation) =>
        await (await store.TableAsync(Table)).DeleteEntityAsync(Partition, streamId, cancellationToken: cancellation);

    private async Task<IReadOnlyList<string>> QueryAsync(string filter, CancellationToken cancellation) =>
        await (await store.TableAsync(Table)).QueryAsync<TableEntity>(
            filter, select: ["RowKey"], cancellationToken: cancellation)
            .Select(row => row.RowKey).ToListAsync(cancellation);
}

/// <param name="Version">The version of the stream that it has looked at last.</param>
/// <param name="Restarts">In a row, since it last ran a whole turn.</param>
public sealed record LoopRow(int Version, string? Loop, int Turn, string? Carried, int Restarts);
