using Oversight.Functions.Storage;

namespace Oversight.Functions.Search;

/// <summary>
/// What a search finds something by: a row for each word that its names and numbers are found by, so that the beginning
/// of a word is a range of keys. Projected by its own stream, and so as new and as lasting as that.
/// </summary>
public sealed record FoundRow
{
    public required Id Id { get; init; }

    /// <summary>Whose page shows it: an agreement is shown with its provider.</summary>
    public required Id PageId { get; init; }

    public required string Title { get; init; }

    /// <summary>What tells it from others of that title.</summary>
    public required string? Detail { get; init; }

    /// <summary>Null: the register's, which every board shares.</summary>
    public required BoardId? Board { get; init; }

    public required IReadOnlyList<string> Names { get; init; }

    /// <summary>What it was called before.</summary>
    public required IReadOnlyList<string> FormerNames { get; init; }

    /// <summary>Codes, references, diarienummer: each alone says which one is meant.</summary>
    public required IReadOnlyList<string> Numbers { get; init; }

    /// <summary>The reviews and concerns that close it; null where that is not known.</summary>
    public required IReadOnlyList<Id>? Matters { get; init; }

    /// <summary>The classes of which it has something; null where its list says who reads it.</summary>
    public required IReadOnlyList<ContentClass>? Contents { get; init; }
}

/// <summary>Writes and reads the index.</summary>
public sealed class FoundIndex(Views views)
{
    /// <summary>So many rows are read of each word before one of them is read to its end.</summary>
    private const int Rare = 100;

    /// <param name="list">A list for each group of people who read the same.</param>
    public static IEnumerable<ViewRow> RowsOf(string list, FoundRow row) =>
        SearchText.Keys(TextsOf(row)).Select(key => new ViewRow(list, $"{key}|{row.Id}", row));

    /// <param name="reference">The letter of the references in the list.</param>
    public async Task<IReadOnlyList<FoundRow>> ReadAsync(
        string list, SearchQuery query, CancellationToken cancellation, char? reference = null)
    {
        var queries = new List<SearchQuery> { query };
        if (reference is { } kind)
            queries.AddRange(query.References(kind).Select(SearchQuery.Of).Where(other => other.Whole != query.Whole));
        var found = await Task.WhenAll(queries.Select(one => ReadAsync(list, one, cancellation)));
        return [.. found.SelectMany(rows => rows).DistinctBy(row => row.Id)];
    }

    private static IReadOnlyList<string> TextsOf(FoundRow row) => [.. row.Names, .. row.FormerNames, .. row.Numbers];

    private async Task<IEnumerable<FoundRow>> ReadAsync(string list, SearchQuery query, CancellationToken cancellation)
    {
        var apart = ApartAsync(list, query.Beginnings, cancellation);
        var together = query.Together is { } whole
            ? await views.ReadAllAsync<FoundRow>(list, cancellation, whole)
            : [];
        return (await apart).Concat(together).Where(row => query.Finds(TextsOf(row)));
    }

    /// <summary>By the word that the fewest have, where one of them is rare; else by the longest.</summary>
    private async Task<IReadOnlyList<FoundRow>> ApartAsync(
        string list, IReadOnlyList<string> words, CancellationToken cancellation)
    {
        if (words.Count > 1)
        {
            var begun = await Task.WhenAll(words.Select(
                word => views.ReadPageAsync<FoundRow>(list, Rare, null, cancellation, word)));
            if (begun.Where(page => page.NextPage is null).MinBy(page => page.Items.Count) is { Items: var few })
                return few;
        }

        return words.Count == 0 ? [] : await views.ReadAllAsync<FoundRow>(list, cancellation, words[0]);
    }
}
