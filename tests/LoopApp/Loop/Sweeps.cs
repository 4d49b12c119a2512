using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Oversight.LoopApp.Matters;

namespace Oversight.LoopApp.Loop;

/// <summary>
/// Two sweeps that keep the loops going. Both may run twice at once, be cut off, or miss days: they start from what is stored.
/// </summary>
public sealed class Sweeps(WaitingView waiting, UnseenMarks unseen, LoopRows loops, MatterStore store, LegalDay day, LoopOptions options)
{
    private const int AtOnce = 16;
    private const int DaysKept = 30;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    // In UTC; a Swedish day begins at 22 or 23. Most hours there is nothing to do but to read the position.
    [Function("Sweep_Days")]
    public Task Days(
        [TimerTrigger("0 0 * * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        DaysAsync(client, cancellation);

    [Function("Sweep_Unseen")]
    public Task Unseen(
        [TimerTrigger("0 * * * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        UnseenAsync(client, cancellation);

    /// <summary>Wakes every loop for which a day has come, and forgets those that ended long ago.</summary>
    public async Task DaysAsync(DurableTaskClient client, CancellationToken cancellation)
    {
        var today = day.Today;
        var (position, read) = await loops.PositionAsync(cancellation);
        if (position >= today)
            return;
        var all = await waiting.DueAsync(position ?? DateOnly.MinValue, today, cancellation);
        await Parallel.ForEachAsync(all, Width(cancellation), async (due, token) =>
        {
            await unseen.SetAsync(due.Id, due.Version, today, token);
            await Wakes.RaiseAsync(client, due.Id, $"day {today:yyyy-MM-dd}", token);
        });
        foreach (var ended in await loops.EndedByAsync(today.AddDays(-DaysKept), cancellation))
        {
            await client.PurgeInstanceAsync(ended, cancellation);
            await loops.DeleteAsync(ended, cancellation);
        }

        // Last: a sweep that is cut off is done again from where this one began.
        await loops.MoveAsync(today, read, cancellation);
    }

    /// <summary>Sees to it that what has stood unseen for a while is looked at.</summary>
    public async Task UnseenAsync(DurableTaskClient client, CancellationToken cancellation) =>
        await Parallel.ForEachAsync(await unseen.OlderThanAsync(Patience, cancellation), Width(cancellation), async (mark, token) =>
        {
            var stream = await store.FindAsync(mark.Id, token);
            if (stream is null || stream.Value.Version < mark.Version)
            {
                // Whoever set it was cut off before the append: what it speaks of never came to be.
                await unseen.ClearAsync(mark.Id, new(mark.Id, mark.Version, DateOnly.MaxValue, "", 0, false), token);
                return;
            }

            await Wakes.EnsureAsync(client, loops, options.Current, mark.Id, token);
        });

    private static ParallelOptions Width(CancellationToken cancellation) =>
        new() { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation };
}
