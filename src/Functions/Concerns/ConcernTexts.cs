using Oversight.Attachments;
using Oversight.Concerns;
using Oversight.Functions.Attachments;
using Oversight.Functions.Operations;
using Oversight.Functions.Storage;
using Oversight.Functions.Texts;
using Oversight.Texts;

namespace Oversight.Functions.Concerns;

/// <summary>
/// The texts of one command on a concern, with what the writer answered about what looks like a personnummer.
/// </summary>
public sealed class DraftTexts(ConcernHashes hashes, string purpose, string request)
    : OperationTexts(hashes, purpose, request, $"concern-{purpose}", ConcernTexts.RetentionClass)
{
    /// <summary>The texts of a change, named by what makes the request what it is.</summary>
    public static DraftTexts For(OpenConcern open, string purpose, Envelope envelope) =>
        new(open.Hashes, purpose, RequestOf(envelope));
}

/// <summary>The kept texts of a concern; every text may be gone (gallrad).</summary>
public sealed class ConcernTexts(IReadOnlyDictionary<string, PrivateEntry> entries)
{
    public const string RetentionClass = "synpunkt";
    public const string ReporterId = "reporterId";
    public const string ReporterName = "reporterName";
    public const string DeciderName = "deciderName";
    public const string DeciderTitle = "deciderTitle";

    public string? Find(TextReference? reference) => Find(reference?.Name);

    public string? Find(string? name)
    {
        if (RequestTexts.Locate(name) is not var (entry, field))
            return null;
        return entries.TryGetValue(entry, out var kept) && kept.Fields.TryGetValue(field, out var text) ? text : null;
    }

    /// <summary>The text as it may be shown, or null when it is gone.</summary>
    public string? Show(MaskableText text) =>
        Find(text.Reference) is { } words ? Masking.Show(words, text.Masks) : null;

    public string? Reporter => FindField(ReporterName) ?? FindField(ReporterId);

    /// <summary>Who decided, by name; null for what was decided before names were kept.</summary>
    public string? Decider(TriggeredReviewDecision decision) => Beside(decision.Reason, DeciderName);

    /// <summary>The title in which it was decided.</summary>
    public string? DeciderTitleOf(TriggeredReviewDecision decision) => Beside(decision.Reason, DeciderTitle);

    public string FileName(Attachment attachment) =>
        FindField(FileField(attachment.Sha256)) ?? $"bilaga{AttachmentContent.Extension(attachment.Type)}";

    public static string FileField(string sha256) => $"file-{sha256}";

    /// <summary>What was kept in one entry with a text.</summary>
    private string? Beside(TextReference text, string field) =>
        RequestTexts.Locate(text.Name) is var (entry, _) ? Find($"{entry}#{field}") : null;

    private string? FindField(string field) =>
        entries.Values.Select(entry => entry.Fields.GetValueOrDefault(field))
            .FirstOrDefault(value => value is not null);
}
