using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Oversight.LoopApp.Loop;

/// <summary>
/// One instance for each matter that waits, with the matter's id. A turn asks what is awaited, does what is due, says what it has
/// seen, and waits to be woken. There is no timer: days come as wake-ups from the sweep.
/// </summary>
public sealed class Loops(LoopOptions options)
{
    /// <summary>
    /// One waiter in each turn, made before the activities and never cancelled: a wake-up that comes while they run completes it,
    /// is not waited for again, and goes along to the next turn.
    /// </summary>
    [Function(LoopNames.LoopV1)]
    public async Task RunV1([OrchestrationTrigger] TaskOrchestrationContext context, LoopState? input)
    {
        var state = input ?? new();
        var id = context.InstanceId;
        var changed = context.WaitForExternalEvent<string>(LoopNames.Changed);
        var asked = await context.CallActivityAsync<Asked>(LoopNames.Ask, id, options.Retry);
        foreach (var step in asked.Due)
            await context.CallActivityAsync(LoopNames.Act, new ActInput(id, step), options.Retry);
        await context.CallActivityAsync(
            LoopNames.RecordSeen,
            new Seen(id, asked.Version, asked.Day, LoopNames.LoopV1, state.Turn, asked.Ended, state.Carried),
            options.Retry);
        if (asked.Ended)
            return;

        // After a step of its own it looks again at once; a wake-up that came meanwhile is carried, not waited for.
        var carried = changed.IsCompletedSuccessfully ? changed.Result : null;
        if (asked.Due.Count == 0 && carried is null)
            await changed;
        if (options.Current != LoopNames.LoopV1)
            return; // Its successor is started by the sweep: the wake-up's mark is still there.
        context.ContinueAsNew(new LoopState(state.Turn + 1, carried));
    }

    /// <summary>The successor: what is due is done at once, side by side. Other awaits, so another name.</summary>
    [Function(LoopNames.LoopV2)]
    public async Task RunV2([OrchestrationTrigger] TaskOrchestrationContext context, LoopState? input)
    {
        var state = input ?? new();
        var id = context.InstanceId;
        var changed = context.WaitForExternalEvent<string>(LoopNames.Changed);
        var asked = await context.CallActivityAsync<Asked>(LoopNames.Ask, id, options.Retry);
        await Task.WhenAll(asked.Due.Select(step => context.CallActivityAsync(LoopNames.Act, new ActInput(id, step), options.Retry)));
        await context.CallActivityAsync(
            LoopNames.RecordSeen,
            new Seen(id, asked.Version, asked.Day, LoopNames.LoopV2, state.Turn, asked.Ended, state.Carried),
            options.Retry);
        if (asked.Ended)
            return;
        var carried = changed.IsCompletedSuccessfully ? changed.Result : null;
        if (asked.Due.Count == 0 && carried is null)
            await changed;
        context.ContinueAsNew(new LoopState(state.Turn + 1, carried));
    }
}
