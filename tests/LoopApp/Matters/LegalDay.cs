namespace Oversight.LoopApp.Matters;

/// <summary>The Swedish legal day by the domain clock.</summary>
public sealed class LegalDay(TimeProvider clock)
{
    private static readonly TimeZoneInfo Stockholm = TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm");

    public DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), Stockholm).DateTime);
}
