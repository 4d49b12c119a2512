using Azure;
using Azure.Data.Tables;

namespace Oversight.Functions.Storage;

/// <summary>
/// Personal data apart from the record (table <c>private</c>): free text, contact details, who a reporter is. Written
/// before the append that refers to it, with purpose and retention class. A reader must tolerate that it is gone
/// (gallrad).
/// </summary>
public sealed class PrivateTexts(StoreConnection store, Erasures erasures)
{
    internal const string Table = "private";
    internal const string AwaitsEvent = "AwaitsEvent";
    internal const string AwaitedIn = "AwaitedIn";
    internal const string AwaitedAs = "AwaitedAs";
    private const int MaxCollisions = 20;
    private const string Fields = "Fields";

    /// <summary>
    /// Keeps fields for a stream under a name that is written once; the same fields again are fine, others are an
    /// error.
    /// </summary>
    public async Task WriteAsync(string streamId, string name, PrivateEntry entry, CancellationToken cancellation)
    {
        if (!await TryWriteAsync(streamId, name, entry, cancellation))
            throw new PrivateEntryTakenException(name, streamId);
    }

    /// <summary>False: something else stands under the name, and stays.</summary>
    public async Task<bool> TryWriteAsync(
        string streamId, string name, PrivateEntry entry, CancellationToken cancellation)
    {
        var row = new TableEntity(StorageKey.Escape(streamId), StorageKey.Escape(name))
        {
            ["Purpose"] = entry.Purpose,
            ["RetentionClass"] = entry.RetentionClass,
            [AwaitsEvent] = entry.AwaitsEvent,
        };
        if (entry.Awaited is { } awaited)
            (row[AwaitedIn], row[AwaitedAs]) = (awaited.StreamId, awaited.Word);
        SplitText.Set(row, Fields, StoredJson.Write(entry.Fields, typeof(IReadOnlyDictionary<string, string>)));
        var table = await store.TableAsync(Table);
        for (var attempt = 0; attempt < MaxCollisions; attempt++)
        {
            try
            {
                await table.AddEntityAsync(row, cancellation);
                return true;
            }
            catch (RequestFailedException failure) when (failure.Status == 409)
            {
                if (await KeepStandingAsync(table, row, entry, cancellation) is { } stands)
                    return stands;
            }
        }

        throw new InvalidOperationException($"The private entry {name} of {streamId} is written all the time.");
    }

    /// <summary>
    /// Whether the same stands already; null when it went meanwhile. One that waits for its event is made young again,
    /// for the sweep.
    /// </summary>
    private static async Task<bool?> KeepStandingAsync(
        TableClient table, TableEntity row, PrivateEntry entry, CancellationToken cancellation)
    {
        var stored = await table.GetEntityIfExistsAsync<TableEntity>(
            row.PartitionKey, row.RowKey, cancellationToken: cancellation);
        if (!stored.HasValue)
            return null;
        if (!Read(stored.Value!).HasFieldsOf(entry))
            return false;
        if (stored.Value!.GetBoolean(AwaitsEvent) != true)
            return true;
        try
        {
            await table.UpdateEntityAsync(row, stored.Value.ETag, TableUpdateMode.Replace, cancellation);
            return true;
        }
        catch (RequestFailedException failure) when (failure.Status is 404 or 412)
        {
            return null;
        }
    }

    /// <summary>The entry, or null when it never was or has been erased.</summary>
    public async Task<PrivateEntry?> FindAsync(string streamId, string name, CancellationToken cancellation)
    {
        var table = await store.TableAsync(Table);
        var row = await table.GetEntityIfExistsAsync<TableEntity>(
            StorageKey.Escape(streamId), StorageKey.Escape(name), cancellationToken: cancellation);
        return row.HasValue ? Read(row.Value!) : null;
    }

    /// <summary>All entries of a stream by name.</summary>
    public async Task<IReadOnlyDictionary<string, PrivateEntry>> ReadAllAsync(
        string streamId, CancellationToken cancellation)
    {
        var entries = new Dictionary<string, PrivateEntry>(StringComparer.Ordinal);
        await foreach (var row in QueryAsync(await store.TableAsync(Table), streamId, null, cancellation))
            entries.Add(StorageKey.Unescape(row.RowKey), Read(row));
        return entries;
    }

    /// <summary>
    /// Erases everything kept for a stream (gallring), or one entry of it; returns how many entries went.
    /// </summary>
    public async Task<int> EraseAsync(string streamId, CancellationToken cancellation, string? name = null)
    {
        // First, so that a restore that comes between erases it too.
        await erasures.NoteAsync(streamId, name, cancellation);
        var table = await store.TableAsync(Table);
        var erased = 0;
        await foreach (var row in QueryAsync(table, streamId, ["PartitionKey", "RowKey"], cancellation))
        {
            if (name is not null && row.RowKey != StorageKey.Escape(name))
                continue;
            await table.DeleteEntityAsync(row.PartitionKey, row.RowKey, cancellationToken: cancellation);
            erased++;
        }

        return erased;
    }

    private static AsyncPageable<TableEntity> QueryAsync(
        TableClient table, string streamId, IEnumerable<string>? select, CancellationToken cancellation) =>
        table.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {StorageKey.Escape(streamId)}"), select: select,
            cancellationToken: cancellation);

    private static PrivateEntry Read(TableEntity row) => new(
        StoredJson.Read<Dictionary<string, string>>(SplitText.Get(row, Fields)!),
        row.GetString("Purpose")!,
        row.GetString("RetentionClass")!);
}

/// <summary>A request that names what an earlier one has written: its key is used again, for something else.</summary>
public sealed class PrivateEntryTakenException(string name, string streamId)
    : Exception($"The private entry {name} of {streamId} is already written with other fields.");

/// <param name="Fields">Named texts.</param>
/// <param name="Purpose">Why it is kept, for the registerutdrag: <c>concern-report</c>.</param>
/// <param name="RetentionClass">Which rule erases it, for the gallring: a code of the settings.</param>
public sealed record PrivateEntry(IReadOnlyDictionary<string, string> Fields, string Purpose, string RetentionClass)
{
    /// <summary>An event of the same stream is going to name the entry; without one it is swept after a day.</summary>
    public bool AwaitsEvent { get; init; }

    /// <summary>Where the event is awaited, when it is of another stream or calls the entry by another word.</summary>
    public AwaitedWord? Awaited { get; init; }

    internal bool HasFieldsOf(PrivateEntry other) =>
        Fields.Count == other.Fields.Count && Fields.All(
            field => other.Fields.TryGetValue(field.Key, out var text) && text == field.Value);
}

/// <param name="StreamId">The stream whose event is awaited.</param>
/// <param name="Word">What stands in the event; empty when any event of the stream will do.</param>
public sealed record AwaitedWord(string StreamId, string Word);
