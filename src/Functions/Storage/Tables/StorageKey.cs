using System.Globalization;
using System.Text;

namespace Oversight.Functions.Storage;

/// <summary>
/// Text as a partition or row key: what keys cannot hold (<c>/ \ # ? %</c> and control characters) is written as
/// <c>~</c> and two hexadecimal digits. Reversible, and a prefix of the text gives a prefix of the key.
/// </summary>
public static class StorageKey
{
    public static string Escape(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!text.Any(MustBeEscaped))
            return text;
        var key = new StringBuilder(text.Length + 8);
        foreach (var c in text)
        {
            if (MustBeEscaped(c))
                key.Append('~').Append(((int)c).ToString("X2", CultureInfo.InvariantCulture));
            else
                key.Append(c);
        }

        return key.ToString();
    }

    public static string Unescape(string key)
    {
        if (!key.Contains('~', StringComparison.Ordinal))
            return key;
        var text = new StringBuilder(key.Length);
        for (var i = 0; i < key.Length; i++)
        {
            if (key[i] != '~')
            {
                text.Append(key[i]);
                continue;
            }

            text.Append(
                (char)byte.Parse(key.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
            i += 2;
        }

        return text.ToString();
    }

    /// <summary>The first key after all keys that begin with <paramref name="prefix"/> (itself escaped).</summary>
    internal static string After(string prefix) => prefix[..^1] + (char)(prefix[^1] + 1);

    private static bool MustBeEscaped(char c) =>
        c is '/' or '\\' or '#' or '?' or '%' or '~' or < ' ' or (>= '\u007F' and <= '\u009F');
}
