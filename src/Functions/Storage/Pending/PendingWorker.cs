using Microsoft.Extensions.Logging;
using Oversight.Functions.Dependencies;
using Oversight.Functions.Storage.Effects;
using Oversight.Functions.Telemetry;

namespace Oversight.Functions.Storage;

/// <summary>Makes up for what broken-off requests left behind: rows in lists, and effects.</summary>
public sealed class PendingWorker(
    PendingMarks marks, StreamTable streams, StreamKinds kinds, AfterAppend after, OrphanedFiles files,
    PlatformClock clock,
    ILogger<PendingWorker> logger)
{
    private const int AtOnce = 8;
    private static readonly TimeSpan FollowUpAfter = TimeSpan.FromMinutes(1);

    /// <summary>Twice as long as a function may run.</summary>
    private static readonly TimeSpan RemoveAfter = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(15);
    private long _lastRun;

    /// <summary>
    /// What the timer does. Under the local host's domain clock a year may pass in a second; marks age in real time, so
    /// runs that come closer than that have nothing to find.
    /// </summary>
    public async Task WorkOffDueAsync(CancellationToken cancellation)
    {
        var last = Interlocked.Read(ref _lastRun);
        if (last != 0 && clock.Provider.GetElapsedTime(last) < ShortestPause)
            return;
        Interlocked.Exchange(ref _lastRun, clock.Provider.GetTimestamp());
        await WorkOffAsync(FollowUpAfter, RemoveAfter, isAlone: false, cancellation);
    }

    /// <summary>Every marked stream at once; marks stay until no request can be behind them.</summary>
    public Task<PendingRun> WorkOffAllAsync(CancellationToken cancellation) =>
        WorkOffAsync(TimeSpan.MinValue, RemoveAfter, isAlone: false, cancellation);

    /// <summary>
    /// Every mark, and removes it: only when no request is under way (tests, a host that has just started).
    /// </summary>
    public Task<PendingRun> WorkOffAndClearAsync(CancellationToken cancellation) =>
        WorkOffAsync(TimeSpan.MinValue, TimeSpan.MinValue, isAlone: true, cancellation);

    private async Task<PendingRun> WorkOffAsync(
        TimeSpan followUpAfter, TimeSpan removeAfter, bool isAlone, CancellationToken cancellation)
    {
        var all = await marks.ReadAsync(cancellation).ToListAsync(cancellation);
        Measures.MarksFound(
            all.Count, all.Count == 0 ? TimeSpan.Zero : clock.Now - all.Min(mark => mark.MarkedAt));
        var due = all.Where(mark => clock.Now - mark.MarkedAt > followUpAfter).ToList();
        var (failed, left) = (0, 0);
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation };
        await Parallel.ForEachAsync(due.GroupBy(mark => mark.StreamId), options, async (group, token) =>
        {
            // A younger mark's append may still be to come.
            var old = group.Where(mark => clock.Now - mark.MarkedAt > removeAfter).ToList();
            using var followed = Tracing.Follow(group.Select(mark => mark.Trace));
            switch (await TryFollowUpAsync(group.Key, old, isAlone, token))
            {
                case null:
                    Interlocked.Increment(ref failed);
                    break;
                case false:
                    Interlocked.Increment(ref left);
                    break;
                default:
                    foreach (var mark in old)
                        await marks.RemoveAsync(mark, token);
                    break;
            }
        });
        return new PendingRun(due.Count, failed, left);
    }

    /// <summary>Whether all is done; null when it failed.</summary>
    /// <param name="old">Marks that no request can be behind any more.</param>
    private async Task<bool?> TryFollowUpAsync(
        string streamId, IReadOnlyList<PendingMark> old, bool isAlone, CancellationToken cancellation)
    {
        try
        {
            var stream = await streams.LoadAsync(streamId, withKeys: false, cancellation);
            if (kinds.Find(streamId) is not { } kind)
            {
                return stream.Version == 0
                    ? true
                    : throw new InvalidOperationException($"Stream {streamId} is of an unknown kind.");
            }

            if (old.Any(mark => stream.Events.All(happened => happened.CommandId != mark.CommandId)))
                await files.SweepAsync(kind, streamId, cancellation);
            if (stream.Version == 0)
                return true;
            var isDone = await after.CatchUpAsync(kind, stream, isAlone, cancellation);
            StorageLog.MadeUpProjection(logger, streamId, stream.Version);
            return isDone;
        }
        catch (Exception failure) when (failure is not (OperationCanceledException or DependencyUnavailableException))
        {
            StorageLog.ProjectionFailed(logger, failure, streamId);
            return null;
        }
    }
}

/// <param name="Marks">Marks that were due.</param>
/// <param name="Failed">Streams that could not be projected; their marks stay.</param>
/// <param name="Left">Streams with effects that are not done yet; their marks stay.</param>
public sealed record PendingRun(int Marks, int Failed, int Left = 0);
