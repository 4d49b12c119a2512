using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Oversight.Functions.Identity;

namespace Oversight.Functions.Waiting;

/// <summary>
/// One instance for each stream that waits, with the stream's id. A turn asks what is awaited, does what is due, says
/// what it has seen, and waits to be woken. There is no timer: days come as wake-ups from the sweep.
/// </summary>
public sealed class Loops(LoopOptions options)
{
    /// <summary>
    /// One waiter in each turn, made before the activities and never cancelled: a wake-up that comes while they run
    /// completes it, is not waited for again, and goes along to the next turn.
    /// </summary>
    [Function(LoopNames.LoopV1)]
    [Open("No person: what the system does about what is awaited.")]
    public async Task RunV1([OrchestrationTrigger] TaskOrchestrationContext context, LoopState? input)
    {
        var state = input ?? new();
        var id = context.InstanceId;
        var changed = context.WaitForExternalEvent<string>(LoopNames.Changed);
        var asked = await context.CallActivityAsync<Asked>(LoopNames.Ask, id, options.Retry);
        var hasActed = false;
        foreach (var step in asked.Due)
            hasActed |= await context.CallActivityAsync<int>(LoopNames.Act, new ActInput(id, step),
                options.Retry) > asked.Version;
        await context.CallActivityAsync(
            LoopNames.RecordSeen,
            new Seen(id, asked.Version, asked.Day, LoopNames.LoopV1, state.Turn, asked.Ended, state.Carried),
            options.Retry);
        if (asked.Ended)
            return;

        // After a step of its own it looks again at once, unless the step has changed nothing: then it would never end.
        // A wake-up that came meanwhile is carried, not waited for.
        var carried = changed.IsCompletedSuccessfully ? changed.Result : null;
        if (!hasActed && carried is null)
            await changed;
        if (options.Current != LoopNames.LoopV1)
            return; // Its successor is started by the sweep: the mark of the wake-up is still there.
        context.ContinueAsNew(new LoopState(state.Turn + 1, carried));
    }
}
