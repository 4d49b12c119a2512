using Azure;
using Azure.Data.Tables;
using Oversight.LoopApp.Loop;

namespace Oversight.LoopApp.Matters;

/// <summary>
/// What its loop has not seen yet. The mark is set before the change or the wake-up that it speaks of, and goes when a turn has
/// looked at that version on that day: a wake-up that is lost leaves its mark, and the sweep of every minute finds it.
/// </summary>
public sealed class UnseenMarks(TableServiceClient tables, TimeProvider clock)
{
    private const string Partition = "unseen";
    private readonly OpenedTable _table = new(tables, "unseen");

    public async Task SetAsync(string id, int version, DateOnly day, CancellationToken cancellation) =>
        await (await _table.OpenAsync()).UpsertEntityAsync(
            new TableEntity(Partition, id) { ["Version"] = version, ["Day"] = day.DayNumber, ["Since"] = clock.GetUtcNow() },
            TableUpdateMode.Replace,
            cancellation);

    /// <summary>Takes the mark away if <paramref name="seen"/> covers it; one that was set meanwhile stays.</summary>
    public async Task ClearAsync(string id, Seen seen, CancellationToken cancellation)
    {
        var table = await _table.OpenAsync();
        var found = await table.GetEntityIfExistsAsync<TableEntity>(Partition, id, cancellationToken: cancellation);
        if (found is not { HasValue: true, Value: { } row }
            || row.GetInt32("Version") > seen.Version || row.GetInt32("Day") > seen.Day.DayNumber)
        {
            return;
        }

        try
        {
            await table.DeleteEntityAsync(Partition, id, row.ETag, cancellation);
        }
        catch (RequestFailedException changed) when (changed.Status is 404 or 412)
        {
            // Somebody has set it anew; that one is not seen yet.
        }
    }

    /// <summary>Those that have stood for at least so long.</summary>
    public async Task<IReadOnlyList<(string Id, int Version)>> OlderThanAsync(TimeSpan age, CancellationToken cancellation)
    {
        var before = clock.GetUtcNow() - age;
        var rows = (await _table.OpenAsync()).QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {Partition} and Since le {before}"), cancellationToken: cancellation);
        return await rows.Select(row => (row.RowKey, row.GetInt32("Version")!.Value)).ToListAsync(cancellation);
    }

    public async Task<bool> HasAsync(string id, CancellationToken cancellation) =>
        (await (await _table.OpenAsync()).GetEntityIfExistsAsync<TableEntity>(Partition, id, cancellationToken: cancellation)).HasValue;
}
