namespace Oversight.Local.Demonstration;

internal static class SwedishTime
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm");

    /// <summary>The instant of a wall-clock time; one that the spring change skips is moved an hour on.</summary>
    public static DateTimeOffset At(DateTime wallClock)
    {
        var local = Zone.IsInvalidTime(wallClock) ? wallClock.AddHours(1) : wallClock;
        return new DateTimeOffset(local, Zone.GetUtcOffset(local)).ToUniversalTime();
    }
}
