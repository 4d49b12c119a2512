using Azure;
using Azure.Data.Tables;
using Oversight.LoopApp.Matters;

namespace Oversight.LoopApp.Loop;

/// <summary>What is known of every loop: what it has seen last, whether it has ended, how often it has been restarted.</summary>
public sealed class LoopRows(TableServiceClient tables)
{
    private const string Partition = "loop";
    private const string Position = "position";
    private readonly OpenedTable _table = new(tables, "loops");

    /// <summary>A turn has gone well, so restarts are counted from none again.</summary>
    public async Task SaveAsync(Seen seen, DateOnly today, CancellationToken cancellation)
    {
        var row = new TableEntity(Partition, seen.Id)
        {
            ["Version"] = seen.Version,
            ["Day"] = seen.Day.DayNumber,
            ["Loop"] = seen.Loop,
            ["Turn"] = seen.Turn,
            ["Carried"] = seen.Carried,
            ["Restarts"] = 0,
        };
        if (seen.Ended)
            row["EndedOn"] = today.DayNumber;
        await (await _table.OpenAsync()).UpsertEntityAsync(row, TableUpdateMode.Replace, cancellation);
    }

    public async Task<LoopRow?> FindAsync(string id, CancellationToken cancellation)
    {
        var found = await (await _table.OpenAsync()).GetEntityIfExistsAsync<TableEntity>(Partition, id, cancellationToken: cancellation);
        return found is { HasValue: true, Value: { } row }
            ? new(row.GetInt32("Version") ?? 0, row.GetString("Loop"), row.GetInt32("Turn") ?? 0, row.GetString("Carried"),
                row.GetInt32("Restarts") ?? 0, row.GetString("Failure"))
            : null;
    }

    public async Task SaveRestartAsync(string id, int restarts, string failure, CancellationToken cancellation) =>
        await (await _table.OpenAsync()).UpsertEntityAsync(
            new TableEntity(Partition, id) { ["Restarts"] = restarts, ["Failure"] = failure }, TableUpdateMode.Merge, cancellation);

    /// <summary>Those that have failed more often than they are restarted.</summary>
    public async Task<IReadOnlyList<string>> FailedAsync(CancellationToken cancellation) =>
        await QueryAsync(TableClient.CreateQueryFilter($"PartitionKey eq {Partition} and Restarts gt {Wakes.MostRestarts}"), cancellation);

    public async Task<IReadOnlyList<string>> EndedByAsync(DateOnly day, CancellationToken cancellation) =>
        await QueryAsync(TableClient.CreateQueryFilter($"PartitionKey eq {Partition} and EndedOn le {day.DayNumber}"), cancellation);

    public async Task DeleteAsync(string id, CancellationToken cancellation) =>
        await (await _table.OpenAsync()).DeleteEntityAsync(Partition, id, cancellationToken: cancellation);

    /// <summary>The last day for which everything due has been woken; null: none has been.</summary>
    public async Task<(DateOnly? Day, ETag? ETag)> PositionAsync(CancellationToken cancellation)
    {
        var table = await _table.OpenAsync();
        var found = await table.GetEntityIfExistsAsync<TableEntity>(Position, Position, cancellationToken: cancellation);
        return found is { HasValue: true, Value: { } row } ? (DateOnly.FromDayNumber(row.GetInt32("Day")!.Value), row.ETag) : (null, null);
    }

    /// <summary>Moves the position unless another sweep has: then that one's holds.</summary>
    public async Task MoveAsync(DateOnly day, ETag? read, CancellationToken cancellation)
    {
        var row = new TableEntity(Position, Position) { ["Day"] = day.DayNumber };
        var table = await _table.OpenAsync();
        try
        {
            await (read is { } etag
                ? table.UpdateEntityAsync(row, etag, TableUpdateMode.Replace, cancellation)
                : table.AddEntityAsync(row, cancellation));
        }
        catch (RequestFailedException taken) when (taken.Status is 409 or 412)
        {
            // Two sweeps at once woke the same ones; a wake-up too many changes nothing.
        }
    }

    private async Task<IReadOnlyList<string>> QueryAsync(string filter, CancellationToken cancellation) =>
        await (await _table.OpenAsync()).QueryAsync<TableEntity>(filter, select: ["RowKey"], cancellationToken: cancellation)
            .Select(row => row.RowKey).ToListAsync(cancellation);
}

/// <param name="Failure">Why it was restarted last; null: it was not since its last good turn.</param>
public sealed record LoopRow(int Version, string? Loop, int Turn, string? Carried, int Restarts, string? Failure);
