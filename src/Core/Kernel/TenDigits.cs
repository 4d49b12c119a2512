namespace Oversight;

/// <summary>
/// What organisationsnummer, personnummer and samordningsnummer share: ten digits, the last one a check digit.
/// </summary>
public static class TenDigits
{
    /// <summary>Luhn over all ten.</summary>
    public static bool HasRightCheckDigit(ReadOnlySpan<char> ten)
    {
        var sum = 0;
        for (var i = 0; i < ten.Length; i++)
        {
            var product = (ten[i] - '0') * (i % 2 == 0 ? 2 : 1);
            sum += (product / 10) + (product % 10);
        }

        return sum % 10 == 0;
    }

    /// <summary>
    /// Whether the first six are a birthday; a samordningsnummer adds 60 to the day. Any century, when none is given.
    /// </summary>
    public static bool IsBirthday(ReadOnlySpan<char> ten, string? century = null)
    {
        var (year, month, day) = (Two(ten, 0), Two(ten, 2), Two(ten, 4));
        day = day > 60 ? day - 60 : day;
        if (month is < 1 or > 12 || day < 1)
            return false;
        return century is not null
            ? day <= DateTime.DaysInMonth((((century[0] - '0') * 10) + century[1] - '0') * 100 + year, month)
            : day <= DateTime.DaysInMonth(1900 + year, month) || day <= DateTime.DaysInMonth(2000 + year, month);
    }

    private static int Two(ReadOnlySpan<char> digits, int at) => ((digits[at] - '0') * 10) + digits[at + 1] - '0';
}
