using System.Text.RegularExpressions;

namespace Oversight.Documents;

/// <summary>The form of a diarienummer: there is no national one, so each board's stands in the settings.</summary>
public static class DiaryNumber
{
    public const int Longest = 60;

    /// <summary>What is wrong with a number as the registrator wrote it; null when nothing is.</summary>
    /// <param name="example">Told when the number has another form.</param>
    public static Refusal? Fault(string number, string pattern, string example)
    {
        if (number.Length == 0)
            return new Refusal(DocumentRefusals.NumberMissing, "number");
        if (number.Length > Longest)
            return new Refusal(DocumentRefusals.NumberTooLong, "number", $"{Longest}");
        return Regex.IsMatch(number, pattern, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)
            ? null
            : new Refusal(DocumentRefusals.NumberForm, "number", example);
    }
}
