namespace Oversight.Documents;

/// <summary>
/// A document as people will read it, free of any format: Word and HTML are two renderings of the same value, and equal
/// values give equal bytes. All texts are finished Swedish; names of clients have no place in them.
/// </summary>
/// <param name="Head">dokumenthuvud (R1).</param>
/// <param name="Title">The one title; headings below it start at level 1.</param>
/// <param name="Blocks">The body in reading order.</param>
public sealed record Document(DocumentHead Head, string Title, IReadOnlyList<Block> Blocks)
{
    public IReadOnlyList<Block> Blocks { get; } = HeadingsSkipNoLevel(Blocks)
        ? Blocks
        : throw new ArgumentException($"A heading of '{Title}' skips a level.", nameof(Blocks));

    /// <summary>bilagor, numbered from 1 in this order.</summary>
    public IReadOnlyList<DocumentAttachment> Attachments { get; init; } = [];

    public IReadOnlyList<Signatory> Signatories { get; init; } = [];

    /// <summary>Equal content, not equal lists: two documents with the same texts are the same document.</summary>
    public bool Equals(Document? other) =>
        other is not null && Head == other.Head && Title == other.Title && Blocks.SequenceEqual(other.Blocks)
        && Attachments.SequenceEqual(other.Attachments) && Signatories.SequenceEqual(other.Signatories);

    public override int GetHashCode() => HashCode.Combine(Head, Title, Blocks.Count);

    private static bool HeadingsSkipNoLevel(IEnumerable<Block> blocks)
    {
        var last = 0;
        foreach (var heading in blocks.OfType<Block.Heading>())
        {
            if (heading.Level > last + 1)
                return false;
            last = heading.Level;
        }

        return true;
    }
}

/// <summary>
/// dokumenthuvud: what every governing or generated document carries (R1).
/// </summary>
/// <param name="TypeText">dokumenttyp: "Årsplan", "Tjänsteskrivelse".</param>
/// <param name="RegistrationNumber">diarienummer as the registrator gave it; null shows "Dnr saknas".</param>
/// <param name="Date">The document's own date, a Swedish day.</param>
/// <param name="DecidingBody">beslutsinstans.</param>
/// <param name="ResponsibleBody">ansvarigt politiskt organ.</param>
/// <param name="ProcessOwner">ansvarig processägare, a role and not a person (R3).</param>
/// <param name="Status">arbetsmaterial, inkommen, upprättad or expedierad.</param>
/// <param name="IsDraft">Marks every page with "Utkast".</param>
public sealed record DocumentHead(
    string Municipality,
    string TypeText,
    string? RegistrationNumber,
    DateOnly Date,
    string DecidingBody,
    string ResponsibleBody,
    string ProcessOwner,
    DocumentStatus Status,
    bool IsDraft)
{
    public const string RegistrationNumberMissing = "Dnr saknas";

    public ConfidentialityMark? Confidentiality { get; init; }

    /// <summary>Null in what was stored before there was one.</summary>
    public Letterhead? Letterhead { get; init; }

    public string RegistrationNumberText =>
        string.IsNullOrWhiteSpace(RegistrationNumber) ? RegistrationNumberMissing : RegistrationNumber;
}

/// <summary>
/// The standing of a document as a public record (TF 2 kap.): only the last three are allmänna handlingar.
/// </summary>
public enum DocumentStatus
{
    /// <summary>arbetsmaterial</summary>
    [StoredName("workingMaterial")]
    WorkingMaterial,

    /// <summary>inkommen</summary>
    [StoredName("received")]
    Received,

    /// <summary>upprättad</summary>
    [StoredName("established")]
    Established,

    /// <summary>expedierad</summary>
    [StoredName("dispatched")]
    Dispatched,
}

/// <summary>
/// sekretessmarkering (OSL 5 kap. 5 §): the provision, the day and the authority that made the mark. A warning sign
/// only; the test is made anew at each request.
/// </summary>
public sealed record ConfidentialityMark(string Provision, DateOnly Date, string Authority);
