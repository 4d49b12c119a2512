namespace Oversight.Functions.Web;

/// <summary>Swedish legal days: the calendar of Europe/Stockholm, on the domain clock.</summary>
public sealed class StockholmTime(TimeProvider clock)
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm");

    public DateOnly Today() => Day(clock.GetUtcNow());

    public static DateOnly Day(DateTimeOffset instant) => DateOnly.FromDateTime(Local(instant).DateTime);

    /// <summary>The instant as a clock on a wall in Stockholm shows it.</summary>
    public static DateTimeOffset Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone);
}
