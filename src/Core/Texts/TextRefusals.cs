namespace Oversight.Texts;

/// <summary>What is asked or said no to about any text, whatever it is about.</summary>
public static class TextRefusals
{
    public const string Missing = "text.missing";

    /// <summary>So few people that somebody can be told by the number; the argument is what was written.</summary>
    public const string SmallNumber = "text.small-number";
    public const string TooLong = "text.too-long";

    /// <summary>Control characters, or halves of characters.</summary>
    public const string Unreadable = "text.unreadable";

    /// <summary>
    /// Something looks like a personnummer: a question back to the writer, who answers that it is another number or has
    /// it removed.
    /// </summary>
    public const string PersonalNumberSuspected = "text.personal-number-suspected";
}
