namespace Oversight.Attachments;

/// <summary>What a file turned out to be when its content was looked at.</summary>
public enum AttachmentType
{
    [StoredName("pdf")]
    Pdf,
    [StoredName("png")]
    Png,
    [StoredName("jpeg")]
    Jpeg,
    [StoredName("word")]
    Word,
    [StoredName("text")]
    Text,
}

/// <summary>
/// A file that came with something. Its name may hold personal data and is kept among the private texts under the hash.
/// </summary>
public sealed record Attachment(string Sha256, long Length, AttachmentType Type);
