using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Oversight.Functions.Identity;
using Oversight.Functions.Waiting;
using Oversight.Waiting;
using static Oversight.Functions.Tests.Waiting.Errands;

namespace Oversight.Functions.Tests.Waiting;

/// <summary>The code changes while loops wait.</summary>
public sealed class RenameTests(ErrandApp world) : IClassFixture<ErrandApp>
{
    [Fact]
    public async Task A_loop_under_its_old_name_ends_at_its_next_wake_and_the_new_one_takes_over()
    {
        var day = ErrandApp.Today.AddDays(2);
        var woken = await world.BeginAsync(Answer("a"), Answer("b"));
        var dated = await world.BeginAsync(Answer("a", WaitingStep.Remind(day)));
        var asleep = await world.BeginAsync(Answer("a"));
        foreach (var id in new[] { woken, dated, asleep })
            await world.UntilAsync(id, shown => shown.HasSeen(1) && shown.Instance == $"{LoopNames.LoopV1} Running");

        await world.App.RestartAsync(options: world.Options(SuccessorLoop.Name, typeof(SuccessorLoop)));
        await world.ChangeAsync(woken, new ErrandCommand.Answer("a"));
        await world.UntilAsync(woken, shown => shown.Instance.EndsWith("Completed", StringComparison.Ordinal));
        await world.App.Clock.AdvanceByAsync("P3D");

        foreach (var id in new[] { woken, dated })
            (await world.ShowAsync(id)).ShouldSatisfyAllConditions(
                shown => shown.Instance.ShouldBe($"{SuccessorLoop.Name} Running"),
                shown => shown.HasSeen(2).ShouldBeTrue(),
                shown => shown.Seen!.Loop.ShouldBe(SuccessorLoop.Name));
        (await world.StepsAsync(dated)).ShouldBe([$"a remind {day:O}"]);
        (await world.ShowAsync(asleep)).Instance.ShouldBe($"{LoopNames.LoopV1} Running");
    }
}

/// <summary>What might come after: what is due is done at once, side by side. Other awaits, so another name.</summary>
public sealed class SuccessorLoop(LoopOptions options)
{
    public const string Name = "Waiting_Loop_Successor";

    [Function(Name)]
    [Open("A test")]
    public async Task Run([OrchestrationTrigger] TaskOrchestrationContext context, LoopState? input)
    {
        var state = input ?? new();
        var id = context.InstanceId;
        var changed = context.WaitForExternalEvent<string>(LoopNames.Changed);
        var asked = await context.CallActivityAsync<Asked>(LoopNames.Ask, id, options.Retry);
        var acts = await Task.WhenAll(
            asked.Due.Select(step =>
                context.CallActivityAsync<int>(LoopNames.Act, new ActInput(id, step), options.Retry)));
        await context.CallActivityAsync(
            LoopNames.RecordSeen, new Seen(id, asked.Version, asked.Day, Name, state.Turn, asked.Ended, state.Carried),
            options.Retry);
        if (asked.Ended)
            return;
        var carried = changed.IsCompletedSuccessfully ? changed.Result : null;
        if (acts.All(version => version <= asked.Version) && carried is null)
            await changed;
        context.ContinueAsNew(new LoopState(state.Turn + 1, carried));
    }
}
