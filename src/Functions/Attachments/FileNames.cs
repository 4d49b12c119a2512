using System.Globalization;
using System.Text;
using Oversight.Attachments;
using Oversight.Texts;

namespace Oversight.Functions.Attachments;

/// <summary>Names of files that somebody else has chosen.</summary>
public static class FileNames
{
    private const int Longest = 120;

    /// <summary>
    /// The name as it is kept: no path, no control or reserved characters, no personnummer, and not too long.
    /// </summary>
    public static string Safe(string name, AttachmentType type)
    {
        // Browsers write these three so in the name of a file.
        var sent = name.Replace("%22", "\"", StringComparison.Ordinal).Replace("%0D", " ", StringComparison.Ordinal)
            .Replace("%0A", " ", StringComparison.Ordinal);
        var last = TypedText.Line(sent).Split('/', '\\')[^1].TrimEnd(' ', '.');
        var stem = PersonalNumberSuspicion.Remove(Path.GetFileNameWithoutExtension(last));
        var kept = TypedText.Line(string.Concat(stem.EnumerateRunes().Where(IsKept))).Trim(' ', '.');
        return (kept.Length is 0 ? "bilaga" : Shortened(kept)) + AttachmentContent.Extension(type);
    }

    private static bool IsKept(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned => false,
        _ => rune != Rune.ReplacementChar && !(
            rune.IsAscii && "<>:\"|?*;%".Contains((char)rune.Value, StringComparison.Ordinal)),
    };

    /// <summary>Cut between what a reader sees as characters.</summary>
    private static string Shortened(string name)
    {
        var length = 0;
        while (length < name.Length && StringInfo.GetNextTextElementLength(name, length) is var next
            && length + next <= Longest)
            length += next;
        return name[..length].TrimEnd(' ', '.');
    }
}
