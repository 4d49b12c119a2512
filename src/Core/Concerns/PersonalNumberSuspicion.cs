using System.Globalization;
using System.Text.RegularExpressions;

namespace Oversight.Concerns;

/// <summary>
/// Finds what looks like a personnummer or samordningsnummer in a text: ten or twelve digits, with or without separators, whose
/// first part is a date (a samordningsnummer adds 60 to the day) and whose check digit is right (folkbokföringslagen
/// (1991:481) 18, 18 a §§). An organisationsnummer is never one: its third digit is at least 2, which no month is.
/// A suspicion is a question back to the writer, never a refusal of what the text is about.
/// </summary>
public static partial class PersonalNumberSuspicion
{
    /// <summary>What stands in place of a number that its writer had removed.</summary>
    public const string RemovedSign = "[nummer borttaget]";

    /// <summary>Position and length of every suspected number, in order.</summary>
    public static IReadOnlyList<MaskedRange> Find(string text) =>
        [.. Candidate().Matches(WithPlainDigits(text)).Where(IsPersonal).Select(match => new MaskedRange(match.Index, match.Length))];

    /// <summary>The text with every suspected number taken out.</summary>
    public static string Remove(string text)
    {
        foreach (var number in Find(text).Reverse())
            text = string.Concat(text.AsSpan(0, number.Start), RemovedSign, text.AsSpan(number.Start + number.Length));
        return text;
    }

    private static bool IsPersonal(Match match)
    {
        var digits = match.Value.Where(char.IsAsciiDigit).Select(digit => digit - '0').ToArray();
        return digits.Length switch
        {
            12 => HasRightCheckDigit(digits[2..]) && IsDate(Number(digits[..4]), digits[4..8]),
            10 => HasRightCheckDigit(digits) && (IsDate(1900 + Number(digits[..2]), digits[2..6]) || IsDate(2000 + Number(digits[..2]), digits[2..6])),
            _ => false,
        };
    }

    private static bool IsDate(int year, int[] monthAndDay)
    {
        var month = Number(monthAndDay[..2]);
        var day = Number(monthAndDay[2..]);
        day = day > 60 ? day - 60 : day;
        return month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);
    }

    private static int Number(int[] digits) => digits.Aggregate(0, (sum, digit) => (sum * 10) + digit);

    /// <summary>Luhn mod 10 over all ten digits.</summary>
    private static bool HasRightCheckDigit(int[] ten) =>
        ten.Select((digit, index) => index % 2 == 0 ? digit * 2 : digit).Sum(product => (product / 10) + (product % 10)) % 10 == 0;

    /// <summary>Digits of other scripts read like ours; positions do not change.</summary>
    private static string WithPlainDigits(string text) => string.Create(text.Length, text, static (plain, source) =>
    {
        for (var i = 0; i < source.Length; i++)
        {
            var digit = CharUnicodeInfo.GetDecimalDigitValue(source[i]);
            plain[i] = digit >= 0 ? (char)('0' + digit) : source[i];
        }
    });

    [GeneratedRegex(@"(?<![0-9])(?:(?:18|19|20)[ \u00A0]?)?[0-9]{2}[ \u00A0./-]?[0-9]{2}[ \u00A0./-]?[0-9]{2}[ \u00A0]?[-+\u2010-\u2015\u2212_:/.]?[ \u00A0]?[0-9]{4}(?![0-9])")]
    private static partial Regex Candidate();
}
