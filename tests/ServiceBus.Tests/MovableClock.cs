namespace Oversight.ServiceBus.Tests;

/// <summary>Goes as the machine's clock does, and can be moved ahead.</summary>
internal sealed class MovableClock(TimeProvider real) : TimeProvider
{
    private long _ahead;

    public override DateTimeOffset GetUtcNow() => real.GetUtcNow().AddTicks(Interlocked.Read(ref _ahead));

    public void Move(TimeSpan by) => Interlocked.Add(ref _ahead, by.Ticks);
}
