using System.Globalization;
using Azure.Data.Tables;

namespace Oversight.LoopApp.Matters;

/// <summary>What every matter waits for: the next day on which something is to be done about it, or why it is stuck.</summary>
public sealed class WaitingView(TableServiceClient tables, LegalDay day)
{
    private const string Partition = "waiting";
    private readonly OpenedTable _table = new(tables, "waiting");

    public async Task ProjectAsync(Matter matter, int version, CancellationToken cancellation)
    {
        var awaited = Awaited.Of(matter);
        await (await _table.OpenAsync()).UpsertEntityAsync(
            new TableEntity(Partition, matter.Id)
            {
                ["Version"] = version,
                ["Next"] = awaited.NextDay(day.Today) is { } next ? Text(next) : "",
                ["Stuck"] = (awaited as Awaited.Stuck)?.Reason,
            },
            TableUpdateMode.Replace,
            cancellation);
    }

    /// <summary>Those for which a day has come after <paramref name="after"/> and at the latest on <paramref name="today"/>.</summary>
    public async Task<IReadOnlyList<(string Id, int Version)>> DueAsync(DateOnly after, DateOnly today, CancellationToken cancellation)
    {
        var (from, to) = (Text(after), Text(today));
        var rows = (await _table.OpenAsync()).QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {Partition} and Next gt {from} and Next le {to}"),
            cancellationToken: cancellation);
        return await rows.Select(row => (row.RowKey, row.GetInt32("Version")!.Value)).ToListAsync(cancellation);
    }

    public async Task<WaitingRow?> FindAsync(string id, CancellationToken cancellation)
    {
        var found = await (await _table.OpenAsync()).GetEntityIfExistsAsync<TableEntity>(Partition, id, cancellationToken: cancellation);
        return found is { HasValue: true, Value: { } row }
            ? new(row.GetInt32("Version")!.Value, row.GetString("Next")!, row.GetString("Stuck"))
            : null;
    }

    public async Task<IReadOnlyList<string>> StuckAsync(CancellationToken cancellation)
    {
        var rows = (await _table.OpenAsync()).QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {Partition} and Stuck gt {""}"), cancellationToken: cancellation);
        return await rows.Select(row => row.RowKey).ToListAsync(cancellation);
    }

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <param name="Next">Empty: no day.</param>
public sealed record WaitingRow(int Version, string Next, string? Stuck);
