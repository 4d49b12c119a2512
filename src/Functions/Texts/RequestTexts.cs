using Oversight.Functions.Storage;

namespace Oversight.Functions.Texts;

/// <summary>
/// The texts of one command on their way to the private table: one entry, a field per text. An event refers to a text
/// as <c>entry#field</c>, with its hash. The entry is named after the request, so that a repeat writes the same and
/// another request never overwrites.
/// </summary>
public class RequestTexts(TextHashes hashes, string purpose, string request, string entryPurpose, string retentionClass)
{
    private readonly Dictionary<string, string> _fields = [];

    public string EntryName { get; } = $"{purpose}-{hashes.Text(request)[..16]}";

    public PrivateEntry Entry => new(_fields, entryPurpose, retentionClass) { AwaitsEvent = true };

    /// <summary>
    /// What makes a request what it is: who, under which key, against which version, with which body.
    /// </summary>
    public static string RequestOf(Envelope envelope) =>
        $"{envelope.Context.Actor.UserId}|{envelope.Key}|{envelope.Against.VersionOrNone}|{envelope.BodyHash}";

    public WrittenText Add(string field, string? typed) => Keep(field, Normalise(typed), numbersAreOthers: false);

    /// <summary>One kind of line end, no pasted page breaks, nothing around it.</summary>
    public static string Normalise(string? typed) => TypedText.Lines(typed);

    /// <summary>Where the field of an entry that an event refers to is found.</summary>
    public static (string Entry, string Field)? Locate(string? reference) =>
        reference?.Split('#') is [var entry, var field] ? (entry, field) : null;

    /// <summary>
    /// Kept beside the texts and referred to by no event: who the reporter is, what a file was called.
    /// </summary>
    public void Keep(string field, string value) => _fields[field] = value;

    protected WrittenText Keep(string field, string text, bool numbersAreOthers)
    {
        if (text.Length > 0)
            _fields[field] = text;
        return new WrittenText($"{EntryName}#{field}", text, hashes.Text(text), numbersAreOthers);
    }
}
