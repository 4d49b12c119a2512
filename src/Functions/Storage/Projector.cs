using Azure;

namespace Oversight.Functions.Storage;

/// <summary>
/// Writes a stream's view rows from its folded state. Every address that any version so far has had a row at gets its row or a
/// tombstone, each stamped with the version; an older stamp never replaces a newer one. So whatever order projections of
/// v1..vn run, cross or break off in, the rows end as those of vn once vn has been projected.
/// </summary>
public sealed class Projector(StoreConnection store, StreamTable streams)
{
    private const int MaxCollisions = 20;
    private readonly ViewTable _views = new(store);
    private readonly ProjectedTable _projected = new(store);

    /// <param name="isNew">The stream was created a moment ago: nothing has been projected of it, most likely.</param>
    /// <param name="verify">Read and compare every address, the dead ones too, even where all is projected already.</param>
    public async Task ProjectAsync(
        IStreamKind kind, StoredStream stream, CancellationToken cancellation, bool isNew = false, bool verify = false)
    {
        for (var attempt = 0; attempt < MaxCollisions; attempt++)
        {
            var known = isNew && attempt == 0 ? null : await _projected.FindAsync(stream.StreamId, cancellation);
            if (known is not null && known.Stamp.Version > stream.Version && (verify || known.Stamp.Projection < kind.ProjectionVersion))
                stream = await streams.LoadAsync(stream.StreamId, withKeys: false, cancellation);
            var stamp = new ViewStamp(kind.ProjectionVersion, stream.Version);
            if (known is not null && IsDone(known.Stamp, stamp, verify))
                return;
            var writes = Plan(kind, stream, known, stamp, verify);
            await WriteAsync(writes, new ViewWriter(stream.StreamId, stamp, verify), cancellation);
            if (await _projected.TryWriteAsync(stream.StreamId, stamp, Owned(writes, known), known?.ETag, cancellation))
                return;
        }

        throw new InvalidOperationException($"Stream {stream.StreamId} is projected all the time.");
    }

    internal async Task<bool> IsProjectedAsync(string streamId, int projectionVersion, CancellationToken cancellation) =>
        await _projected.FindAsync(streamId, cancellation) is { } row && row.Stamp.Projection >= projectionVersion;

    private static bool IsDone(ViewStamp known, ViewStamp stamp, bool verify)
    {
        // The mark stays, and the newer code makes up for it: this code cannot write its rows.
        if (known.Projection > stamp.Projection && known.Version < stamp.Version)
            throw new InvalidOperationException($"The stream's rows are written by newer code ({known.Projection} > {stamp.Projection}).");
        return known > stamp || (known == stamp && !verify);
    }

    private static List<ViewWrite> Plan(IStreamKind kind, StoredStream stream, ProjectedRow? known, ViewStamp stamp, bool verify)
    {
        var sameCode = known?.Stamp.Projection == stamp.Projection;
        var projection = kind.ProjectFrom(stream, sameCode && !verify ? known!.Stamp.Version : 0);
        var before = known?.Owned.ToDictionary(row => new RowAddress(row.P, row.K)) ?? [];
        var writes = new List<ViewWrite>();
        foreach (var (address, json) in projection.Rows)
            writes.Add(new ViewWrite(address, json, TagOf(before, address)));
        foreach (var address in projection.Owned.Concat(before.Keys).Distinct())
        {
            // A tombstone of this code is newer than every version that could still want the row. But tombstones are swept, and a
            // projection that was stalled until then may have left a row since: a rebuild looks.
            var isBuried = sameCode && before.TryGetValue(address, out var row) && row.Dead;
            if (!projection.Rows.ContainsKey(address) && (!isBuried || verify))
                writes.Add(new ViewWrite(address, null, TagOf(before, address), isBuried));
        }

        return writes;
    }

    private static ETag? TagOf(Dictionary<RowAddress, OwnedRow> before, RowAddress address) =>
        before.TryGetValue(address, out var row) && row.E is not null ? new ETag(row.E) : null;

    private static List<OwnedRow> Owned(List<ViewWrite> writes, ProjectedRow? known)
    {
        var written = writes.Select(row => row.Address).ToHashSet();
        var untouched = known?.Owned.Where(row => !written.Contains(new RowAddress(row.P, row.K))) ?? [];
        return
        [
            .. writes.Select(row => new OwnedRow(row.Address.Partition, row.Address.Key, row.Written?.ToString(), row.Json is null)),
            .. untouched,
        ];
    }

    private async Task WriteAsync(List<ViewWrite> writes, ViewWriter writer, CancellationToken cancellation)
    {
        var partitions = writes.GroupBy(row => row.Address.Partition).Select(rows => rows.ToList()).ToList();
        foreach (var some in partitions.Chunk(16))
            await Task.WhenAll(some.Select(rows => _views.WriteAsync(rows, writer, cancellation)));
    }
}
