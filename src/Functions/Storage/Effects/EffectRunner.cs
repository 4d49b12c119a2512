using Microsoft.Extensions.Logging;
using Oversight.Functions.Dependencies;
using Oversight.Functions.Telemetry;

namespace Oversight.Functions.Storage.Effects;

/// <summary>Carries out what is due of a stream's effects and keeps how far they have come.</summary>
public sealed class EffectRunner(
    EffectTable table, EffectHandlers handlers, StreamTable streams, EffectLimits limits, PlatformClock clock,
    ILogger<EffectRunner> logger)
{
    /// <param name="from">The version before the append that is followed; 0 for everything that is due.</param>
    /// <param name="isNew">The stream was created a moment ago: no effect has come anywhere.</param>
    public async Task<EffectsResult> RunAsync(
        IStreamKind kind, StoredStream stream, int from, bool isNew, EffectLimit limit, CancellationToken cancellation)
    {
        var result = EffectsResult.Done;
        EffectRow? row = null;
        foreach (var effect in kind.Effects)
        {
            if (kind.StepsOf(effect, stream, from).Count == 0)
                continue;
            row ??= isNew ? EffectRow.New(stream.StreamId) : await table.FindAsync(stream.StreamId, cancellation);
            var run = new EffectRun(this, kind, effect, stream, limit) { Row = row };
            var one = await run.RunAsync(from, cancellation);
            row = run.Row;
            result = one > result ? one : result;
        }

        return result;
    }

    /// <summary>One effect of one stream on its way.</summary>
    private sealed class EffectRun(
        EffectRunner runner, IStreamKind kind, IEffect effect, StoredStream stream, EffectLimit limit)
    {
        private readonly string _lease = Guid.NewGuid().ToString("N");
        private readonly long _started = runner.Clock.Provider.GetTimestamp();

        internal required EffectRow Row { get; set; }

        private EffectRecord Record => Row.Of(effect.Name);

        internal async Task<EffectsResult> RunAsync(int from, CancellationToken cancellation)
        {
            // What was put aside waits for a person, not for its mark.
            if (Record.IsAside)
                return EffectsResult.Done;
            if (Record.NotBefore > runner.Clock.Now)
                return EffectsResult.Left;
            if (effect.OneAtATime && !await TryLeaseAsync(cancellation))
                return EffectsResult.Left;
            var result = await RunStepsAsync(from, cancellation);
            if (effect.OneAtATime)
                await ChangeAsync(record => record.Lease == _lease ? record.Release() : null, cancellation);
            return result;
        }

        private async Task<EffectsResult> RunStepsAsync(int from, CancellationToken cancellation)
        {
            while (true)
            {
                foreach (var step in kind.StepsOf(effect, stream, effect.IsOfState ? from : Record.Reached))
                {
                    if (await TryStepAsync(step, cancellation) is var result && result != EffectsResult.Done)
                        return result;
                }

                // Others may have gone further with an older state in hand: whoever ends last sees to it that the
                // newest holds.
                if (!effect.IsOfState || !await runner.Streams.ExistsAsync(
                    stream.StreamId, cancellation, stream.Version + 1))
                    return EffectsResult.Done;
                if (!MayGoOn())
                    return EffectsResult.Unfinished;
                stream = await runner.Streams.LoadAsync(stream.StreamId, withKeys: false, cancellation);
            }
        }

        private async Task<EffectsResult> TryStepAsync(EffectStep step, CancellationToken cancellation)
        {
            using var slow = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            slow.CancelAfter(limit.Longest);
            using var span = Tracing.Effect(effect.Name, stream.StreamId, step.Version);
            try
            {
                var handler = runner.Handlers.Get(effect.Name);
                if (await step.RunAsync(handler, MayGoOn, slow.Token).WaitAsync(slow.Token) == EffectProgress.MoreToDo)
                    return EffectsResult.Unfinished;
                await ReachAsync(step.Version, cancellation);
                return EffectsResult.Done;
            }
            catch (OperationCanceledException) when (
                slow.IsCancellationRequested && !cancellation.IsCancellationRequested && !limit.SlowIsFailure)
            {
                return EffectsResult.Unfinished;
            }
            catch (DependencyUnavailableException failure)
            {
                span.Failed(failure);
                StorageLog.EffectWaits(runner.Logger, failure, effect.Name, stream.StreamId);
                return EffectsResult.Left;
            }
            catch (Exception failure) when (!cancellation.IsCancellationRequested)
            {
                span.Failed(failure);
                Measures.EffectFailed(effect.Name);
                return await FailAsync(failure, step.Version, cancellation);
            }
        }

        // A state effect that never failed has nothing to keep: the newest version is made again where there is doubt.
        private Task ReachAsync(int version, CancellationToken cancellation) => ChangeAsync(
            record => effect.IsOfState && record.Failures == 0
                ? null
                : record with
                {
                    Reached = effect.IsOfState ? 0 : Math.Max(record.Reached, version),
                    Failures = 0,
                    NotBefore = null
                },
            cancellation);

        /// <summary>Back-off, and after too many failures in a row it is put aside, in the list first.</summary>
        private async Task<EffectsResult> FailAsync(Exception failure, int version, CancellationToken cancellation)
        {
            var failures = Record.Failures + 1;
            var isAside = failures >= runner.Limits.MaxFailures;
            StorageLog.EffectFailed(runner.Logger, failure, effect.Name, stream.StreamId, version, failures);
            if (isAside)
            {
                var aside = new PutAside(
                    stream.StreamId, effect.Name, version, runner.Clock.Now, failure.GetType().Name);
                await runner.Table.PutAsideAsync(aside, cancellation);
                StorageLog.EffectPutAside(runner.Logger, effect.Name, stream.StreamId, version);
            }

            await ChangeAsync(
                record => record with
                {
                    Failures = failures,
                    NotBefore = runner.Clock.Now + EffectLimits.PauseAfter(failures),
                    IsAside = isAside,
                },
                cancellation);
            return isAside ? EffectsResult.Done : EffectsResult.Left;
        }

        private async Task<bool> TryLeaseAsync(CancellationToken cancellation)
        {
            await ChangeAsync(
                record => record.LeasedUntil > runner.Clock.Now && !limit.BreaksLeases && record.Lease != _lease
                    ? null
                    : record with { Lease = _lease, LeasedUntil = runner.Clock.Now + runner.Limits.Lease },
                cancellation);
            return Record.Lease == _lease;
        }

        private async Task ChangeAsync(Func<EffectRecord, EffectRecord?> change, CancellationToken cancellation) =>
            Row = await runner.Table.ChangeAsync(Row, effect.Name, change, cancellation);

        private bool MayGoOn() => runner.Clock.Provider.GetElapsedTime(_started) < limit.Asked;
    }

    private EffectTable Table => table;

    private EffectHandlers Handlers => handlers;

    private StreamTable Streams => streams;

    private EffectLimits Limits => limits;

    private PlatformClock Clock => clock;

    private ILogger Logger => logger;
}

/// <summary>How it went, the least done of all effects.</summary>
public enum EffectsResult
{
    /// <summary>Nothing is left to do, or only what was put aside.</summary>
    Done,

    /// <summary>Failed, or somebody else is at it: the mark stays, and the sweep looks again.</summary>
    Left,

    /// <summary>Takes longer than there is time: to go on as a job.</summary>
    Unfinished,
}
