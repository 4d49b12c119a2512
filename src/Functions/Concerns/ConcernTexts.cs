using Oversight.Concerns;
using Oversight.Functions.Storage;

namespace Oversight.Functions.Concerns;

/// <summary>
/// The texts of one command on their way to the private table: one entry, a field per text. An event refers to a text as
/// <c>entry#field</c>. The entry's name depends on the request, so that a repeat writes the same and another request never overwrites.
/// </summary>
public sealed class DraftTexts(ConcernHashes hashes, string purpose, string request)
{
    /// <summary>Answers to the question about what looks like a personnummer.</summary>
    public const string RemoveNumbers = "remove";
    public const string OtherNumbers = "other";
    private readonly Dictionary<string, string> _fields = [];

    /// <summary>The texts of a change, named by what makes the request what it is.</summary>
    public static DraftTexts For(OpenConcern open, ConcernAction action, Envelope envelope) =>
        new(open.Hashes, action.ToString().ToLowerInvariant(), $"{envelope.Key}|{envelope.ExpectedVersion}|{envelope.BodyHash}");

    public string EntryName { get; } = $"{purpose}-{hashes.Text(request)[..16]}";

    public PrivateEntry Entry => new(_fields, $"concern-{purpose}", ConcernTexts.RetentionClass);

    public WrittenText Add(string field, string? typed, string? numbers = null)
    {
        var text = Normalise(typed);
        if (numbers == RemoveNumbers)
            text = PersonalNumberSuspicion.Remove(text);
        if (text.Length > 0)
            _fields[field] = text;
        return new WrittenText($"{EntryName}#{field}", text, hashes.Text(text), numbers == OtherNumbers);
    }

    /// <summary>Kept beside the texts and referred to by no event: who the reporter is, what a file was called.</summary>
    public void Keep(string field, string value) => _fields[field] = value;

    /// <summary>One kind of line end, no pasted page breaks, nothing around it.</summary>
    public static string Normalise(string? typed) => (typed ?? "").Replace('\v', '\n').ReplaceLineEndings("\n").Trim();
}

/// <summary>The kept texts of a concern; every text may be gone (gallrad).</summary>
public sealed class ConcernTexts(IReadOnlyDictionary<string, PrivateEntry> entries)
{
    public const string RetentionClass = "synpunkt";
    public const string ReporterId = "reporterId";
    public const string ReporterName = "reporterName";

    public string? Find(TextReference? reference) => Find(reference?.Name);

    public string? Find(string? name)
    {
        if (name?.Split('#') is not [var entry, var field])
            return null;
        return entries.TryGetValue(entry, out var kept) && kept.Fields.TryGetValue(field, out var text) ? text : null;
    }

    /// <summary>The text as it may be shown, or null when it is gone.</summary>
    public string? Show(MaskableText text) => Find(text.Reference) is { } words ? Masking.Show(words, text.Masks) : null;

    public string? Reporter => FindField(ReporterName) ?? FindField(ReporterId);

    public string FileName(Attachment attachment) =>
        FindField(FileField(attachment.Sha256)) ?? $"bilaga{AttachmentContent.Extension(attachment.Type)}";

    public static string FileField(string sha256) => $"file-{sha256}";

    private string? FindField(string field) =>
        entries.Values.Select(entry => entry.Fields.GetValueOrDefault(field)).FirstOrDefault(value => value is not null);
}
