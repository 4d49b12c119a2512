namespace Oversight.Documents;

/// <summary>
/// What stands around a document of the municipality: its coat of arms, or its name in that place, and its address
/// block.
/// </summary>
/// <param name="Address">Line by line; empty for none.</param>
public sealed record Letterhead(IReadOnlyList<string> Address, DocumentImage? Arms)
{
    public bool Equals(Letterhead? other) =>
        other is not null && Address.SequenceEqual(other.Address) && Arms == other.Arms;

    public override int GetHashCode() => HashCode.Combine(Address.Count, Arms);
}

/// <summary>A picture within a document, so that the document needs nothing else to be shown.</summary>
/// <param name="Png">The file, in base64.</param>
/// <param name="Width">In pixels; with <paramref name="Height"/> it gives the shape, not the size.</param>
/// <param name="Text">What it shows, for those who do not see it.</param>
public sealed record DocumentImage(string Png, int Width, int Height, string Text);

/// <summary>bilaga: its number is its place among the document's attachments.</summary>
/// <param name="Date">The attachment's own date; null where it was stored without one.</param>
public sealed record DocumentAttachment(string Title, DateOnly? Date = null);

/// <summary>Who signs, by role; <paramref name="Name"/> is left null where a line is to be signed by hand.</summary>
/// <param name="Unit">Where they work: enhet and nämnd.</param>
public sealed record Signatory(string Role, string? Name = null, string? Unit = null);
