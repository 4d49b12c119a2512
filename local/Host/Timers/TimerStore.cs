using Azure.Data.Tables;

namespace Oversight.Local.Host.Timers;

/// <summary>When each timer last ran and runs next, kept in a table so that a stop does not lose a run.</summary>
internal sealed class TimerStore(TableClient table)
{
    private const string Partition = "timer";

    public Task OpenAsync(CancellationToken cancellation) => table.CreateIfNotExistsAsync(cancellation);

    public async Task<TimerStatus?> FindAsync(string function, CancellationToken cancellation)
    {
        var found = await table.GetEntityIfExistsAsync<TableEntity>(Partition, function,
            cancellationToken: cancellation);
        return found is { HasValue: true, Value: { } row }
            ? new TimerStatus(row.GetString("Schedule")!, row.GetDateTimeOffset("Last"),
                row.GetDateTimeOffset("Next")!.Value)
            : null;
    }

    public Task SaveAsync(string function, TimerStatus status, CancellationToken cancellation)
    {
        var row = new TableEntity(Partition, function) { ["Schedule"] = status.Schedule, ["Next"] = status.Next };
        if (status.Last is { } last)
            row["Last"] = last;
        return table.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellation);
    }
}
