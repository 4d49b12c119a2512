namespace Oversight.Local.Host.Clock;

/// <summary>
/// Something that becomes due on the domain clock: timers, scheduled messages. When the clock is moved, every instant
/// that <see cref="NextDueAsync"/> names is visited in order, and at each everything is run until nothing more is due.
/// </summary>
public interface IDueWork
{
    /// <summary>
    /// The next instant, after or at <paramref name="now"/>, at which this has something to do; null: nothing waits.
    /// Work that repeats more often than hourly should not be named here (a month would be visited minute by minute,
    /// with nothing happening in between): it runs, once, at every instant that is visited for another reason.
    /// </summary>
    ValueTask<DateTimeOffset?> NextDueAsync(DateTimeOffset now, CancellationToken cancellation);

    /// <summary>Runs all that is due at the clock's present time and answers with what ran; empty: idle.</summary>
    Task<IReadOnlyList<DueRun>> RunDueAsync(CancellationToken cancellation);
}

/// <summary>One run of a timer or a message.</summary>
/// <param name="What">Function name or queue; no personal data.</param>
/// <param name="Due">When it was due on the domain clock.</param>
/// <param name="Failure">Null: it went well. Otherwise the kind of failure, without content.</param>
public sealed record DueRun(string What, DateTimeOffset Due, string? Failure = null);
