using Azure;
using Azure.Data.Tables;
using Oversight.Functions.Storage;
using Oversight.Functions.Telemetry;

namespace Oversight.Functions.Waiting;

/// <summary>
/// What its loop has not seen yet. The mark is set before the wake-up that it speaks of, and goes when a turn has
/// looked at that version on that day: a wake-up that is lost leaves its mark, and the sweep of every minute finds it.
/// Domain clock.
/// </summary>
public sealed class UnseenMarks(StoreConnection store, TimeProvider clock)
{
    private const string Partition = "unseen";

    /// <summary>
    /// The trace of the last change that woke the loop: a step may come months later, and is linked to it.
    /// </summary>
    private const string Traces = "trace";
    private const string Trace = "Trace";

    public async Task SetAsync(
        string streamId, int version, DateOnly day, CancellationToken cancellation, bool isChange = false)
    {
        var table = await store.TableAsync(LoopRows.Table);
        var mark = new TableEntity(Partition, streamId)
        {
            ["Version"] = version,
            ["Day"] = day.DayNumber,
            ["Since"] = clock.GetUtcNow(),
            // A day that has come is no change.
            [Trace] = isChange ? Tracing.Now : null,
        };
        await table.UpsertEntityAsync(mark, TableUpdateMode.Replace, cancellation);
    }

    /// <summary>Takes the mark away if <paramref name="seen"/> covers it; one that was set meanwhile stays.</summary>
    public async Task ClearAsync(Seen seen, CancellationToken cancellation)
    {
        var table = await store.TableAsync(LoopRows.Table);
        var found = await table.GetEntityIfExistsAsync<TableEntity>(
            Partition, seen.StreamId, cancellationToken: cancellation);
        if (found is not { HasValue: true, Value: { } row }
            || row.GetInt32("Version") > seen.Version || row.GetInt32("Day") > seen.Day.DayNumber)
        {
            return;
        }

        if (row.GetString(Trace) is { } trace)
            await table.UpsertEntityAsync(
                new TableEntity(Traces, seen.StreamId) { [Trace] = trace }, TableUpdateMode.Replace, cancellation);
        try
        {
            await table.DeleteEntityAsync(Partition, seen.StreamId, row.ETag, cancellation);
        }
        catch (RequestFailedException changed) when (changed.Status is 404 or 412)
        {
            // Somebody has set it anew; that one is not seen yet.
        }
    }

    /// <summary>The trace of what the loop was woken by last, looked at or not.</summary>
    internal async Task<string?> TraceAsync(string streamId, CancellationToken cancellation)
    {
        var table = await store.TableAsync(LoopRows.Table);
        foreach (var partition in new[] { Partition, Traces })
        {
            var found = await table.GetEntityIfExistsAsync<TableEntity>(
                partition, streamId, [Trace], cancellation);
            if (found is { HasValue: true, Value: { } row } && row.GetString(Trace) is { } trace)
                return trace;
        }

        return null;
    }

    /// <summary>The loop has ended long ago.</summary>
    internal async Task ForgetAsync(string streamId, CancellationToken cancellation) =>
        await (await store.TableAsync(LoopRows.Table)).DeleteEntityAsync(
            Traces, streamId, cancellationToken: cancellation);

    public async Task<bool> HasAsync(string streamId, CancellationToken cancellation)
    {
        var table = await store.TableAsync(LoopRows.Table);
        return (await table.GetEntityIfExistsAsync<TableEntity>(Partition, streamId, ["PartitionKey"],
            cancellation)).HasValue;
    }

    /// <summary>Those that have stood for at least so long.</summary>
    public async Task<IReadOnlyList<string>> OlderThanAsync(TimeSpan age, CancellationToken cancellation)
    {
        var before = clock.GetUtcNow() - age;
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Partition} and Since le {before}");
        var table = await store.TableAsync(LoopRows.Table);
        return await table.QueryAsync<TableEntity>(filter, select: ["RowKey"], cancellationToken: cancellation)
            .Select(row => row.RowKey).ToListAsync(cancellation);
    }
}
