using System.Collections.Concurrent;
using Oversight.Functions.Identity;

namespace Oversight.Functions.Search;

/// <summary>Who searches for what.</summary>
/// <param name="closed">What is closed to the person by jäv or a seal.</param>
public sealed class Asked(SignedInUser user, SearchQuery query, ClosedMatters closed, FoundIndex index)
{
    private readonly ConcurrentDictionary<string, Task<IReadOnlyList<FoundRow>>> _read = new(StringComparer.Ordinal);

    public SignedInUser User => user;

    public SearchQuery Query => query;

    public ClosedMatters Closed => closed;

    /// <summary>What the index has in a list; whoever asks for it after the first gets the same.</summary>
    /// <param name="reference">The letter of the references in the list.</param>
    public Task<IReadOnlyList<FoundRow>> ReadAsync(
        string list, CancellationToken cancellation, char? reference = null) =>
        _read.GetOrAdd(list, _ => index.ReadAsync(list, query, cancellation, reference));
}

/// <summary>
/// What a capability has of what is searched for: only what its own page would show to the person, so that also how
/// many there are tells nothing of the rest.
/// </summary>
public interface ISearchSource
{
    Task<IReadOnlyList<Found>> FindAsync(Asked asked, CancellationToken cancellation);
}

/// <summary>One thing that was found.</summary>
/// <param name="IsExact">What was searched for is its number, whole.</param>
public sealed record Found(FoundKind Kind, string Title, string Href, string? Detail = null, bool IsExact = false)
{
    /// <summary>With a word on a former name, where only that was found.</summary>
    public static Found Of(FoundKind kind, FoundRow row, string href, SearchQuery query) => new(
        kind, row.Title, href,
        Former(row, query) is not { } former ? row.Detail
        : row.Detail is null ? $"Tidigare {former}" : $"{row.Detail} · Tidigare {former}",
        row.Numbers.Any(query.IsNumber));

    private static string? Former(FoundRow row, SearchQuery query) => query.Finds([.. row.Names, .. row.Numbers])
        ? null
        : row.FormerNames.LastOrDefault(name => query.Finds([name]));
}

/// <summary>In the order in which they are shown.</summary>
public enum FoundKind
{
    Unit,
    Provider,
    Agreement,
    Area,
    Concern,
    Review,
    Sanction,
    Ivo,
    Referral,
    Survey,
    Dialogue,
    Assignment,
    Document,
}

/// <summary>The Swedish words for what is found.</summary>
public static class FoundWords
{
    public static IReadOnlyList<FoundKind> Kinds { get; } = Enum.GetValues<FoundKind>();

    public static string Heading(FoundKind kind) => kind switch
    {
        FoundKind.Unit => "Enheter",
        FoundKind.Provider => "Anordnare och utförare",
        FoundKind.Agreement => "Avtal",
        FoundKind.Area => "Avtalsområden",
        FoundKind.Concern => "Synpunkter",
        FoundKind.Review => "Granskningar",
        FoundKind.Sanction => "Sanktioner",
        FoundKind.Ivo => "Anmälningar till IVO",
        FoundKind.Referral => "Överlämnanden",
        FoundKind.Survey => "Avtalsenkäter",
        FoundKind.Dialogue => "Kvalitetsdialoger",
        FoundKind.Assignment => "Uppgifter",
        FoundKind.Document => "Dokument",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>As an address carries the kind.</summary>
    public static string Segment(FoundKind kind) => kind switch
    {
        FoundKind.Unit => "enheter",
        FoundKind.Provider => "anordnare",
        FoundKind.Agreement => "avtal",
        FoundKind.Area => "omraden",
        FoundKind.Concern => "synpunkter",
        FoundKind.Review => "granskningar",
        FoundKind.Sanction => "sanktioner",
        FoundKind.Ivo => "ivo",
        FoundKind.Referral => "overlamnanden",
        FoundKind.Survey => "enkater",
        FoundKind.Dialogue => "dialoger",
        FoundKind.Assignment => "uppgifter",
        FoundKind.Document => "dokument",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
