using Azure;
using Azure.Data.Tables;

namespace Oversight.Functions.Storage.Effects;

/// <summary>
/// How far the effects of each stream have come (table <c>effects</c>): one row per stream, guarded by its ETag,
/// written first when there is something to say. What was put aside has a row of its own in a partition, to be listed.
/// </summary>
public sealed class EffectTable(StoreConnection store)
{
    internal const string Table = "effects";
    private const string RowKey = "effects";
    private const string Records = "Effects";
    private const string AsidePartition = "aside";
    private const int MaxCollisions = 50;

    public async Task<EffectRow> FindAsync(string streamId, CancellationToken cancellation)
    {
        var table = await store.TableAsync(Table);
        var row = await table.GetEntityIfExistsAsync<TableEntity>(streamId, RowKey, cancellationToken: cancellation);
        return row.HasValue
            ? new EffectRow(streamId,
                StoredJson.Read<Dictionary<string, EffectRecord>>(SplitText.Get(row.Value!, Records)!), row.Value!.ETag)
            : EffectRow.New(streamId);
    }

    /// <summary>
    /// Changes one effect's record; <paramref name="change"/> is asked again when others write, and answers null to let
    /// be.
    /// </summary>
    /// <returns>The row as it stands now.</returns>
    public async Task<EffectRow> ChangeAsync(
        EffectRow row, string effect, Func<EffectRecord, EffectRecord?> change, CancellationToken cancellation)
    {
        var table = await store.TableAsync(Table);
        for (var attempt = 0; attempt < MaxCollisions; attempt++)
        {
            if (change(row.Of(effect)) is not { } changed)
                return row;
            var next = new Dictionary<string, EffectRecord>(row.Records) { [effect] = changed };
            var entity = new TableEntity(row.StreamId, RowKey);
            SplitText.Set(entity, Records, StoredJson.Write(next, typeof(IReadOnlyDictionary<string, EffectRecord>)));
            try
            {
                var answer = row.ETag is { } etag
                    ? await table.UpdateEntityAsync(entity, etag, TableUpdateMode.Replace, cancellation)
                    : await table.AddEntityAsync(entity, cancellation);
                return row with { Records = next, ETag = answer.Headers.ETag };
            }
            catch (RequestFailedException failure) when (failure.Status is 404 or 409 or 412)
            {
                row = await FindAsync(row.StreamId, cancellation);
            }
        }

        throw new InvalidOperationException($"The effects of {row.StreamId} are written all the time.");
    }

    public async Task PutAsideAsync(PutAside aside, CancellationToken cancellation)
    {
        var table = await store.TableAsync(Table);
        var row = new TableEntity(AsidePartition, KeyOf(aside.StreamId, aside.Effect))
        {
            ["StreamId"] = aside.StreamId,
            ["Effect"] = aside.Effect,
            ["Version"] = aside.Version,
            ["Since"] = aside.Since,
            ["Reason"] = aside.Reason,
        };
        await table.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellation);
    }

    /// <summary>The first ones that were put aside, in no order that means anything.</summary>
    public async Task<IReadOnlyList<PutAside>> ReadAsideAsync(int most, CancellationToken cancellation)
    {
        var table = await store.TableAsync(Table);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {AsidePartition}");
        return await table.QueryAsync<TableEntity>(
            filter, maxPerPage: Math.Min(most, 1000), cancellationToken: cancellation)
            .Take(most)
            .Select(row => new PutAside(
                row.GetString("StreamId")!, row.GetString("Effect")!, row.GetInt32("Version")!.Value,
                row.GetDateTimeOffset("Since")!.Value, row.GetString("Reason")!))
            .ToListAsync(cancellation);
    }

    public async Task<bool> IsAsideAsync(string streamId, string effect, CancellationToken cancellation)
    {
        var table = await store.TableAsync(Table);
        return (await table.GetEntityIfExistsAsync<TableEntity>(
            AsidePartition, KeyOf(streamId, effect), ["PartitionKey"], cancellation)).HasValue;
    }

    public async Task RemoveAsideAsync(string streamId, string effect, CancellationToken cancellation)
    {
        var table = await store.TableAsync(Table);
        await table.DeleteEntityAsync(AsidePartition, KeyOf(streamId, effect), cancellationToken: cancellation);
    }

    private static string KeyOf(string streamId, string effect) => $"{streamId}|{effect}";
}

/// <summary>The record of every effect of a stream that there is something to say of.</summary>
/// <param name="ETag">Null when the stream has no row yet.</param>
public sealed record EffectRow(string StreamId, IReadOnlyDictionary<string, EffectRecord> Records, ETag? ETag)
{
    public static EffectRow New(string streamId) => new(streamId, new Dictionary<string, EffectRecord>(), null);

    public EffectRecord Of(string effect) => Records.GetValueOrDefault(effect) ?? EffectRecord.None;
}

/// <summary>How far one effect of one stream has come. Stored.</summary>
/// <param name="Reached">Of an effect of events: the version that all is done up to.</param>
/// <param name="Failures">In a row, since something was last done.</param>
/// <param name="NotBefore">When it may be tried again.</param>
/// <param name="IsAside">Not tried any more until somebody asks for it.</param>
/// <param name="Lease">Who is at it, until <paramref name="LeasedUntil"/>.</param>
public sealed record EffectRecord(
    int Reached = 0, int Failures = 0, DateTimeOffset? NotBefore = null, bool IsAside = false, string? Lease = null,
    DateTimeOffset? LeasedUntil = null)
{
    public static EffectRecord None { get; } = new();

    public EffectRecord Release() => this with { Lease = null, LeasedUntil = null };
}

/// <summary>An effect that failed too often.</summary>
/// <param name="Version">The version of the stream that it could not reach.</param>
/// <param name="Reason">What kind of failure; never what the stream says.</param>
public sealed record PutAside(string StreamId, string Effect, int Version, DateTimeOffset Since, string Reason);
