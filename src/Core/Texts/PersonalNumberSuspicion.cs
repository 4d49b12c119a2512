using System.Globalization;
using System.Text;

namespace Oversight.Texts;

/// <summary>
/// Finds what looks like a personnummer or samordningsnummer in a text: ten or twelve digits, with or without anything
/// between its parts that is neither letter nor digit, whose first part is a date (a samordningsnummer adds 60 to the
/// day) and whose check digit is right (folkbokföringslagen (1991:481) 18, 18 a §§). An organisationsnummer is never
/// one: its third digit is at least 2, which no month is. A suspicion is a question back to the writer, never a refusal
/// of what the text is about.
/// </summary>
public static class PersonalNumberSuspicion
{
    /// <summary>What stands in place of a number that its writer had removed.</summary>
    public const string RemovedSign = "[nummer borttaget]";

    /// <summary>Most signs between two parts of a number: <c>) - (</c> and a break.</summary>
    private const int LongestGap = 6;

    /// <summary>Position and length of every suspected number, in order.</summary>
    public static IReadOnlyList<MaskedRange> Find(string text)
    {
        var signs = Signs(text);
        var found = new List<MaskedRange>();
        for (var i = 0; i < signs.Count; i++)
        {
            if (!signs[i].IsDigit || (i > 0 && signs[i - 1].IsDigit))
                continue;
            if ((End(signs, i, 12) ?? End(signs, i, 10)) is not { } last)
                continue;
            found.Add(new MaskedRange(signs[i].Start, signs[last].End - signs[i].Start));
            i = last;
        }

        return found;
    }

    /// <summary>The text with every suspected number taken out.</summary>
    public static string Remove(string text)
    {
        foreach (var number in Find(text).Reverse())
            text = string.Concat(text.AsSpan(0, number.Start), RemovedSign, text.AsSpan(number.Start + number.Length));
        return text;
    }

    /// <summary>The last sign of a number of so many digits that begins here; null when none does.</summary>
    private static int? End(List<Sign> signs, int from, int length)
    {
        Span<char> digits = stackalloc char[length];
        var at = from;
        for (var i = 0; i < length; i++)
        {
            var gap = at;
            // Parts end after the century, year, month and day; inside a part only a break or blank may have come
            // between.
            var betweenParts = length - i is 4 or 6 or 8 or 10;
            while (i > 0 && at < signs.Count && at - gap < LongestGap && signs[at] is { IsDigit: false } sign
                && (betweenParts ? !sign.IsLetter : sign.IsBlank))
                at++;
            if (at == signs.Count || !signs[at].IsDigit)
                return null;
            digits[i] = signs[at++].Digit;
        }

        if (at < signs.Count && signs[at].IsDigit)
            return null;
        var ten = digits[^10..];
        var century = length == 12 ? digits[..2].ToString() : null;
        return century is null or "18" or "19" or "20" && TenDigits.HasRightCheckDigit(ten)
            && TenDigits.IsBirthday(ten, century) ? at - 1 : null;
    }

    /// <summary>What is seen of the text, with its positions; digits of other scripts read like ours.</summary>
    private static List<Sign> Signs(string text)
    {
        var signs = new List<Sign>(text.Length);
        for (var at = 0; at < text.Length;)
        {
            _ = Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out var used);
            var digit = CharUnicodeInfo.GetDecimalDigitValue(text, at);
            if (digit >= 0)
                signs.Add(new Sign(at, at + used, (char)('0' + digit), false, false));
            else if (!TypedText.IsInvisible(rune))
                signs.Add(new Sign(at, at + used, '\0', Rune.IsLetter(rune), Rune.IsWhiteSpace(rune)));
            at += used;
        }

        return signs;
    }

    private readonly record struct Sign(int Start, int End, char Digit, bool IsLetter, bool IsBlank)
    {
        public bool IsDigit => Digit != '\0';
    }
}
