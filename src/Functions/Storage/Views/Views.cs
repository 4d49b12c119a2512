using System.Runtime.CompilerServices;
using Azure.Data.Tables;

namespace Oversight.Functions.Storage;

/// <summary>
/// Reads view rows. A page is one or two partition reads; continuation is followed, so a partition may have any number
/// of rows. Until the lists are complete by this code, after a deploy that changed them, the answer is that they are
/// unavailable.
/// </summary>
public sealed class Views(StoreConnection store, CompleteLists lists)
{
    private const int MaxPageOfService = 1000;

    public async Task<T?> FindAsync<T>(string partition, string key, CancellationToken cancellation)
        where T : class
    {
        await lists.RequireAsync(typeof(T), cancellation);
        var table = await store.TableAsync(ViewTable.Table);
        var row = await table.GetEntityIfExistsAsync<TableEntity>(
            StorageKey.Escape(partition), StorageKey.Escape(key), cancellationToken: cancellation);
        return row.HasValue && IsLive(row.Value!) ? StoredJson.Read<T>(Json(row.Value!)) : null;
    }

    /// <summary>
    /// All rows of a partition in key order, optionally only keys that start with <paramref name="keyPrefix"/>.
    /// </summary>
    /// <param name="from">
    /// Only the keys after the prefix that are this or come after it: <c>2027-02-01</c> where keys go by day.
    /// </param>
    public async Task<IReadOnlyList<T>> ReadAllAsync<T>(
        string partition, CancellationToken cancellation, string? keyPrefix = null, string? from = null)
        where T : class =>
        await LiveAsync(typeof(T), new KeyRange(partition, keyPrefix, from), null, null, cancellation)
            .Select(row => StoredJson.Read<T>(Json(row)))
            .ToListAsync(cancellation);

    /// <summary>
    /// The same rows unparsed and with their keys: for partitions that hold rows of several kinds, told apart by key
    /// prefix.
    /// </summary>
    public async Task<IReadOnlyList<StoredRow>> ReadRowsAsync(
        string partition, CancellationToken cancellation, string? keyPrefix = null, string? from = null) =>
        await LiveAsync(null, new KeyRange(partition, keyPrefix, from), null, null, cancellation).Select(ToRow)
            .ToListAsync(cancellation);

    /// <summary>
    /// One page in key order. The token is opaque and safe in an address; a damaged one is
    /// <see cref="FormatException"/>.
    /// </summary>
    public async Task<Page<T>> ReadPageAsync<T>(
        string partition, int size, string? token, CancellationToken cancellation, string? keyPrefix = null)
        where T : class
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        var list = $"{partition}\n{keyPrefix}";
        var after = string.IsNullOrEmpty(token) ? null : PageToken.Read(list, token);
        var range = new KeyRange(partition, keyPrefix, null);
        var rows = await LiveAsync(typeof(T), range, after, Math.Min(size + 1, MaxPageOfService), cancellation)
            .Take(size + 1)
            .ToListAsync(cancellation);
        var next = rows.Count > size ? PageToken.Write(list, rows[size - 1].RowKey) : null;
        return new Page<T>([.. rows.Take(size).Select(row => StoredJson.Read<T>(Json(row)))], next);
    }

    private static StoredRow ToRow(TableEntity row) =>
        new(StorageKey.Unescape(row.RowKey), row.GetString("StreamId")!, row.GetInt32("Version")!.Value, Json(row));

    private static string Json(TableEntity row) => SplitText.Get(row, ViewTable.Document)!;

    private static bool IsLive(TableEntity row) => !row.ContainsKey(ViewTable.Deleted);

    private async IAsyncEnumerable<TableEntity> LiveAsync(
        Type? type, KeyRange range, string? after, int? pageSize,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        await lists.RequireAsync(type, cancellation);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {StorageKey.Escape(range.Partition)}");
        var prefix = StorageKey.Escape(range.Prefix ?? "");
        if (prefix.Length > 0)
            filter += TableClient.CreateQueryFilter(
                $" and RowKey ge {prefix} and RowKey lt {StorageKey.After(prefix)}");
        if (!string.IsNullOrEmpty(range.From))
            filter += TableClient.CreateQueryFilter($" and RowKey ge {prefix + StorageKey.Escape(range.From)}");

        if (after is not null)
            filter += TableClient.CreateQueryFilter($" and RowKey gt {after}");
        var table = await store.TableAsync(ViewTable.Table);
        await foreach (var row in table.QueryAsync<TableEntity>(filter, pageSize, cancellationToken: cancellation))
        {
            if (IsLive(row))
                yield return row;
        }
    }

    private sealed record KeyRange(string Partition, string? Prefix, string? From);
}

public sealed record Page<T>(IReadOnlyList<T> Items, string? NextPage);

public sealed record StoredRow(string Key, string StreamId, int Version, string Json)
{
    public T As<T>()
        where T : class => StoredJson.Read<T>(Json);
}
