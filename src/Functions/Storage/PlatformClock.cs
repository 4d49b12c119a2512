namespace Oversight.Functions.Storage;

/// <summary>Always real time, whatever the domain clock says: expiry of links, marks, reservations.</summary>
public sealed class PlatformClock(TimeProvider real)
{
    public DateTimeOffset Now => real.GetUtcNow();

    public TimeProvider Provider => real;
}
