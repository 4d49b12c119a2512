namespace Oversight.Attachments;

/// <summary>Why a file is not taken. The codes are contracts with callers, from when only concerns had files.</summary>
public static class AttachmentRefusals
{
    /// <summary>Argument: how many there may be.</summary>
    public const string TooMany = "concern.too-many-attachments";

    /// <summary>Argument: the limit in megabytes.</summary>
    public const string TooLarge = "concern.attachment-too-large";
    public const string Empty = "concern.attachment-empty";

    /// <summary>Argument: its place among the files sent.</summary>
    public const string TypeRefused = "concern.attachment-type-refused";

    /// <summary>
    /// A document that runs or fetches something when it is opened. Argument: its place among the files sent.
    /// </summary>
    public const string Active = "concern.attachment-active";
}
