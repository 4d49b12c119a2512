namespace Oversight.Local.Host.Clock;

/// <summary>
/// Moves the domain clock forward, one mover at a time: every due instant on the way in order, each run until idle.
/// </summary>
public sealed class ClockMover(DomainClock clock, IEnumerable<IDueWork> work) : IDisposable
{
    /// <summary>
    /// Work that makes new work for the same instant without end is a fault of the work, not a reason to hang.
    /// </summary>
    private const int MostRoundsPerInstant = 10_000;

    private static readonly TimeSpan Longest = TimeSpan.FromDays(3660);

    private readonly SemaphoreSlim _oneAtATime = new(1, 1);

    /// <summary>A relative step is taken from where the clock stands when it is this mover's turn.</summary>
    /// <returns>What ran, in order; or, with nothing moved, why not.</returns>
    public async Task<(IReadOnlyList<DueRun> Ran, string? Refusal)> AdvanceAsync(
        ClockStep step, CancellationToken cancellation)
    {
        await _oneAtATime.WaitAsync(cancellation);
        try
        {
            var now = clock.GetUtcNow();
            if (step.From(now) is not { } target || target > now + Longest)
                return ([], $"Flytta klockan högst {Longest.Days / 365} år i taget.");
            return target < now
                ? ([], $"Klockan går inte bakåt. Den står på {SwedishTime.Show(now)}.")
                : (await VisitAsync(target, cancellation), null);
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    public void Dispose() => _oneAtATime.Dispose();

    private async Task<IReadOnlyList<DueRun>> VisitAsync(DateTimeOffset target, CancellationToken cancellation)
    {
        var ran = new List<DueRun>();
        await RunUntilIdleAsync(ran, cancellation);
        DateTimeOffset? stuckAt = null;
        while (await NextDueAsync(cancellation) is { } next && next <= target)
        {
            if (next == stuckAt)
                throw new InvalidOperationException($"Något förfaller {SwedishTime.Show(next)} men vill inte köra.");
            clock.MoveTo(next);
            stuckAt = await RunUntilIdleAsync(ran, cancellation) ? null : next;
        }

        clock.MoveTo(target);
        await RunUntilIdleAsync(ran, cancellation);
        return ran;
    }

    private async Task<DateTimeOffset?> NextDueAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        DateTimeOffset? earliest = null;
        foreach (var source in work)
        {
            var due = await source.NextDueAsync(now, cancellation);
            if (due is not null && (earliest is null || due < earliest))
                earliest = due;
        }

        return earliest;
    }

    /// <returns>Whether anything ran.</returns>
    private async Task<bool> RunUntilIdleAsync(List<DueRun> ran, CancellationToken cancellation)
    {
        var atStart = ran.Count;
        for (var round = 0; round < MostRoundsPerInstant; round++)
        {
            var before = ran.Count;
            foreach (var source in work)
                ran.AddRange(await source.RunDueAsync(cancellation));
            if (ran.Count == before)
                return ran.Count > atStart;
        }

        throw new InvalidOperationException($"Arbetet vid {SwedishTime.Show(clock.GetUtcNow())} tar aldrig slut.");
    }
}
