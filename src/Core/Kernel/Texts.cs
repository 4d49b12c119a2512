namespace Oversight;

/// <summary>
/// What the record says about a text that it does not hold: under which name it is kept among the private texts, how
/// long it is, and a keyed hash that shows whether it was changed. The text itself may be erased; the reference stays.
/// </summary>
public sealed record TextReference(string Name, int Length, string Hash);

/// <summary>
/// A text on its way in. Its words never reach an event: only <see cref="Kept"/> does.
/// </summary>
/// <param name="Name">Where the edge keeps it among the private texts.</param>
/// <param name="Text">With line feeds only; empty when nothing was written.</param>
/// <param name="Hash">Keyed hash of the text.</param>
/// <param name="NumbersAreOthers">
/// The writer has answered that what looks like a personnummer is another number.
/// </param>
public sealed record WrittenText(string Name, string Text, string Hash, bool NumbersAreOthers = false)
{
    public TextReference Kept => new(Name, Text.Length, Hash);

    public bool IsEmpty => string.IsNullOrWhiteSpace(Text);

    /// <summary>Without the words, so that no log can print them.</summary>
    public override string ToString() => $"{nameof(WrittenText)} {{ {Name}, {Text.Length} characters }}";
}

internal static class WrittenTexts
{
    /// <summary>Null when nothing was written.</summary>
    public static TextReference? KeptOrNone(this WrittenText? text) => text is null || text.IsEmpty ? null : text.Kept;
}
