using Microsoft.Extensions.Logging;

namespace Oversight.Functions.Storage.Effects;

/// <summary>What every append is followed by: its rows in the lists, then its effects. Nobody's cancellation stops it.</summary>
public sealed class AfterAppend(
    Projector projector, EffectRunner effects, IEffectHandover handover, EffectLimits limits, ILogger<AfterAppend> logger)
{
    /// <summary>For the request that has appended. Never throws: what failed is made up for by the sweep.</summary>
    /// <param name="from">The version before the append.</param>
    /// <returns>True when all is done and the mark may go.</returns>
    internal async Task<bool> TryAsync(IStreamKind kind, StoredStream stream, int from, bool isNew, string? commandId)
    {
        var isProjected = await TryProjectAsync(kind, stream, isNew);
        return await TryRunAsync(kind, stream, from, isNew, commandId) && isProjected;
    }

    /// <summary>For the sweep: everything that is due. Rows that cannot be written do not keep the effects back.</summary>
    /// <param name="isAlone">No request and no job is under way.</param>
    internal async Task<bool> CatchUpAsync(IStreamKind kind, StoredStream stream, bool isAlone, CancellationToken cancellation)
    {
        var limit = limits.Job with { BreaksLeases = isAlone };
        var isDone = await RunAsync(kind, stream, from: 0, isNew: false, limit, commandId: null, cancellation);
        await projector.ProjectAsync(kind, stream, cancellation);
        return isDone;
    }

    /// <summary>For the job that a request has handed over to.</summary>
    internal Task<bool> GoOnAsync(IStreamKind kind, StoredStream stream, string? commandId, CancellationToken cancellation) =>
        RunAsync(kind, stream, from: 0, isNew: false, limits.Job, commandId, cancellation);

    private async Task<bool> TryProjectAsync(IStreamKind kind, StoredStream stream, bool isNew)
    {
        try
        {
            await projector.ProjectAsync(kind, stream, CancellationToken.None, isNew);
            return true;
        }
        catch (Exception failure)
        {
            StorageLog.ProjectionFailed(logger, failure, stream.StreamId);
            return false;
        }
    }

    private async Task<bool> TryRunAsync(IStreamKind kind, StoredStream stream, int from, bool isNew, string? commandId)
    {
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
        IStreamKind kind, StoredStream stream, int from, bool isNew, EffectLimit limit, string? commandId, CancellationToken cancellation)
    {
        var result = await effects.RunAsync(kind, stream, from, isNew, limit, cancellation);
        if (result == EffectsResult.Unfinished)
            await handover.SendAsync(stream.StreamId, commandId, cancellation);
        return result == EffectsResult.Done;
    }
}

/// <summary>Lets effects go on that take longer than a request may.</summary>
public interface IEffectHandover
{
    /// <param name="commandId">Whose mark may go when all is done; null leaves the marks to the sweep.</param>
    Task SendAsync(string streamId, string? commandId, CancellationToken cancellation);
}
