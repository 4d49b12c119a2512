using System.Globalization;
using System.Text;

namespace Oversight;

/// <summary>
/// The one cleaning of what people type, paste or send. Composed letters (NFC), nothing invisible, plain blanks and
/// hyphens: two texts that look the same are the same. Every text that comes from outside passes here before it is
/// compared or kept.
/// </summary>
public static class TypedText
{
    private const char Joiner = '\u200D';

    /// <summary>What Unicode lets a reader see nothing of, beside the format characters.</summary>
    private const string Ignorable = "\u034F\u115F\u1160\u17B4\u17B5\u180B\u180C\u180D\u180F\u3164\uFFA0";

    /// <summary>Hyphens that only look like one: no-break, minus, small and full-width.</summary>
    private const string Hyphens = "\u2010\u2011\u2212\u02D7\uFE63\uFF0D";

    private const string Dashes = "\u2012\u2013\u2014\u2015\u2043\uFE58";

    /// <summary>
    /// Letters composed, invisible characters gone, one kind of line break and blank; the rest as it was typed.
    /// </summary>
    public static string Clean(string? typed)
    {
        if (typed is null || !typed.AsSpan().ContainsAnyExceptInRange(' ', '~'))
            return typed ?? "";
        var text = new StringBuilder(typed.Length);
        for (var i = 0; i < typed.Length; i++)
        {
            if (char.IsHighSurrogate(typed[i]) && i + 1 < typed.Length && char.IsLowSurrogate(typed[i + 1]))
            {
                if (!IsInvisible(new Rune(typed[i], typed[i + 1])))
                    text.Append(typed, i, 2);
                i++;
            }
            else if (typed[i] == '\r')
            {
                if (i + 1 == typed.Length || typed[i + 1] != '\n')
                    text.Append('\n');
            }
            else if (Plain(typed[i], text) is { } kept)
                text.Append(kept);
        }

        return text.ToString().Normalize(NormalizationForm.FormC);
    }

    /// <summary>A text of several lines, without blanks and breaks around it.</summary>
    public static string Lines(string? typed) => Clean(typed).Trim();

    /// <summary>A name or another text of one line: every run of blanks and breaks is one blank.</summary>
    public static string Line(string? typed)
    {
        var clean = Clean(typed);
        var line = new StringBuilder(clean.Length);
        foreach (var c in clean)
        {
            if (!char.IsWhiteSpace(c))
                line.Append(c);
            else if (line.Length > 0 && line[^1] != ' ')
                line.Append(' ');
        }

        return line.Length > 0 && line[^1] == ' ' ? line.ToString(0, line.Length - 1) : line.ToString();
    }

    /// <summary>A code, number or day: a line in which every dash is a hyphen.</summary>
    public static string Code(string? typed)
    {
        var line = Line(typed);
        return line.Any(IsDash) ? string.Concat(line.Select(c => IsDash(c) ? '-' : c)) : line;
    }

    /// <summary>By what texts are found: case and kind of dash do not count.</summary>
    public static string Fold(string? typed) => Code(typed).ToLowerInvariant();

    public static bool IsSame(string? one, string? other) => Fold(one) == Fold(other);

    /// <summary>Whether <paramref name="part"/> stands somewhere in <paramref name="whole"/>.</summary>
    public static bool Holds(string? whole, string? part) => Fold(whole).Contains(Fold(part), StringComparison.Ordinal);

    public static bool IsBlank(string? typed) => Line(typed).Length == 0;

    /// <summary>
    /// Whether nothing is seen of the character: direction signs, joiners, marks of byte order and the like.
    /// </summary>
    internal static bool IsInvisible(Rune rune) =>
        Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format
        || (rune.Value & 0xFFFE) == 0xFFFE || rune.Value is >= 0xFDD0 and <= 0xFDEF
        || (rune.IsBmp && Ignorable.Contains((char)rune.Value, StringComparison.Ordinal));

    private static bool IsDash(char c) => Dashes.Contains(c, StringComparison.Ordinal);

    private static char? Plain(char c, StringBuilder before) => c switch
    {
        Joiner when before.Length > 0 && (char.IsLowSurrogate(before[^1]) || before[^1] == '\uFE0F') => c,
        '\v' or '\f' or '\u0085' or '\u2028' or '\u2029' => '\n',
        '\n' or '\t' => c,
        _ when char.IsSurrogate(c) => '\uFFFD',
        _ when Hyphens.Contains(c, StringComparison.Ordinal) => '-',
        _ when IsInvisible(new Rune(c)) => null,
        _ => CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.SpaceSeparator ? ' ' : c,
    };
}
