using Microsoft.Extensions.Logging;
using Oversight.Functions.Dependencies;
using Oversight.Functions.Telemetry;

namespace Oversight.Functions.Storage.Effects;

/// <summary>
/// What every append is followed by: its rows in the lists, then its effects. Nobody's cancellation stops it.
/// </summary>
public sealed class AfterAppend(
    Projector projector, EffectRunner effects, IEffectHandover handover, EffectLimits limits,
    ILogger<AfterAppend> logger)
{
    /// <summary>What was projected of a stream that is about to be written, read meanwhile.</summary>
    internal async Task<ProjectedRow?> ExpectAsync(string streamId)
    {
        try
        {
            return await projector.FindAsync(streamId, CancellationToken.None);
        }
        catch (DependencyUnavailableException)
        {
            // The projection asks again, and says so when it fails.
            return null;
        }
    }

    /// <summary>For the request that has appended. Never throws: what failed is made up for by the sweep.</summary>
    /// <param name="unmark">Called when all is done. Does not throw.</param>
    internal async Task FollowAsync(Appended appended, Func<Task> unmark)
    {
        var isShown = false;
        var known = appended.IsNew ? Task.FromResult<ProjectedRow?>(null) : appended.Projected;
        var hints = new ProjectionHints(known ?? ExpectAsync(appended.Stream.StreamId), async () =>
        {
            isShown = true;
            if (await TryRunAsync(appended))
                await unmark();
        });
        var isProjected = await TryProjectAsync(appended.Kind, appended.Stream, hints);
        // Rows that were there already, or that cannot be written, do not keep the effects back.
        if (!isShown && await TryRunAsync(appended) && isProjected)
            await unmark();
    }

    /// <summary>
    /// For the sweep, and for the job that a request has handed over to: everything that is due, rows and effects.
    /// </summary>
    /// <param name="isAlone">No request and no job is under way.</param>
    /// <param name="commandId">Whose mark goes with this; null leaves it to the sweep.</param>
    internal async Task<bool> CatchUpAsync(
        IStreamKind kind, StoredStream stream, bool isAlone, CancellationToken cancellation, string? commandId = null)
    {
        var limit = limits.Job with { BreaksLeases = isAlone };
        var isDone = await RunAsync(kind, stream, from: 0, isNew: false, limit, commandId, cancellation);
        using var span = Tracing.Projection(stream.StreamId, kind.Name, stream.Version);
        await projector.ProjectAsync(kind, stream, cancellation);
        return isDone;
    }

    private async Task<bool> TryProjectAsync(IStreamKind kind, StoredStream stream, ProjectionHints hints)
    {
        using var span = Tracing.Projection(stream.StreamId, kind.Name, stream.Version);
        try
        {
            await projector.ProjectAsync(kind, stream, hints, verify: false, CancellationToken.None);
            return true;
        }
        catch (Exception failure)
        {
            span.Failed(failure);
            StorageLog.ProjectionFailed(logger, failure, stream.StreamId);
            return false;
        }
    }

    private async Task<bool> TryRunAsync(Appended appended)
    {
        var (kind, stream, from, isNew, commandId, _) = appended;
        try
        {
            return await RunAsync(kind, stream, from, isNew, limits.Request, commandId, CancellationToken.None);
        }
        catch (Exception failure)
        {
            StorageLog.EffectsNotRun(logger, failure, stream.StreamId);
            return false;
        }
    }

    private async Task<bool> RunAsync(
        IStreamKind kind, StoredStream stream, int from, bool isNew, EffectLimit limit, string? commandId,
        CancellationToken cancellation)
    {
        var result = await effects.RunAsync(kind, stream, from, isNew, limit, cancellation);
        if (result == EffectsResult.Unfinished)
            await handover.SendAsync(stream.StreamId, commandId, cancellation);
        return result == EffectsResult.Done;
    }
}

/// <summary>A stream that was appended to, or is repeated.</summary>
/// <param name="From">The version before the append; 0 when it is not known what has followed.</param>
/// <param name="CommandId">Whose mark stands; null when there is none.</param>
/// <param name="Projected">What was projected of it shortly before; null when nobody has looked.</param>
internal sealed record Appended(
    IStreamKind Kind, StoredStream Stream, int From, bool IsNew, string? CommandId, Task<ProjectedRow?>? Projected);

/// <summary>Lets effects go on that take longer than a request may.</summary>
public interface IEffectHandover
{
    /// <param name="commandId">Whose mark may go when all is done; null leaves the marks to the sweep.</param>
    Task SendAsync(string streamId, string? commandId, CancellationToken cancellation);
}
