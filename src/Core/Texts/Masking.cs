namespace Oversight.Texts;

/// <summary>A stretch of a text that is no longer shown: character position and length.</summary>
public sealed record MaskedRange(int Start, int Length);

/// <summary>
/// A text that parts may be hidden of. The masks belong to this version of the text; a corrected text starts without.
/// </summary>
public sealed record MaskableText(TextReference Reference, IReadOnlyList<MaskedRange> Masks)
{
    public static MaskableText Open(TextReference reference) => new(reference, []);

    public MaskableText Hide(IEnumerable<MaskedRange> ranges) => this with { Masks = [.. Masks.Union(ranges)] };
}

/// <summary>Finds and hides words in a text.</summary>
public static class Masking
{
    /// <summary>What stands in place of a hidden stretch.</summary>
    public const string Sign = "█████";

    /// <summary>Every place where <paramref name="words"/> stand in the text, without regard to case.</summary>
    public static IReadOnlyList<MaskedRange> Find(string text, string words)
    {
        var found = new List<MaskedRange>();
        if (string.IsNullOrWhiteSpace(words))
            return found;
        for (var at = text.IndexOf(words, StringComparison.OrdinalIgnoreCase);
            at >= 0;
            at = text.IndexOf(words, at + words.Length, StringComparison.OrdinalIgnoreCase))
            found.Add(new MaskedRange(at, words.Length));
        return found;
    }

    /// <summary>The text as it may be shown: each hidden stretch, however long, is the same sign.</summary>
    public static string Show(string text, IEnumerable<MaskedRange> masks)
    {
        var shown = new System.Text.StringBuilder();
        var at = 0;
        foreach (var mask in masks.OrderBy(mask => mask.Start))
        {
            var end = Math.Min(mask.Start + mask.Length, text.Length);
            if (end <= at)
                continue;
            if (mask.Start > at || at == 0)
                shown.Append(text, at, Math.Max(0, mask.Start - at)).Append(Sign);
            at = end;
        }

        return shown.Append(text, at, text.Length - at).ToString();
    }
}
