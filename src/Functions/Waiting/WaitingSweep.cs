using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Oversight.Functions.Dependencies;
using Oversight.Functions.Telemetry;
using Oversight.Functions.Web;

namespace Oversight.Functions.Waiting;

/// <summary>
/// Keeps the loops going. It may run twice at once, be cut off, or miss days: it starts from what is stored, and a
/// wake-up too many changes nothing.
/// </summary>
public sealed partial class WaitingSweep(
    WaitingLists waiting, UnseenMarks unseen, LoopRows loops, Wakes wakes, StockholmTime time,
    ILogger<WaitingSweep> logger)
{
    private const int AtOnce = 16;
    private const int DaysKept = 30;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private int _lastDay;

    /// <summary>
    /// Sees to it that what has stood unseen for a while is looked at, and that this process has seen the day.
    /// </summary>
    public async Task MinuteAsync(DurableTaskClient client, CancellationToken cancellation)
    {
        var late = await unseen.OlderThanAsync(Patience, cancellation);
        Measures.UnseenFound(late.Count);
        await Parallel.ForEachAsync(late, Width(cancellation),
            async (streamId, token) =>
            await wakes.EnsureAsync(client, streamId, "unseen", token));
        if (Volatile.Read(ref _lastDay) != time.Today().DayNumber)
            await DaysAsync(client, cancellation);
    }

    /// <summary>Wakes every loop for which a day has come, and forgets those that ended long ago.</summary>
    public async Task DaysAsync(DurableTaskClient client, CancellationToken cancellation)
    {
        var today = time.Today();
        if (await TryFindDueAsync(today, cancellation) is not { } all)
            return;
        Measures.OverdueFound(all.Count(due => due.Day < today));
        await Parallel.ForEachAsync(all, Width(cancellation), async (due, token) =>
        {
            await unseen.SetAsync(due.StreamId, due.Version, today, token);
            await wakes.EnsureAsync(client, due.StreamId, $"day {today:yyyy-MM-dd}", token);
        });
        foreach (var ended in await loops.EndedByAsync(today.AddDays(-DaysKept), cancellation))
        {
            await client.PurgeInstanceAsync(ended, cancellation);
            await loops.DeleteAsync(ended, cancellation);
            await unseen.ForgetAsync(ended, cancellation);
        }

        Volatile.Write(ref _lastDay, today.DayNumber);
    }

    /// <summary>Null while the lists are rebuilt: the next minute looks again.</summary>
    private async Task<IReadOnlyList<DueRow>?> TryFindDueAsync(DateOnly today, CancellationToken cancellation)
    {
        try
        {
            return await waiting.DueAsync(today, cancellation);
        }
        catch (DependencyUnavailableException away) when (away.Dependency == Dependency.Lists)
        {
            ListsAway(logger);
            return null;
        }
    }

    [LoggerMessage(8002, LogLevel.Information, "What is due is looked for when the lists have been rebuilt")]
    private static partial void ListsAway(ILogger logger);

    private static ParallelOptions Width(CancellationToken cancellation) =>
        new() { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation };
}
