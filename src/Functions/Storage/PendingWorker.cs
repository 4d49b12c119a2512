using Microsoft.Extensions.Logging;
using Oversight.Functions.Dependencies;

namespace Oversight.Functions.Storage;

/// <summary>Projects what broken-off requests left behind.</summary>
public sealed class PendingWorker(
    PendingMarks marks, StreamTable streams, StreamKinds kinds, Projector projector, PlatformClock clock, ILogger<PendingWorker> logger)
{
    private static readonly TimeSpan ProjectAfter = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan RemoveAfter = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(15);
    private long _lastRun;

    /// <summary>
    /// What the timer does. Under the local host's domain clock a year may pass in a second; marks age in real time, so runs
    /// that come closer than that have nothing to find.
    /// </summary>
    public async Task WorkOffDueAsync(CancellationToken cancellation)
    {
        var last = Interlocked.Read(ref _lastRun);
        if (last != 0 && clock.Provider.GetElapsedTime(last) < ShortestPause)
            return;
        Interlocked.Exchange(ref _lastRun, clock.Provider.GetTimestamp());
        await WorkOffAsync(ProjectAfter, RemoveAfter, cancellation);
    }

    /// <summary>Projects every marked stream at once; marks stay until no request can be behind them.</summary>
    public Task<PendingRun> WorkOffAllAsync(CancellationToken cancellation) => WorkOffAsync(TimeSpan.MinValue, RemoveAfter, cancellation);

    /// <summary>Every mark, and removes it: only when no request is under way (tests, a host that has just started).</summary>
    public Task<PendingRun> WorkOffAndClearAsync(CancellationToken cancellation) => WorkOffAsync(TimeSpan.MinValue, TimeSpan.MinValue, cancellation);

    private async Task<PendingRun> WorkOffAsync(TimeSpan projectAfter, TimeSpan removeAfter, CancellationToken cancellation)
    {
        var due = await marks.ReadAsync(cancellation).Where(mark => clock.Now - mark.MarkedAt > projectAfter).ToListAsync(cancellation);
        var failed = 0;
        foreach (var group in due.GroupBy(mark => mark.StreamId))
        {
            if (!await TryProjectAsync(group.Key, cancellation))
            {
                failed++;
                continue;
            }

            // A younger mark's append may still be to come.
            foreach (var mark in group.Where(mark => clock.Now - mark.MarkedAt > removeAfter))
                await marks.RemoveAsync(mark, cancellation);
        }

        return new PendingRun(due.Count, failed);
    }

    private async Task<bool> TryProjectAsync(string streamId, CancellationToken cancellation)
    {
        try
        {
            var stream = await streams.LoadAsync(streamId, withKeys: false, cancellation);
            if (stream.Version == 0)
                return true;
            var kind = kinds.Find(streamId) ?? throw new InvalidOperationException($"Stream {streamId} is of an unknown kind.");
            await projector.ProjectAsync(kind, stream, cancellation);
            StorageLog.MadeUpProjection(logger, streamId, stream.Version);
            return true;
        }
        catch (Exception failure) when (failure is not (OperationCanceledException or DependencyUnavailableException))
        {
            StorageLog.ProjectionFailed(logger, failure, streamId);
            return false;
        }
    }
}

/// <param name="Marks">Marks that were due.</param>
/// <param name="Failed">Streams that could not be projected; their marks stay.</param>
public sealed record PendingRun(int Marks, int Failed);
