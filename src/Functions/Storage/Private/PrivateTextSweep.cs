using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using Microsoft.Extensions.Logging;

namespace Oversight.Functions.Storage;

/// <summary>
/// Removes texts that were written for a command that never came: refused, overtaken or killed before its append. A
/// text that an event refers to is marked as settled, so that no run asks about it again. Bounded: a run goes on where
/// the last one stopped.
/// </summary>
public sealed class PrivateTextSweep(
    StoreConnection store, StreamTable streams, PlatformClock clock, ILogger<PrivateTextSweep> logger)
{
    private const int MaxPages = 50;
    private const int RowsOfPage = 100;
    private const string Positions = "sweeps";
    private const string Position = "private-texts";
    private const string Token = "Token";

    /// <summary>Much longer than a request, and all its retries, can live.</summary>
    private static readonly TimeSpan OldAfter = TimeSpan.FromDays(1);
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);
    private static readonly string[] Columns =
        ["PartitionKey", "RowKey", "Timestamp", PrivateTexts.AwaitedIn, PrivateTexts.AwaitedAs];

    private long _lastRun;

    /// <summary>What the timer does: once an hour of real time.</summary>
    public async Task RunDueAsync(CancellationToken cancellation)
    {
        var last = Interlocked.Read(ref _lastRun);
        if (last != 0 && clock.Provider.GetElapsedTime(last) < Pause)
            return;
        Interlocked.Exchange(ref _lastRun, clock.Provider.GetTimestamp());
        await RunAsync(cancellation);
    }

    /// <returns>How many texts went.</returns>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var table = await store.TableAsync(PrivateTexts.Table);
        var before = clock.Now - OldAfter;
        var filter = TableClient.CreateQueryFilter($"AwaitsEvent eq {true} and Timestamp lt {before}");
        var rows = table.QueryAsync<TableEntity>(filter, RowsOfPage, Columns, cancellation);
        var token = await ReadTokenAsync(cancellation);
        var (pages, swept) = (0, 0);
        await foreach (var page in rows.AsPages(string.IsNullOrEmpty(token) ? null : token))
        {
            foreach (var ofStream in page.Values.GroupBy(StreamOf))
                swept += await SweepAsync(table, ofStream.Key, [.. ofStream], cancellation);
            token = page.ContinuationToken;
            if (++pages == MaxPages)
                break;
        }

        await WriteTokenAsync(token, cancellation);
        if (swept > 0)
            StorageLog.TextsSwept(logger, swept);
        return swept;
    }

    private static string StreamOf(TableEntity row) =>
        row.GetString(PrivateTexts.AwaitedIn) ?? StorageKey.Unescape(row.PartitionKey);

    private static string WordOf(TableEntity row) =>
        row.GetString(PrivateTexts.AwaitedAs) ?? StorageKey.Unescape(row.RowKey);

    private async Task<int> SweepAsync(
        TableClient table, string streamId, IReadOnlyList<TableEntity> rows, CancellationToken cancellation)
    {
        var stream = await streams.LoadAsync(streamId, withKeys: false, cancellation);
        var swept = 0;
        foreach (var row in rows)
        {
            var isReferred = stream.Events.Any(
                happened => WordOf(row) is var word && (word.Length == 0 || Refers(happened, word)));
            swept += await TrySettleAsync(table, row, isReferred, cancellation) && !isReferred ? 1 : 0;
        }

        return swept;
    }

    // A repeat of the command writes its text anew before its append: then this finds another ETag and leaves it.
    private static async Task<bool> TrySettleAsync(
        TableClient table, TableEntity row, bool isReferred, CancellationToken cancellation)
    {
        try
        {
            if (isReferred)
            {
                var settled = new TableEntity(row.PartitionKey, row.RowKey) { [PrivateTexts.AwaitsEvent] = false };
                await table.UpdateEntityAsync(settled, row.ETag, TableUpdateMode.Merge, cancellation);
                return true;
            }

            return (await table.DeleteEntityAsync(row.PartitionKey, row.RowKey, row.ETag, cancellation)).Status == 204;
        }
        catch (RequestFailedException failure) when (failure.Status is 404 or 412)
        {
            return false;
        }
    }

    /// <summary>Whether the event names the entry, or a text in it (<c>entry#field</c>), anywhere.</summary>
    private static bool Refers(EventRow happened, string entry)
    {
        if (!happened.Payload.Contains(entry, StringComparison.Ordinal))
            return false;
        using var payload = JsonDocument.Parse(happened.Payload);
        return Refers(payload.RootElement, entry);
    }

    private static bool Refers(JsonElement element, string entry) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().Any(property => Refers(property.Value, entry)),
        JsonValueKind.Array => element.EnumerateArray().Any(item => Refers(item, entry)),
        JsonValueKind.String => element.GetString() is { } text
            && text.StartsWith(entry, StringComparison.Ordinal) && (
                text.Length == entry.Length || text[entry.Length] == '#'),
        _ => false,
    };

    private async Task<string?> ReadTokenAsync(CancellationToken cancellation)
    {
        var table = await store.TableAsync(Positions);
        var row = await table.GetEntityIfExistsAsync<TableEntity>(Position, Position, cancellationToken: cancellation);
        return row.HasValue ? row.Value!.GetString(Token) : null;
    }

    private async Task WriteTokenAsync(string? token, CancellationToken cancellation)
    {
        var table = await store.TableAsync(Positions);
        await table.UpsertEntityAsync(
            new TableEntity(Position, Position) { [Token] = token ?? "" }, TableUpdateMode.Replace, cancellation);
    }
}
