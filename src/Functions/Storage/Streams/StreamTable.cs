using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Data.Tables;

namespace Oversight.Functions.Storage;

/// <summary>
/// The record itself (table <c>streams</c>): one row for each event, one entity group transaction for each append.
/// </summary>
public sealed class StreamTable(StoreConnection store, Blobs blobs)
{
    internal const string Table = "streams";
    internal const string Payloads = "payloads";
    internal const string KeyPrefix = "key-";
    private const int MaxRows = 100;
    private const int MaxPayload = 30_000;

    /// <summary>
    /// When the whole append is heavy, even middling payloads move out, to stay under the 4 MB of a transaction.
    /// </summary>
    private const int MaxAppend = 600_000;
    private const int MaxPayloadOfHeavyAppend = 5_000;

    public async Task<StoredStream> LoadAsync(string streamId, bool withKeys, CancellationToken cancellation)
    {
        var table = await store.TableAsync(Table);
        var filter = withKeys
            ? TableClient.CreateQueryFilter($"PartitionKey eq {streamId}")
            : TableClient.CreateQueryFilter($"PartitionKey eq {streamId} and RowKey lt {KeyPrefix}");
        var events = new List<EventRow>();
        var keys = new Dictionary<string, KeyRow>(StringComparer.Ordinal);
        await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
        {
            if (row.RowKey.StartsWith(KeyPrefix, StringComparison.Ordinal))
                keys.Add(row.RowKey, new KeyRow(row.RowKey, row.GetString("BodyHash"), row.GetInt32("Version")!.Value));
            else
                events.Add(await ReadAsync(row, events.Count + 1, cancellation));
        }

        return new StoredStream(streamId, events, withKeys ? keys : StoredStream.NoKeys);
    }

    /// <summary>Whether the stream has come to a version.</summary>
    public async Task<bool> ExistsAsync(string streamId, CancellationToken cancellation, int version = 1)
    {
        var table = await store.TableAsync(Table);
        var row = await table.GetEntityIfExistsAsync<TableEntity>(
            streamId, RowKey(version), ["PartitionKey"], cancellation);
        return row.HasValue;
    }

    /// <summary>Ids of streams in key order, after <paramref name="after"/>.</summary>
    public async IAsyncEnumerable<string> IdsAsync(
        string? after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var table = await store.TableAsync(Table);
        var filter = TableClient.CreateQueryFilter($"PartitionKey gt {after ?? ""} and RowKey eq {RowKey(1)}");
        await foreach (var row in table.QueryAsync<TableEntity>(
            filter, select: ["PartitionKey"], cancellationToken: cancellation))
            yield return row.PartitionKey;
    }

    /// <summary>
    /// Adds events after the last one. False: there is already something at that version, or the key has been used.
    /// </summary>
    internal async Task<bool> TryAppendAsync(
        string streamId, IReadOnlyList<EventRow> events, KeyRow? key, CancellationToken cancellation)
    {
        if (events.Count + (key is null ? 0 : 1) > MaxRows)
            throw new ArgumentException($"{events.Count} events cannot be appended at once.", nameof(events));
        var limit = events.Sum(happened => happened.Payload.Length) > MaxAppend ? MaxPayloadOfHeavyAppend : MaxPayload;
        var rows = new List<TableTransactionAction>(events.Count + 1);
        foreach (var happened in events)
            rows.Add(Add(await WriteAsync(streamId, happened, limit, cancellation)));
        if (key is not null)
            rows.Add(
                Add(new TableEntity(streamId, key.Hash) { ["BodyHash"] = key.BodyHash, ["Version"] = key.Version }));
        var table = await store.TableAsync(Table);
        try
        {
            if (rows.Count == 1)
                await table.AddEntityAsync((TableEntity)rows[0].Entity, cancellation);
            else
                await table.SubmitTransactionAsync(rows, cancellation);
            return true;
        }
        catch (RequestFailedException failure) when (failure.Status == 409)
        {
            return false;
        }
    }

    /// <summary>Row key of an idempotency key; two people's keys never meet.</summary>
    internal static string HashKey(string userId, string key) =>
        KeyPrefix + Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes($"{userId.Length}:{userId}|{key}")))[..40];

    private static TableTransactionAction Add(TableEntity entity) => new(TableTransactionActionType.Add, entity);

    // As the column has been written from the start.
    private static string Capitalised(string name) => char.ToUpperInvariant(name[0]) + name[1..];

    private static string RowKey(int version) => version.ToString("D10", CultureInfo.InvariantCulture);

    private async Task<TableEntity> WriteAsync(
        string streamId, EventRow happened, int payloadLimit, CancellationToken cancellation)
    {
        var row = new TableEntity(streamId, RowKey(happened.Version))
        {
            ["Type"] = happened.Type,
            ["Actor"] = happened.Actor.UserId,
            ["Role"] = Capitalised(StoredEnum<Role>.Write(happened.Actor.Role)),
            ["At"] = happened.At,
            ["Day"] = happened.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["Settings"] = happened.SettingsHash,
            ["CommandId"] = happened.CommandId,
        };
        if (happened.Reason is not null)
            row["Reason"] = happened.Reason;
        if (happened.Payload.Length <= payloadLimit)
        {
            row["Payload"] = happened.Payload;
            return row;
        }

        var content = BinaryData.FromString(happened.Payload);
        var name = Convert.ToHexStringLower(SHA256.HashData(content.ToMemory().Span));
        await blobs.WriteOnceAsync(Payloads, name, content, "application/json", cancellation);
        row["PayloadBlob"] = name;
        return row;
    }

    private async Task<EventRow> ReadAsync(TableEntity row, int expectedVersion, CancellationToken cancellation)
    {
        var version = int.Parse(row.RowKey, CultureInfo.InvariantCulture);
        if (version != expectedVersion)
            throw new InvalidDataException($"Stream {row.PartitionKey} has no version {expectedVersion}.");
        return new EventRow(
            version,
            row.GetString("Type")!,
            row.GetString("Payload") ?? await ReadBlobAsync(row.GetString("PayloadBlob")!, cancellation),
            new Actor(row.GetString("Actor")!, StoredEnum<Role>.Read(row.GetString("Role")!)),
            row.GetDateTimeOffset("At")!.Value,
            DateOnly.ParseExact(row.GetString("Day")!, "yyyy-MM-dd", CultureInfo.InvariantCulture),
            row.GetString("Reason"),
            row.GetString("Settings")!,
            row.GetString("CommandId")!);
    }

    private async Task<string> ReadBlobAsync(string name, CancellationToken cancellation)
    {
        var content = await blobs.FindAsync(Payloads, name, cancellation);
        return content?.ToString() ?? throw new InvalidDataException($"The payload {name} is missing.");
    }
}
