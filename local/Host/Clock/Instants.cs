using System.Globalization;
using System.Text.RegularExpressions;

namespace Oversight.Local.Host.Clock;

/// <summary>
/// Points in time as ISO 8601 writes them. Without an offset, Swedish time is meant; a day alone is its midnight.
/// </summary>
public static partial class Instants
{
    private static readonly string[] WallClock =
        ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF"];
    private static readonly string[] WithOffset =
        ["yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    public static DateTimeOffset? TryParse(string text)
    {
        if (Offset().IsMatch(text))
        {
            return DateTimeOffset.TryParseExact(text, WithOffset, CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal, out var instant)
                ? instant
                : null;
        }

        return DateTime.TryParseExact(text, WallClock, CultureInfo.InvariantCulture, DateTimeStyles.None,
            out var wallClock)
            ? SwedishTime.At(wallClock)
            : null;
    }

    [GeneratedRegex(@"(Z|[+-]\d\d:\d\d)$")]
    private static partial Regex Offset();
}
