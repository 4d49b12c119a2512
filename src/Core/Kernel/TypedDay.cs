using System.Globalization;

namespace Oversight;

/// <summary>
/// The one reading of a day as people and spreadsheets write it; a time of day after it says nothing.
/// </summary>
public static class TypedDay
{
    private static readonly string[] Formats =
    [
        "yyyy-MM-dd", "yyyyMMdd", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss.FFFFFFF",
        "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", "yyyy-MM-dd HH.mm", "yyyy-MM-dd HH.mm.ss",
        "yyyy-MM-dd H:mm", "yyyy-MM-dd H:mm:ss",
    ];

    public static bool TryRead(string? typed, out DateOnly day)
    {
        var isDay = DateTime.TryParseExact(TypedText.Code(typed), Formats, CultureInfo.InvariantCulture,
            DateTimeStyles.None, out var instant);
        day = DateOnly.FromDateTime(instant);
        return isDay;
    }
}
