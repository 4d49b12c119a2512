using System.Globalization;
using System.Text;

namespace Oversight;

/// <summary>
/// The one order of names: as Swedish dictionaries and sv-SE have it, with å, ä and ö last and é as e. Written down
/// here and not asked of the machine, because keys in the storage are sorted by it and must not move with a library's
/// version.
/// </summary>
public static class SwedishOrder
{
    // Two hexadecimal digits a letter, so that keys can be compared and stored as they are.
    private const int Blank = 0x10;
    private const int Sign = 0x12;
    private const int FirstDigit = 0x20;
    private const int FirstLetter = 0x30;
    private const int OtherLetter = 0x60;
    private const string Letters = "abcdefghijklmnopqrstuvwxyzåäö";
    private static readonly Dictionary<char, string> Like = new()
    {
        ['æ'] = "ä",
        ['ø'] = "ö",
        ['œ'] = "ö",
        ['ü'] = "y",
        ['ű'] = "y",
        ['ő'] = "ö",
        ['ß'] = "ss",
        ['đ'] = "d",
        ['ð'] = "d",
        ['þ'] = "th",
        ['ł'] = "l",
        ['ı'] = "i",
    };

    public static IComparer<string> Comparer { get; } =
        Comparer<string>.Create((x, y) => string.CompareOrdinal(Key(x), Key(y)) is not 0 and var order
            ? order
            : string.CompareOrdinal(x, y));

    /// <summary>What the text is sorted by, compared character by character.</summary>
    public static string Key(string? text)
    {
        var key = new StringBuilder();
        foreach (var letter in TypedText.Fold(text))
            Append(key, letter);
        return key.ToString();
    }

    private static void Append(StringBuilder key, char letter)
    {
        if (letter == ' ')
            Weigh(key, Blank);
        else if (char.IsAsciiDigit(letter))
            Weigh(key, FirstDigit + letter - '0');
        else if (Letters.IndexOf(letter, StringComparison.Ordinal) is >= 0 and var place)
            Weigh(key, FirstLetter + place);
        else if (Like.TryGetValue(letter, out var like))
        {
            foreach (var one in like)
                Append(key, one);
        }
        else if (char.IsLetter(letter))
            AppendForeign(key, letter);
        else if (CharUnicodeInfo.GetUnicodeCategory(letter) is not (UnicodeCategory.NonSpacingMark
            or UnicodeCategory.EnclosingMark))
            Weigh(key, Sign);
    }

    /// <summary>A letter with a mark is sorted as the letter; one of another script after ours.</summary>
    private static void AppendForeign(StringBuilder key, char letter)
    {
        var bare = letter.ToString().Normalize(NormalizationForm.FormD)[0];
        if (bare != letter)
            Append(key, bare);
        else
            key.Append(OtherLetter.ToString("x2", CultureInfo.InvariantCulture))
                .Append(((int)letter).ToString("x4", CultureInfo.InvariantCulture));
    }

    private static void Weigh(StringBuilder key, int weight) =>
        key.Append(weight.ToString("x2", CultureInfo.InvariantCulture));
}
