using Azure;

namespace Oversight.Functions.Storage;

/// <summary>
/// Writes a stream's view rows from its folded state. Every address that any version so far has had a row at gets its
/// row or a tombstone, each stamped with the version; an older stamp never replaces a newer one. So whatever order
/// projections of v1..vn run, cross or break off in, the rows end as those of vn once vn has been projected.
/// </summary>
public sealed class Projector(StoreConnection store, StreamTable streams)
{
    private const int MaxCollisions = 20;
    private readonly ViewTable _views = new(store);
    private readonly ProjectedTable _projected = new(store);

    /// <param name="isNew">The stream was created a moment ago: nothing has been projected of it, most likely.</param>
    /// <param name="verify">
    /// Read and compare every address, the dead ones too, even where all is projected already.
    /// </param>
    public Task ProjectAsync(
        IStreamKind kind, StoredStream stream, CancellationToken cancellation, bool isNew = false,
        bool verify = false) =>
        ProjectAsync(kind, stream, isNew ? ProjectionHints.New : null, verify, cancellation);

    /// <param name="hints">What the caller knows already, and what is to be done as soon as the rows are there.</param>
    internal async Task ProjectAsync(
        IStreamKind kind, StoredStream stream, ProjectionHints? hints, bool verify, CancellationToken cancellation)
    {
        for (var attempt = 0; attempt < MaxCollisions; attempt++)
        {
            var known = attempt == 0 && hints is not null
                ? await hints.Known
                : await _projected.FindAsync(stream.StreamId, cancellation);
            if (known is not null && known.Stamp.Version > stream.Version && (
                verify || known.Stamp.Projection < kind.ProjectionVersion))
                stream = await streams.LoadAsync(stream.StreamId, withKeys: false, cancellation);
            var stamp = new ViewStamp(kind.ProjectionVersion, stream.Version);
            if (known is not null && IsDone(known.Stamp, stamp, verify))
                return;
            var writes = Plan(kind, stream, known, stamp, verify);
            await WriteAsync(writes, new ViewWriter(stream.StreamId, stamp, verify), cancellation);
            // The rows are what people see; this row only saves the next projection work, and tells it what to bury.
            var shown = attempt == 0 && hints is not null ? hints.Shown() : Task.CompletedTask;
            var noting = _projected.TryWriteAsync(
                stream.StreamId, stamp, Owned(writes, known), known?.ETag, cancellation);
            await Task.WhenAll(shown, noting);
            if (await noting)
                return;
        }

        throw new InvalidOperationException($"Stream {stream.StreamId} is projected all the time.");
    }

    /// <summary>What has been projected of a stream, for <see cref="ProjectionHints.Known"/>.</summary>
    internal Task<ProjectedRow?> FindAsync(string streamId, CancellationToken cancellation) =>
        _projected.FindAsync(streamId, cancellation);

    internal async Task<bool> IsProjectedAsync(
        string streamId, int projectionVersion, CancellationToken cancellation) =>
        await _projected.FindAsync(streamId, cancellation) is { } row && row.Stamp.Projection >= projectionVersion;

    private static bool IsDone(ViewStamp known, ViewStamp stamp, bool verify)
    {
        // The mark stays, and the newer code makes up for it: this code cannot write its rows.
        if (known.Projection > stamp.Projection && known.Version < stamp.Version)
            throw new InvalidOperationException(
                $"The stream's rows are written by newer code ({known.Projection} > {stamp.Projection}).");
        return known > stamp || (known == stamp && !verify);
    }

    private static List<ViewWrite> Plan(
        IStreamKind kind, StoredStream stream, ProjectedRow? known, ViewStamp stamp, bool verify)
    {
        var sameCode = known?.Stamp.Projection == stamp.Projection;
        var since = sameCode ? known!.Stamp.Version : 0;
        var projection = kind.ProjectFrom(stream, verify ? 0 : since);
        var wantedSince = verify ? kind.ProjectFrom(stream, since).Owned : projection.Owned;
        var before = known?.Owned.ToDictionary(row => new RowAddress(row.P, row.K)) ?? [];
        var writes = new List<ViewWrite>();
        foreach (var (address, json) in projection.Rows)
            writes.Add(new ViewWrite(address, json, TagOf(before, address)));
        foreach (var address in projection.Owned.Concat(before.Keys).Distinct())
        {
            // A tombstone of this code is newer than every version up to its own; one that came since may still want
            // the row. And tombstones are swept: what a projection that was stalled until then has left, a rebuild
            // finds.
            var isBuried = sameCode && before.TryGetValue(address, out var row) && row.Dead
                && !wantedSince.Contains(address);
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
            .. writes.Select(
                row => new OwnedRow(row.Address.Partition, row.Address.Key, row.Written?.ToString(), row.Json is null)),
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

/// <param name="Known">
/// What has been projected, perhaps a little old; null of a stream that was created a moment ago.
/// </param>
/// <param name="Shown">Called when the rows are written. Does not throw.</param>
internal sealed record ProjectionHints(Task<ProjectedRow?> Known, Func<Task> Shown)
{
    internal static ProjectionHints New { get; } = new(Task.FromResult<ProjectedRow?>(null), () => Task.CompletedTask);
}
