namespace Oversight.Local.WorkerHook;

/// <summary>
/// The domain clock as another process than the host's sees it: it ticks with real time and never goes back.
/// </summary>
public sealed class SharedClock(TimeProvider real, SharedOffset offset) : TimeProvider
{
    private long _latest;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override long TimestampFrequency => real.TimestampFrequency;

    public override DateTimeOffset GetUtcNow()
    {
        var now = (real.GetUtcNow() + offset.Value).Ticks;
        while (true)
        {
            var latest = Volatile.Read(ref _latest);
            if (now <= latest)
                return new(latest, TimeSpan.Zero);
            if (Interlocked.CompareExchange(ref _latest, now, latest) == latest)
                return new(now, TimeSpan.Zero);
        }
    }

    public override long GetTimestamp() => real.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        real.CreateTimer(callback, state, dueTime, period);
}
