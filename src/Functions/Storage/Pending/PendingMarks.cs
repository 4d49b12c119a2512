using System.Globalization;
using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using Oversight.Functions.Telemetry;

namespace Oversight.Functions.Storage;

/// <summary>
/// Streams about to be written (table <c>pending</c>). Each attempt sets a mark of its own before its append and
/// removes it after its projection; what a broken-off request leaves behind is found here.
/// </summary>
public sealed class PendingMarks(StoreConnection store, PlatformClock clock)
{
    internal const string Table = "pending";
    private const int Partitions = 16;

    /// <summary>Longer than a request can live, and two rounds of the worker.</summary>
    private static readonly TimeSpan OldAfter = TimeSpan.FromMinutes(12);

    /// <summary>Marks that the worker should have removed: something cannot be projected, or it does not run.</summary>
    public async Task<int> CountOldAsync(CancellationToken cancellation) =>
        await ReadAsync(cancellation).CountAsync(mark => clock.Now - mark.MarkedAt > OldAfter, cancellation);

    /// <summary>Changes under way or broken off.</summary>
    public async Task<int> CountAsync(CancellationToken cancellation) =>
        await ReadAsync(cancellation).CountAsync(cancellation);

    internal async Task<PendingMark> SetAsync(string streamId, string commandId, CancellationToken cancellation)
    {
        var mark = MarkOf(streamId, commandId);
        var table = await store.TableAsync(Table);
        await table.UpsertEntityAsync(
            new TableEntity(mark.Partition, mark.Key)
            { ["StreamId"] = streamId, ["MarkedAt"] = mark.MarkedAt, ["Trace"] = mark.Trace },
            TableUpdateMode.Replace,
            cancellation);
        return mark;
    }

    /// <summary>The mark of a command that has ended elsewhere.</summary>
    internal Task RemoveAsync(string streamId, string commandId, CancellationToken cancellation) =>
        RemoveAsync(MarkOf(streamId, commandId), cancellation);

    internal async Task RemoveAsync(PendingMark mark, CancellationToken cancellation)
    {
        var table = await store.TableAsync(Table);
        await table.DeleteEntityAsync(mark.Partition, mark.Key, cancellationToken: cancellation);
    }

    internal async IAsyncEnumerable<PendingMark> ReadAsync(
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        var table = await store.TableAsync(Table);
        await foreach (var row in table.QueryAsync<TableEntity>(cancellationToken: cancellation))
            yield return new PendingMark(
                row.PartitionKey, row.RowKey, row.GetString("StreamId")!, row.GetDateTimeOffset("MarkedAt")!.Value,
                row.GetString("Trace"));
    }

    private PendingMark MarkOf(string streamId, string commandId) =>
        new(PartitionOf(streamId), $"{streamId}|{commandId}", streamId, clock.Now, Tracing.Now);

    private static string PartitionOf(string streamId) =>
        (streamId.Aggregate(17, (hash, c) => unchecked((hash * 31) + c)) & (Partitions - 1)).ToString(
            "x", CultureInfo.InvariantCulture);
}

/// <param name="Trace">What the command is a part of, for what follows it later; null when nothing is traced.</param>
internal sealed record PendingMark(
    string Partition, string Key, string StreamId, DateTimeOffset MarkedAt, string? Trace)
{
    internal string CommandId => Key[(StreamId.Length + 1)..];
}
