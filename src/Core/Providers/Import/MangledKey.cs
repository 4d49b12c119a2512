using System.Globalization;
using System.Text.RegularExpressions;

namespace Oversight.Providers.Import;

/// <summary>
/// Recognises what a spreadsheet makes of a code or number that is opened and saved again: leading zeros dropped, long
/// numbers rounded or written with an exponent, and <c>1-24</c> taken for a day. Such a key must not quietly name
/// something new.
/// </summary>
internal static partial class MangledKey
{
    /// <summary>Digits that a spreadsheet keeps of a number.</summary>
    private const int Kept = 15;

    private static readonly string[] Months =
        ["jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec"];

    private static readonly string[] EnglishMonths =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>The known key that <paramref name="key"/> may have been.</summary>
    public static string? Original(string key, IEnumerable<string> known) =>
        known.FirstOrDefault(original => CanBe(original, key));

    /// <summary>Whether the key looks like nothing that a person writes.</summary>
    public static bool IsSurely(string key) =>
        Exponent().IsMatch(key) || NamedDay(key) is not null || (key.Length > 1 && key.All(c => c == '#'));

    private static bool CanBe(string original, string key)
    {
        if (TypedText.IsSame(original, key))
            return false;
        if (Number(key) is { } now && Number(original) is { } was && (now == was || IsRounded(was, now, key)))
            return true;
        return IsDayOf(original, key) || IsTimeOf(original, key);
    }

    private static bool IsRounded(decimal was, decimal now, string key)
    {
        if (Exponent().Match(key) is { Success: true } written)
        {
            var unit =
                Power(int.Parse(written.Groups[2].Value, CultureInfo.InvariantCulture) - written.Groups[1].Length);
            return Math.Abs(was - now) <= unit / 2;
        }

        var length = decimal.Truncate(was).ToString(CultureInfo.InvariantCulture).Length;
        return length > Kept && Math.Abs(was - now) < Power(length - Kept);
    }

    /// <summary>0042, 42, 42,0 and 4,2E+01 are one number, and so are 1 000 and 1000.</summary>
    private static decimal? Number(string key) =>
        Numeral().IsMatch(key) && decimal.TryParse(
            key.Replace(',', '.').Replace(" ", "", StringComparison.Ordinal),
            NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    private static bool IsDayOf(string original, string key)
    {
        var parts = original.Split('-', '/', '.', ' ');
        if (parts.Length is not (2 or 3)
            || !Array.TrueForAll(parts, part => part.Length is >= 1 and <= 4 && part.All(char.IsAsciiDigit)))
            return false;
        int[]? day = TypedDay.TryRead(key, out var written)
            ? [written.Year % 100, written.Month, written.Day]
            : NamedDay(key) ?? ForeignDay(key);
        return day is not null
            && Array.TrueForAll(parts, part => day.Contains(int.Parse(part, CultureInfo.InvariantCulture) % 100));
    }

    /// <summary>The numbers of <c>jan-24</c> or <c>02-jan</c>.</summary>
    private static int[]? NamedDay(string key)
    {
        if (Named().Match(key) is not { Success: true } named
            || (named.Groups[1].Length > 0) == (named.Groups[3].Length > 0))
            return null;
        var name = named.Groups[2].Value.ToLowerInvariant();
        var month = Math.Max(Array.IndexOf(Months, name), Array.IndexOf(EnglishMonths, name)) + 1;
        return month == 0
            ? null
            : [int.Parse(named.Groups[1].Value + named.Groups[3].Value, CultureInfo.InvariantCulture), month];
    }

    /// <summary>The numbers of <c>1/2/2024</c> and <c>01.02.2024</c>, whichever of the two is the month.</summary>
    private static int[]? ForeignDay(string key) => Foreign().Match(key) is { Success: true } day
        ? [.. day.Groups.Values.Skip(1).Select(part => int.Parse(part.Value, CultureInfo.InvariantCulture) % 100)]
        : null;

    /// <summary><c>1:20</c> comes back as <c>01:20:00</c>.</summary>
    private static bool IsTimeOf(string original, string key) =>
        Time().Match(original) is { Success: true } was && Time().Match(key) is { Success: true } now
        && (Part(was, 1), Part(was, 2), Part(was, 3)) == (Part(now, 1), Part(now, 2), Part(now, 3));

    private static int Part(Match time, int at) =>
        time.Groups[at].Success ? int.Parse(time.Groups[at].Value, CultureInfo.InvariantCulture) : 0;

    private static decimal Power(int of)
    {
        var power = 1m;
        for (; of > 0 && power < 1e26m; of--)
            power *= 10;
        return power;
    }

    [GeneratedRegex(@"^[0-9](?:[.,]([0-9]{1,14}))?[eE]\+([0-9]{1,2})$", RegexOptions.CultureInvariant)]
    private static partial Regex Exponent();

    [GeneratedRegex(
        @"^[0-9]{1,28}(?:[.,]0{1,4})?$|^[0-9]{1,3}(?: [0-9]{3}){1,8}$"
            + @"|^[0-9]{1,15}(?:[.,][0-9]{1,14})?[eE]\+?[0-9]{1,2}$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Numeral();

    [GeneratedRegex(@"^(?:([0-9]{1,2})[- ])?([a-zA-Z]{3})\.?(?:[- ]([0-9]{2}))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Named();

    [GeneratedRegex(@"^([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]((?:19|20)[0-9]{2})$", RegexOptions.CultureInvariant)]
    private static partial Regex Foreign();

    [GeneratedRegex(@"^([0-9]{1,4}):([0-9]{1,2})(?::([0-9]{1,2}))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Time();
}
