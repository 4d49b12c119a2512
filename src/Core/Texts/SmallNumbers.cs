using System.Globalization;
using System.Text.RegularExpressions;

namespace Oversight.Texts;

/// <summary>
/// Small numbers of people in a text that leaves the house: with so few, somebody can be told by the number (R117).
/// They are written as a group: "enstaka", "flera".
/// </summary>
/// <param name="Least">Fewer than this can be told.</param>
/// <param name="Words">What people are called, each word in the forms that a number stands before.</param>
public sealed record SmallNumbers(int Least, IReadOnlyList<string> Words)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    /// <summary>"den 3 januari kunder" is a day.</summary>
    private static readonly HashSet<string> Months =
        CultureInfo.GetCultureInfo("sv-SE").DateTimeFormat.MonthNames.Where(month => month.Length > 0)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);

    public static SmallNumbers None { get; } = new(0, []);

    /// <summary>The refusal at the field, with the first that is found; none where nothing is.</summary>
    public IEnumerable<Refusal> Check(WrittenText text, string field)
    {
        if (Find(text.Text) is { } found)
            yield return new Refusal(TextRefusals.SmallNumber, field, found);
    }

    /// <summary>
    /// A number in digits before people, with at most one word between: "3 unga kunder"; null: there is none.
    /// </summary>
    public string? Find(string text)
    {
        if (Words.Count == 0)
            return null;
        var people = string.Join('|', Words.Select(Regex.Escape));
        foreach (Match match in Regex.Matches(
            text, $@"(?<![\p{{L}}\d.,:§/\-–])(\d{{1,3}})\s+(?:(\p{{L}}+)\s+)?(?:{people})(?!\p{{L}})",
            RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Longest))
        {
            var number = int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);
            if (number > 0 && number < Least && !Months.Contains(match.Groups[2].Value))
                return match.Value;
        }

        return null;
    }
}
