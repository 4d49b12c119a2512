using System.Globalization;

namespace Oversight.Local.Host.Clock;

/// <summary>Swedish wall-clock time, for what people read and for calendar steps.</summary>
internal static class SwedishTime
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm");
    private static readonly CultureInfo Swedish = CultureInfo.GetCultureInfo("sv-SE");

    public static DateTimeOffset Of(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone);

    public static string Show(DateTimeOffset instant) => Of(instant).ToString("d MMMM yyyy 'kl.' HH.mm", Swedish);

    /// <summary>The instant of a wall-clock time; one that the spring change skips is moved an hour on.</summary>
    public static DateTimeOffset At(DateTime wallClock)
    {
        var local = DateTime.SpecifyKind(wallClock, DateTimeKind.Unspecified);
        if (Zone.IsInvalidTime(local))
            local = local.AddHours(1);
        return new DateTimeOffset(local, Zone.GetUtcOffset(local)).ToUniversalTime();
    }
}
