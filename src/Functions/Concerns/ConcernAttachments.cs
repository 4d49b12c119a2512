using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Oversight.Concerns;
using Oversight.Functions.Storage;
using Oversight.Texts;

namespace Oversight.Functions.Concerns;

/// <summary>A file as it was sent.</summary>
public sealed record UploadedFile(string Name, BinaryData Content)
{
    public string Sha256 { get; } = Convert.ToHexStringLower(SHA256.HashData(Content.ToMemory().Span));

    public static async Task<IReadOnlyList<UploadedFile>> ReadAsync(IEnumerable<Microsoft.AspNetCore.Http.IFormFile> files, CancellationToken cancellation)
    {
        var read = new List<UploadedFile>();
        foreach (var file in files)
        {
            await using var stream = file.OpenReadStream();
            read.Add(new UploadedFile(file.FileName, await BinaryData.FromStreamAsync(stream, cancellation)));
        }

        return read;
    }
}

/// <summary>Files of concerns: looked at, stored once, handed out only by a link that soon stops working.</summary>
public sealed class ConcernAttachments(Blobs blobs)
{
    public const string Container = "attachments";
    private const int LongestName = 120;

    /// <summary>What may be attached, and a refusal for each file that may not; the file is named by its place in the list.</summary>
    public static (IReadOnlyList<Attachment> Accepted, IReadOnlyList<Refusal> Faults) Look(IReadOnlyList<UploadedFile> files, ConcernLimits limits)
    {
        var accepted = new List<Attachment>();
        var faults = new List<Refusal>();
        foreach (var (file, number) in files.Select((file, index) => (file, index + 1)).DistinctBy(sent => sent.file.Sha256))
        {
            var length = file.Content.ToMemory().Length;
            if (length is 0 || length > limits.AttachmentBytes)
                accepted.Add(new Attachment(file.Sha256, length, AttachmentType.Text));
            else if (AttachmentContent.Recognise(file.Name, file.Content) is { } type)
                accepted.Add(new Attachment(file.Sha256, length, type));
            else
                faults.Add(new Refusal(Fault(file), "attachments", $"{number}"));
        }

        return (accepted, faults);
    }

    private static string Fault(UploadedFile file) =>
        AttachmentContent.IsActiveWord(file.Content) ? ConcernRefusals.AttachmentActive : ConcernRefusals.AttachmentTypeRefused;

    public async Task StoreAsync(Id concern, IEnumerable<UploadedFile> files, IReadOnlyList<Attachment> accepted, CancellationToken cancellation)
    {
        foreach (var attachment in accepted)
        {
            var file = files.First(candidate => candidate.Sha256 == attachment.Sha256);
            await blobs.WriteOnceAsync(
                Container, BlobName(concern, attachment.Sha256), file.Content, AttachmentContent.ContentType(attachment.Type), cancellation);
        }
    }

    public Task<Uri> LinkAsync(Id concern, Attachment attachment, string fileName, CancellationToken cancellation) =>
        blobs.LinkAsync(Container, BlobName(concern, attachment.Sha256), fileName, cancellation);

    /// <summary>The name as it is kept: no path, no control or reserved characters, no personnummer, and not too long.</summary>
    public static string SafeName(string name, AttachmentType type)
    {
        // Browsers write these three so in the name of a file.
        var sent = name.Replace("%22", "\"", StringComparison.Ordinal).Replace("%0D", " ", StringComparison.Ordinal).Replace("%0A", " ", StringComparison.Ordinal);
        var last = TypedText.Line(sent).Split('/', '\\')[^1].TrimEnd(' ', '.');
        var stem = PersonalNumberSuspicion.Remove(Path.GetFileNameWithoutExtension(last));
        var kept = TypedText.Line(string.Concat(stem.EnumerateRunes().Where(IsKept))).Trim(' ', '.');
        return (kept.Length is 0 ? "bilaga" : Shortened(kept)) + AttachmentContent.Extension(type);
    }

    private static bool IsKept(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned => false,
        _ => rune != Rune.ReplacementChar && !(rune.IsAscii && "<>:\"|?*;%".Contains((char)rune.Value, StringComparison.Ordinal)),
    };

    /// <summary>Cut between what a reader sees as characters.</summary>
    private static string Shortened(string name)
    {
        var length = 0;
        while (length < name.Length && StringInfo.GetNextTextElementLength(name, length) is var next && length + next <= LongestName)
            length += next;
        return name[..length].TrimEnd(' ', '.');
    }

    private static string BlobName(Id concern, string sha256) => $"{concern}/{sha256}";
}
