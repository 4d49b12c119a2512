using Oversight.Attachments;
using Oversight.Functions.Storage;

namespace Oversight.Functions.Attachments;

/// <summary>
/// Files that come with a form: looked at, stored once, handed out only by a link that soon stops working.
/// </summary>
public sealed class AttachmentFiles(Blobs blobs)
{
    public const string Container = "attachments";

    /// <summary>
    /// What may be attached, and a refusal for each file that may not; the file is named by its place in the list.
    /// </summary>
    public static (IReadOnlyList<Attachment> Accepted, IReadOnlyList<Refusal> Faults) Look(
        IReadOnlyList<SentFile> files, string field, long largest)
    {
        var accepted = new List<Attachment>();
        var faults = new List<Refusal>();
        foreach (var (file, number) in files.Select((file, index) => (file, index + 1)).DistinctBy(
            sent => sent.file.Sha256))
        {
            var length = file.Content.ToMemory().Length;
            if (length is 0 || length > largest)
                accepted.Add(new Attachment(file.Sha256, length, AttachmentType.Text));
            else if (AttachmentContent.Recognise(file.Name, file.Content) is { } type)
                accepted.Add(new Attachment(file.Sha256, length, type));
            else
                faults.Add(new Refusal(Fault(file), field, $"{number}"));
        }

        return (accepted, faults);
    }

    /// <param name="owner">The stream that they belong to.</param>
    public async Task StoreAsync(
        Id owner, IReadOnlyList<SentFile> files, IReadOnlyList<Attachment> accepted, CancellationToken cancellation)
    {
        foreach (var attachment in accepted)
        {
            var file = files.First(candidate => candidate.Sha256 == attachment.Sha256);
            await blobs.WriteOnceAsync(
                Container, BlobName(owner, attachment.Sha256), file.Content,
                AttachmentContent.ContentType(attachment.Type), cancellation);
        }
    }

    public Task<Uri> LinkAsync(Id owner, Attachment attachment, string fileName, CancellationToken cancellation) =>
        blobs.LinkAsync(Container, BlobName(owner, attachment.Sha256), fileName, cancellation);

    /// <summary>The content itself, for what is packed together; null: it is gone.</summary>
    public Task<BinaryData?> FindAsync(Id owner, Attachment attachment, CancellationToken cancellation) =>
        blobs.FindAsync(Container, BlobName(owner, attachment.Sha256), cancellation);

    private static string Fault(SentFile file) =>
        AttachmentContent.IsActiveWord(file.Content)
            ? AttachmentRefusals.Active
            : AttachmentRefusals.TypeRefused;

    private static string BlobName(Id owner, string sha256) => $"{owner}/{sha256}";
}
