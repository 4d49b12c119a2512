namespace Oversight;

/// <summary>
/// What somebody searches for: every word of it begins a word of what is found, in any order. Also what is written
/// together there and apart here is found, and the other way round.
/// </summary>
public sealed class SearchQuery
{
    /// <summary>Letters and digits; fewer would find nearly everything.</summary>
    public const int Shortest = 2;

    /// <summary>Characters as they are typed.</summary>
    public const int Longest = 100;

    private const int MostBeginnings = 4;
    private const string ReferenceAlphabet = "0123456789abcdefghjkmnpqrstvwxyz";
    private const int ReferenceLength = 10;

    private SearchQuery(IReadOnlyList<string> words)
    {
        Words = words;
        Whole = string.Concat(words);
    }

    public IReadOnlyList<string> Words { get; }

    /// <summary>The words as one.</summary>
    public string Whole { get; }

    public bool IsTooShort => Whole.Length < Shortest;

    /// <summary>
    /// Of an index by <see cref="SearchText.Keys"/>: what is found has for each of these a key that begins with it, or
    /// else one that begins with <see cref="Together"/>. The longest first, and no more than are worth reading.
    /// </summary>
    public IReadOnlyList<string> Beginnings =>
    [
        .. Words.Select(SearchText.Key).Distinct(StringComparer.Ordinal).OrderByDescending(word => word.Length)
            .Take(MostBeginnings),
    ];

    /// <summary>What was written apart, as one; null for a single word.</summary>
    public string? Together => Words.Count > 1 ? SearchText.Key(Whole) : null;

    public static SearchQuery Of(string? typed) => new(SearchText.Words(typed));

    /// <param name="texts">All that is told of one thing.</param>
    public bool Finds(IEnumerable<string> texts)
    {
        var chains = texts.SelectMany(SearchText.Chains).ToList();
        return Words.Count > 0 && (Words.All(Begins) || Begins(Whole));

        bool Begins(string word) => chains.Any(chain => chain.StartsWith(word, StringComparison.Ordinal));
    }

    /// <summary>
    /// Whether it is that number, whole, and not only the beginning: with a digit, so that it is no name.
    /// </summary>
    public bool IsNumber(string number) =>
        Whole.Any(char.IsAsciiDigit) && string.Concat(SearchText.Words(number)) == Whole;

    /// <summary>
    /// As the beginning of a reference (<see cref="Id.Reference"/>), with or without its letter, with O for 0 and I or
    /// L for 1; what has no digit is a word. Often nothing; two where the letter could be the first of the rest.
    /// </summary>
    public IEnumerable<string> References(char kind)
    {
        if (Whole.Length > 0 && Whole[0] == char.ToLowerInvariant(kind) && Tail(Whole[1..], 3) is { } named)
            yield return Written(kind, named);
        if (Tail(Whole, 5) is { } bare)
            yield return Written(kind, bare);
    }

    private static string? Tail(string typed, int least)
    {
        var tail = typed.Replace('o', '0').Replace('i', '1').Replace('l', '1');
        return tail.Length >= least && tail.Length <= ReferenceLength
            && (typed.Any(char.IsAsciiDigit) || tail.Length == ReferenceLength)
            && tail.All(letter => ReferenceAlphabet.Contains(letter, StringComparison.Ordinal)) ? tail : null;
    }

    private static string Written(char kind, string tail)
    {
        var upper = tail.ToUpperInvariant();
        return upper.Length > 5 ? $"{kind}-{upper[..5]}-{upper[5..]}" : $"{kind}-{upper}";
    }
}
