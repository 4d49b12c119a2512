using Microsoft.Extensions.Logging;
using Oversight.Functions.Dependencies;
using Oversight.Functions.Storage;

namespace Oversight.Functions.Maintenance.Rebuilding;

/// <summary>
/// The first phases: the streams are counted; then every one, in key order, is projected again, some at a time.
/// </summary>
public sealed class RebuildStreams(
    StreamTable streams, StreamKinds kinds, Projector projector, ILogger<RebuildStreams> logger)
{
    private const int AtOnce = 8;
    private const int CountedAtOnce = 1000;

    internal async Task<Rebuild> CountAsync(Rebuild rebuild, StepLimit limit, CancellationToken cancellation)
    {
        var ids = streams.IdsAsync(rebuild.LastPartition, cancellation);
        await foreach (var some in ids.Chunk(CountedAtOnce).WithCancellation(cancellation))
        {
            rebuild = rebuild with { LastPartition = some[^1], Total = rebuild.Total + some.Length };
            if (!limit.MayGoOn())
                return rebuild;
        }

        return rebuild with { Phase = RebuildPhase.Streams, LastPartition = null };
    }

    internal async Task<Rebuild> RunAsync(Rebuild rebuild, StepLimit limit, CancellationToken cancellation)
    {
        var ids = streams.IdsAsync(rebuild.LastPartition, cancellation);
        await foreach (var some in ids.Chunk(AtOnce).WithCancellation(cancellation))
        {
            var projected = await Task.WhenAll(some.Select(id => TryProjectAsync(rebuild.Id, id, cancellation)));
            rebuild = rebuild with
            {
                LastPartition = some[^1],
                Streams = rebuild.Streams + some.Length,
                Failed = rebuild.Failed + projected.Count(ok => !ok),
            };
            if (!limit.MayGoOn())
                return rebuild;
        }

        return rebuild with { Phase = RebuildPhase.Sweep, LastPartition = null, LastKey = null };
    }

    private async Task<bool> TryProjectAsync(Id rebuildId, string streamId, CancellationToken cancellation)
    {
        try
        {
            var kind = kinds.Find(streamId) ?? throw new InvalidOperationException(
                $"Stream {streamId} is of an unknown kind.");
            var stream = await streams.LoadAsync(streamId, withKeys: false, cancellation);
            await projector.ProjectAsync(kind, stream, cancellation, verify: true);
            return true;
        }
        catch (Exception failure) when (failure is not (OperationCanceledException or DependencyUnavailableException))
        {
            RebuildLog.RebuildSkipped(logger, failure, rebuildId.Value, streamId);
            return false;
        }
    }
}
