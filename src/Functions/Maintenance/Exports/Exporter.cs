using System.Globalization;
using System.IO.Compression;
using System.Text;
using Azure;
using Azure.Data.Tables;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Oversight.Functions.Storage;
using Oversight.Functions.Web;

namespace Oversight.Functions.Maintenance.Exports;

/// <summary>
/// Once a night, while others work, everything that cannot be worked out again is copied to blobs, in parts of bounded
/// size. Cut off, it goes on after the last part that was written.
/// </summary>
public sealed class Exporter(
    StoreConnection store, ExportStore exports, ExportOptions options, StockholmTime time, TimeProvider domain,
    PlatformClock clock, ILogger<Exporter> logger)
{
    /// <summary>The quietest hour; a day that the system slept through then is made up for when it wakes.</summary>
    private const int NotBeforeHour = 2;

    /// <summary>Under the local host's clock a year may pass in a minute.</summary>
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMinutes(1);

    /// <summary>Well within the ten minutes of a function.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(7);
    private DateOnly _doneFor;
    private long _lastRun;

    /// <summary>What the timer does.</summary>
    public async Task RunDueAsync(CancellationToken cancellation)
    {
        var today = time.Today();
        var last = Interlocked.Read(ref _lastRun);
        if (_doneFor == today || StockholmTime.Local(domain.GetUtcNow()).Hour < NotBeforeHour
            || (last != 0 && clock.Provider.GetElapsedTime(last) < ShortestPause))
            return;
        Interlocked.Exchange(ref _lastRun, clock.Provider.GetTimestamp());
        if (await IsDoneAsync(today, cancellation) || await RunAsync(Longest, cancellation) is not null)
            _doneFor = today;
    }

    /// <summary>Begins an export, or goes on with the one that is half.</summary>
    /// <param name="longest">After this it stops at the next part.</param>
    /// <returns>The id when it is whole; null when there is more to do.</returns>
    public async Task<string?> RunAsync(TimeSpan longest, CancellationToken cancellation)
    {
        var started = clock.Provider.GetTimestamp();
        var known = await exports.UnderWayAsync(cancellation);
        var progress = known?.Progress ?? New();
        if (known is not null)
            ExportLog.GoesOn(logger, progress.Id, progress.Parts.Count);
        if (await exports.TrySaveAsync(progress, known?.Tag, cancellation) is not { } tag)
            return null;
        while (progress.Table < ExportTables.InOrder.Count)
        {
            progress = await NextPartAsync(progress, cancellation);
            if (await exports.TrySaveAsync(progress, tag, cancellation) is not { } next)
                return null;
            tag = next;
            if (clock.Provider.GetElapsedTime(started) >= longest)
                return null;
        }

        var manifest = new ExportManifest(
            progress.Id, ExportManifest.CurrentFormat, progress.Day, progress.StartedAt, clock.Now, progress.Parts);
        await exports.WriteAsync(manifest, cancellation);
        await exports.EndAsync(cancellation);
        ExportLog.Whole(logger, manifest.Id, manifest.Parts.Sum(part => part.Rows), manifest.Parts.Count);
        await DeleteOldAsync(manifest.Id, cancellation);
        return manifest.Id;
    }

    private ExportProgress New()
    {
        var now = clock.Now;
        var real = now.UtcDateTime.ToString("yyyyMMddHHmmssfff", CultureInfo.InvariantCulture);
        var id = $"{time.Today():yyyy-MM-dd}-{real}";
        return new ExportProgress(id, time.Today(), now, 0, null, null, []);
    }

    private async Task<bool> IsDoneAsync(DateOnly day, CancellationToken cancellation) =>
        (await exports.WholeAsync(cancellation)).Any(
            id => id.StartsWith($"{day:yyyy-MM-dd}-", StringComparison.Ordinal));

    private async Task<ExportProgress> NextPartAsync(ExportProgress progress, CancellationToken cancellation)
    {
        var from = ExportTables.InOrder[progress.Table];
        using var content = new MemoryStream();
        var (rows, length, last) = (0, 0L, (TableEntity?)null);
        await using (var zip = new GZipStream(content, CompressionLevel.Optimal, leaveOpen: true))
        {
            await foreach (var row in RowsAsync(from, progress, cancellation))
            {
                var line = Encoding.UTF8.GetBytes(ExportedRow.Write(row) + "\n");
                await zip.WriteAsync(line, cancellation);
                (rows, length, last) = (rows + 1, length + line.Length, row);
                if (length >= options.PartBytes)
                    break;
            }
        }

        var isMore = length >= options.PartBytes;
        var parts = progress.Parts;
        if (rows > 0)
        {
            var number = parts.Count(part => part.Table == from.Name) + 1;
            parts = [.. parts, await exports.WritePartAsync(
                progress.Id, from.Name, number, rows, content.ToArray(), cancellation)];
        }

        return isMore
            ? progress with { Parts = parts, LastPartition = last!.PartitionKey, LastKey = last.RowKey }
            : progress with { Parts = parts, Table = progress.Table + 1, LastPartition = null, LastKey = null };
    }

    private async IAsyncEnumerable<TableEntity> RowsAsync(
        ExportTable from, ExportProgress progress,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        var table = await store.TableAsync(from.Name);
        var (partition, key) = (progress.LastPartition ?? "", progress.LastKey ?? "");
        var after = TableClient.CreateQueryFilter(
            $"(PartitionKey gt {partition} or (PartitionKey eq {partition} and RowKey gt {key}))");
        var filter = from.Partition is null
            ? after
            : $"{TableClient.CreateQueryFilter($"PartitionKey eq {from.Partition}")} and {after}";
        await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
            yield return row;
    }

    /// <summary>By real time, and never the latest; what was never whole goes with it.</summary>
    private async Task DeleteOldAsync(string latest, CancellationToken cancellation)
    {
        var whole = await exports.WholeAsync(cancellation);
        foreach (var id in (await exports.AllAsync(cancellation)).Where(id => id != latest))
        {
            if (whole.Contains(id) && await exports.FindAsync(id, cancellation) is { } manifest
                && manifest.FinishedAt + options.Kept > clock.Now)
                continue;
            await exports.DeleteAsync(id, cancellation);
            ExportLog.Deleted(logger, id);
        }
    }
}

/// <param name="Kept">Older exports are deleted: what was erased is gone from them too after this.</param>
/// <param name="PartBytes">A part ends after so many bytes, before they are compressed.</param>
public sealed record ExportOptions(TimeSpan Kept, int PartBytes = 4_000_000)
{
    internal const int DaysKept = 30;

    internal static ExportOptions From(IConfiguration configuration) =>
        new(TimeSpan.FromDays(configuration.GetValue("Oversight:Export:DaysKept", DaysKept)));
}
