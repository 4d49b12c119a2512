namespace Oversight.Attachments;

/// <summary>The checks of files that came with something.</summary>
public static class AttachmentChecks
{
    private const long Megabyte = 1024 * 1024;

    /// <param name="most">How many there may be.</param>
    /// <param name="largest">Bytes of each.</param>
    public static IEnumerable<Refusal> Of(IReadOnlyList<Attachment> files, string field, int most, long largest)
    {
        if (files.Count > most)
            yield return new Refusal(AttachmentRefusals.TooMany, field, $"{most}");
        if (files.Any(file => file.Length > largest))
            yield return new Refusal(AttachmentRefusals.TooLarge, field, $"{largest / Megabyte}");
        if (files.Any(file => file.Length <= 0))
            yield return new Refusal(AttachmentRefusals.Empty, field);
    }
}
