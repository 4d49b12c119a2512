using Microsoft.Azure.Functions.Worker;
using Oversight.LoopApp.Matters;

namespace Oversight.LoopApp.Loop;

/// <summary>What a turn does. Each may run twice, or be cut off anywhere, and must leave the same behind.</summary>
public sealed class LoopActivities(
    MatterStore store, MatterCommands commands, WaitingView waiting, UnseenMarks unseen, LoopRows loops, LegalDay day, TimeProvider clock)
{
    [Function(LoopNames.Ask)]
    public async Task<Asked> Ask([ActivityTrigger] string id, CancellationToken cancellation)
    {
        // The day first: one that comes while this runs is another wake-up's.
        var today = day.Today;
        var (matter, version, _) = await store.FindAsync(id, cancellation) ?? throw new InvalidOperationException($"No matter {id}.");
        if (matter.Trouble.Fails)
            throw new InvalidOperationException("A test wants this to fail.");
        var awaited = Awaited.Of(matter);
        // Made good if whoever appended was cut off before it could.
        if ((await waiting.FindAsync(id, cancellation))?.Version != version || awaited.Due(today).Count == 0)
            await waiting.ProjectAsync(matter, version, cancellation);
        return new(version, today, awaited.Due(today), awaited is Awaited.Nothing);
    }

    [Function(LoopNames.Act)]
    public async Task Act([ActivityTrigger] ActInput input, CancellationToken cancellation)
    {
        var hold = (await store.FindAsync(input.Id, cancellation))?.Matter.Trouble.HoldMilliseconds ?? 0;
        await HoldAsync(hold, cancellation);
        await commands.IssueAsync(input.Id, input.Step.Record(day.Today), MatterCommands.IdOf(input.Id, input.Step), cancellation);
        await HoldAsync(hold, cancellation);
    }

    [Function(LoopNames.RecordSeen)]
    public async Task RecordSeen([ActivityTrigger] Seen seen, CancellationToken cancellation)
    {
        await loops.SaveAsync(seen, day.Today, cancellation);
        await unseen.ClearAsync(seen.Id, seen, cancellation);
    }

    private Task HoldAsync(int milliseconds, CancellationToken cancellation) =>
        milliseconds == 0 ? Task.CompletedTask : Task.Delay(TimeSpan.FromMilliseconds(milliseconds), clock, cancellation);
}
