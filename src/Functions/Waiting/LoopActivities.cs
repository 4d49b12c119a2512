using Microsoft.Azure.Functions.Worker;
using Oversight.Functions.Identity;
using Oversight.Functions.Telemetry;
using Oversight.Functions.Web;

namespace Oversight.Functions.Waiting;

/// <summary>What a turn does. Each may run twice, or be cut off anywhere, and must leave the same behind.</summary>
public sealed class LoopActivities(WaitingKinds kinds, LoopRows loops, UnseenMarks unseen, StockholmTime time)
{
    private const string Why = "No person: a step of a loop.";

    [Function(LoopNames.Ask)]
    [Open(Why)]
    public Task<Asked> Ask([ActivityTrigger] string streamId, CancellationToken cancellation)
    {
        // The day first: one that comes while this runs is another wake-up's.
        var today = time.Today();
        return kinds.Get(streamId).AskAsync(streamId, today, cancellation);
    }

    /// <returns>The version of the stream afterwards; 0 when the step was refused.</returns>
    [Function(LoopNames.Act)]
    [Open(Why)]
    public async Task<int> Act([ActivityTrigger] ActInput input, CancellationToken cancellation)
    {
        var trace = Tracing.IsOn ? await unseen.TraceAsync(input.StreamId, cancellation) : null;
        using var span = Tracing.Step(input.Step.What, input.Step.Name, input.StreamId, trace);
        return await kinds.Get(input.StreamId).ActAsync(input.StreamId, input.Step, cancellation);
    }

    [Function(LoopNames.RecordSeen)]
    [Open(Why)]
    public async Task RecordSeen([ActivityTrigger] Seen seen, CancellationToken cancellation)
    {
        await loops.SaveAsync(seen, cancellation);
        await unseen.ClearAsync(seen, cancellation);
    }
}
