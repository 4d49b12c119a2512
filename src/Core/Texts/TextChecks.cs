namespace Oversight.Texts;

/// <summary>The checks of a text that somebody wrote. Each gives every fault it finds, at the field.</summary>
public static class TextChecks
{
    /// <summary>Text that must be there.</summary>
    /// <param name="limit">Characters.</param>
    public static IEnumerable<Refusal> Required(WrittenText text, string field, int limit) =>
        text.IsEmpty ? [new Refusal(TextRefusals.Missing, field)] : Optional(text, field, limit);

    /// <summary>Text that may be left out: its length, its characters, and the question about personnummer.</summary>
    /// <param name="limit">Characters.</param>
    public static IEnumerable<Refusal> Optional(WrittenText? text, string field, int limit)
    {
        if (text is null)
            yield break;
        if (text.Text.Length > limit)
            yield return new Refusal(TextRefusals.TooLong, field, $"{text.Text.Length}", $"{limit}");
        if (HasUnreadable(text.Text))
            yield return new Refusal(TextRefusals.Unreadable, field);
        if (!text.NumbersAreOthers && text.Text.Length <= limit
            && PersonalNumberSuspicion.Find(text.Text) is { Count: > 0 } found)
            yield return new Refusal(TextRefusals.PersonalNumberSuspected, field, $"{found.Count}");
    }

    /// <summary>
    /// Control characters that no keyboard writes, and halves of characters; line feeds and tabs are read.
    /// </summary>
    public static bool HasUnreadable(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                i++;
            else if (char.IsSurrogate(text[i]) || (char.IsControl(text[i]) && text[i] is not ('\n' or '\t')))
                return true;
        }

        return false;
    }
}
