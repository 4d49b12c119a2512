using Oversight.Local.Host.Machine;
using Oversight.Local.WorkerHook;

namespace Oversight.Local.Host.Clock;

/// <summary>
/// What the rules mean by now: real time plus an offset that is kept in the data folder. It ticks, survives a restart,
/// never goes back (not even when the machine's own clock does), and can be moved forward.
/// </summary>
public sealed class DomainClock : TimeProvider, IDisposable
{
    private readonly TimeProvider _real;
    private readonly ClockFile _file;
    private readonly SharedOffset _shared;
    private readonly Lock _lock = new();
    private TimeSpan _offset;
    private DateTimeOffset _latest;

    /// <param name="start">Where the clock should stand now; null: where the data folder left it, or real time.</param>
    /// <exception cref="StartRefusedException"><paramref name="start"/> is before what the stored data has already
    /// seen.</exception>
    public DomainClock(TimeProvider real, string file, DateTimeOffset? start)
    {
        _real = real;
        _file = new(file);
        SharedFile = Path.ChangeExtension(file, ".offset");
        _shared = new(SharedFile);
        var stored = _file.Read();
        var realNow = real.GetUtcNow();
        var now = stored is null ? realNow : Later(realNow + stored.Offset, stored.Latest);
        if (start is { } wanted)
        {
            if (stored is not null && wanted < now)
            {
                throw new StartRefusedException(
                    $"Klockan kan inte ställas på {SwedishTime.Show(wanted)}: uppgifterna i mappen har kommit till "
                    + $"{SwedishTime.Show(now)}. "
                    + "Välj en senare tid, eller en annan mapp med --data.");
            }

            now = wanted.ToUniversalTime();
        }

        _offset = _shared.Value = now - realNow;
        _latest = now;
        Save();
    }

    /// <summary>Where other processes read how far it is from real time (<see cref="SharedOffset"/>).</summary>
    public string SharedFile { get; }

    /// <summary>Raised after the clock has been moved, so that whoever sleeps until a due time looks again.</summary>
    public event EventHandler? Moved;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override long TimestampFrequency => _real.TimestampFrequency;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
            return _latest = Later(_real.GetUtcNow() + _offset, _latest);
    }

    public override long GetTimestamp() => _real.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        _real.CreateTimer(callback, state, dueTime, period);

    public void Dispose() => _shared.Dispose();

    internal void MoveTo(DateTimeOffset instant)
    {
        lock (_lock)
        {
            if (instant <= _latest)
                return;
            _offset = _shared.Value = instant.ToUniversalTime() - _real.GetUtcNow();
            _latest = instant.ToUniversalTime();
            Save();
        }

        Moved?.Invoke(this, EventArgs.Empty);
    }

    internal void Save()
    {
        lock (_lock)
            _file.Write(new(_offset, _latest));
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
