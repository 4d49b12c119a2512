using Azure;
using Azure.Data.Tables;

namespace Oversight.Functions.Storage;

/// <summary>Writes view rows and tombstones (table <c>views</c>), never an older one over a newer one.</summary>
internal sealed class ViewTable(StoreConnection store)
{
    internal const string Table = "views";
    internal const string Deleted = "Deleted";
    internal const string Document = "D";
    private const int MaxRowsAtOnce = 100;
    private const int MaxTextAtOnce = 600_000;
    private const int MaxCollisions = 50;

    /// <summary>
    /// Writes the rows of one stream that are in one partition; returns the ETag of each that now stands at this stamp.
    /// </summary>
    internal async Task WriteAsync(IReadOnlyList<ViewWrite> rows, ViewWriter writer, CancellationToken cancellation)
    {
        var table = await store.TableAsync(Table);
        foreach (var chunk in Chunks(rows))
        {
            if (!writer.Verify && await TryWriteAtOnceAsync(table, chunk, writer, cancellation))
                continue;
            foreach (var row in chunk)
                row.Written = await WriteOneAsync(table, row, writer, cancellation);
        }
    }

    // Most often nobody else has been here: one call, guarded by what we know of the rows.
    private static async Task<bool> TryWriteAtOnceAsync(
        TableClient table, IReadOnlyList<ViewWrite> rows, ViewWriter writer, CancellationToken cancellation)
    {
        try
        {
            if (rows is [var only])
            {
                var entity = only.ToEntity(writer);
                var answer = only.Known is { } etag
                    ? await table.UpdateEntityAsync(entity, etag, TableUpdateMode.Replace, cancellation)
                    : await table.AddEntityAsync(entity, cancellation);
                only.Written = answer.Headers.ETag;
                return true;
            }

            var answers = await table.SubmitTransactionAsync(rows.Select(row => row.ToAction(writer)), cancellation);
            for (var i = 0; i < rows.Count; i++)
                rows[i].Written = answers.Value[i].Headers.ETag;
            return true;
        }
        catch (RequestFailedException failure) when (failure.Status is 404 or 409 or 412)
        {
            return false;
        }
    }

    private static async Task<ETag?> WriteOneAsync(
        TableClient table, ViewWrite row, ViewWriter writer, CancellationToken cancellation)
    {
        var entity = row.ToEntity(writer);
        for (var attempt = 0; attempt < MaxCollisions; attempt++)
        {
            try
            {
                var stored = await table.GetEntityIfExistsAsync<TableEntity>(
                    entity.PartitionKey, entity.RowKey, cancellationToken: cancellation);
                if (row.IsBuried && !IsLiveOf(stored, writer.StreamId))
                    return null;
                if (!stored.HasValue)
                    return (await table.AddEntityAsync(entity, cancellation)).Headers.ETag;
                var stamp = ViewStamp.Of(stored.Value!);
                if (stamp > writer.Stamp)
                    return null;
                if (stamp == writer.Stamp && !(writer.Verify && IsDamaged(stored.Value!, row)))
                    return stored.Value!.ETag;
                return (await table.UpdateEntityAsync(entity, stored.Value!.ETag, TableUpdateMode.Replace,
                    cancellation)).Headers.ETag;
            }
            catch (RequestFailedException failure) when (failure.Status is 404 or 409 or 412)
            {
                // Somebody wrote between the read and the write: look again.
                cancellation.ThrowIfCancellationRequested();
            }
        }

        throw new InvalidOperationException($"The view row {row.Address} is written all the time.");
    }

    private static bool IsLiveOf(NullableResponse<TableEntity> stored, string streamId) =>
        stored.HasValue && !stored.Value!.ContainsKey(Deleted) && stored.Value.GetString("StreamId") == streamId;

    private static bool IsDamaged(TableEntity stored, ViewWrite row) =>
        stored.ContainsKey(Deleted) != (row.Json is null) || SplitText.Get(stored, Document) != row.Json;

    private static IEnumerable<IReadOnlyList<ViewWrite>> Chunks(IReadOnlyList<ViewWrite> rows)
    {
        var chunk = new List<ViewWrite>();
        var length = 0;
        foreach (var row in rows)
        {
            if (chunk.Count == MaxRowsAtOnce || (chunk.Count > 0 && length + row.Length > MaxTextAtOnce))
            {
                yield return chunk;
                chunk = [];
                length = 0;
            }

            chunk.Add(row);
            length += row.Length;
        }

        yield return chunk;
    }
}

/// <summary>
/// Whose rows are written and how new they are. <paramref name="Verify"/>: compare what stands there, as a rebuild
/// does.
/// </summary>
internal sealed record ViewWriter(string StreamId, ViewStamp Stamp, bool Verify);

/// <summary>One row to write; without JSON it is a tombstone.</summary>
internal sealed class ViewWrite(RowAddress address, string? json, ETag? known, bool isBuried = false)
{
    internal RowAddress Address => address;

    internal string? Json => json;

    internal int Length => json?.Length ?? 0;

    /// <summary>
    /// There should be nothing, or a tombstone, at the address already: only what stands there alive is buried again.
    /// </summary>
    internal bool IsBuried => isBuried;

    /// <summary>The ETag that the row had when this stream was last projected.</summary>
    internal ETag? Known => known;

    /// <summary>The ETag it has now, unless a newer projection has taken it.</summary>
    internal ETag? Written { get; set; }

    internal TableTransactionAction ToAction(ViewWriter writer) => known is { } etag
        ? new(TableTransactionActionType.UpdateReplace, ToEntity(writer), etag)
        : new(TableTransactionActionType.Add, ToEntity(writer));

    internal TableEntity ToEntity(ViewWriter writer)
    {
        var entity = new TableEntity(address.Partition, address.Key) { ["StreamId"] = writer.StreamId };
        writer.Stamp.Set(entity);
        if (json is null)
            entity[ViewTable.Deleted] = true;
        else
            SplitText.Set(entity, ViewTable.Document, json);
        return entity;
    }
}
