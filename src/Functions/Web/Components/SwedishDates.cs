using System.Globalization;

namespace Oversight.Functions.Web.Components;

/// <summary>Days and times as people read them: <c>3 mars 2026</c>, <c>3 mars 2026 kl. 14.05</c>.</summary>
public static class SwedishDates
{
    private static readonly CultureInfo Swedish = CultureInfo.GetCultureInfo("sv-SE");

    public static string Text(DateOnly day) => day.ToString("d MMMM yyyy", Swedish);

    /// <summary>The instant in Stockholm.</summary>
    public static string Text(DateTimeOffset instant) =>
        StockholmTime.Local(instant).ToString("d MMMM yyyy 'kl.' HH.mm", Swedish);

    /// <summary><c>i dag</c>, <c>i går</c>, <c>för 5 dagar sedan</c>, <c>om 3 dagar</c>.</summary>
    public static string Relative(DateOnly day, DateOnly today) => (day.DayNumber - today.DayNumber) switch
    {
        0 => "i dag",
        -1 => "i går",
        1 => "i morgon",
        < 0 and var ago => $"för {-ago} dagar sedan",
        var ahead => $"om {ahead} dagar",
    };
}
