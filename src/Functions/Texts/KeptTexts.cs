using System.Diagnostics.CodeAnalysis;
using Oversight.Functions.Storage;

namespace Oversight.Functions.Texts;

/// <summary>The kept texts of a stream; every text may be gone (gallrad).</summary>
public class KeptTexts(IReadOnlyDictionary<string, PrivateEntry> entries)
{
    public const string Erased = "Texten är gallrad.";

    public string? Find(TextReference? reference) =>
        RequestTexts.Locate(reference?.Name) is var (entry, field) && entries.TryGetValue(entry, out var kept)
            ? kept.Fields.GetValueOrDefault(field)
            : null;

    /// <summary>The text, or that it is gone; null only where there never was one.</summary>
    [return: NotNullIfNotNull(nameof(reference))]
    public string? Show(TextReference? reference) => reference is null ? null : Find(reference) ?? Erased;
}
