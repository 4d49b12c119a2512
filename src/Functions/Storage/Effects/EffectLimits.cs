namespace Oversight.Functions.Storage.Effects;

/// <summary>How long effects may take, and how often they may fail. Real time.</summary>
public sealed record EffectLimits
{
    /// <summary>While somebody waits for the answer to their request.</summary>
    public EffectLimit Request { get; init; } = new(
        TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(3), SlowIsFailure: false);

    /// <summary>In a message or the minute's sweep, well within the minutes that a function may take.</summary>
    public EffectLimit Job { get; init; } = new(
        TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(45), SlowIsFailure: true);

    /// <summary>Longer than any run; after it, whoever held the lease has died.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(60);

    public int MaxFailures { get; init; } = 10;

    /// <summary>Doubling from a minute to an hour: ten failures take about six hours.</summary>
    public static TimeSpan PauseAfter(int failures) =>
        TimeSpan.FromMinutes(Math.Min(60, Math.Pow(2, Math.Clamp(failures - 1, 0, 6))));
}

/// <param name="Asked">After this, work of many steps stops between two of them.</param>
/// <param name="Longest">After this, nobody waits for it any more.</param>
/// <param name="SlowIsFailure">Whether that counts as a failure, or only as work for a job.</param>
/// <param name="BreaksLeases">Nobody else is at work, so whoever holds a lease has died.</param>
public sealed record EffectLimit(TimeSpan Asked, TimeSpan Longest, bool SlowIsFailure, bool BreaksLeases = false);
