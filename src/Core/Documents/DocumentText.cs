using System.Text;

namespace Oversight.Documents;

/// <summary>
/// What may stand in a document's text: XML 1.0 has no room for control characters and half surrogates.
/// </summary>
public static class DocumentText
{
    /// <summary>The text without what no format can carry; line breaks become <c>\n</c>, tabs spaces.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (rune.Value == '\t')
                clean.Append(' ');
            else if (rune.Value == '\n' || IsCarried(rune))
                clean.Append(rune.ToString());
        }

        return clean.ToString();
    }

    // EnumerateRunes gives U+FFFD for a half surrogate; U+FFFE and U+FFFF are no XML characters.
    private static bool IsCarried(Rune rune) => !Rune.IsControl(rune) && rune.Value is not (0xFFFD or 0xFFFE or 0xFFFF);
}
