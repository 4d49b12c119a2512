using System.Globalization;
using System.Text;

namespace Oversight;

/// <summary>
/// Texts as a search reads them: words of letters and digits, without case, dots, rings and accents, whatever stands
/// between them. A hyphen may be left out or written as a blank, so what is compared is a text from the beginning of
/// one of its words to its end: <c>Sol-gården</c> is <c>solgarden</c> and <c>garden</c>.
/// </summary>
public static class SearchText
{
    /// <summary>Of a key; what is longer is told apart by the texts themselves.</summary>
    public const int LongestKey = 40;

    private static readonly Dictionary<char, string> Like = new()
    {
        ['æ'] = "a",
        ['ø'] = "o",
        ['œ'] = "o",
        ['ß'] = "ss",
        ['đ'] = "d",
        ['ð'] = "d",
        ['þ'] = "th",
        ['ł'] = "l",
        ['ı'] = "i",
    };

    /// <summary>The words of a text, in order.</summary>
    public static IReadOnlyList<string> Words(string? text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var letter in TypedText.Fold(text).Normalize(NormalizationForm.FormD))
        {
            if (Like.TryGetValue(letter, out var like))
                word.Append(like);
            else if (char.IsLetterOrDigit(letter))
                word.Append(letter);
            else if (!IsMark(letter))
                End();
        }

        End();
        return words;

        void End()
        {
            if (word.Length > 0)
                words.Add(word.ToString());
            word.Clear();
        }
    }

    /// <summary>By what an index finds something with these texts: whatever is found begins one of the keys.</summary>
    public static IReadOnlyList<string> Keys(IEnumerable<string> texts) =>
        [.. texts.SelectMany(Chains).Select(Key).Distinct(StringComparer.Ordinal)];

    internal static string Key(string chain) => chain.Length > LongestKey ? chain[..LongestKey] : chain;

    /// <summary>The text without what stands between its words, from each of its words on.</summary>
    internal static IEnumerable<string> Chains(string text)
    {
        var words = Words(text);
        return words.Select((_, at) => string.Concat(words.Skip(at)));
    }

    private static bool IsMark(char letter) =>
        CharUnicodeInfo.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;
}
