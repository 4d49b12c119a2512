using Microsoft.AspNetCore.Http;

namespace Oversight.Functions.Web.Lists;

/// <summary>A list that is known whole: where it stands, its columns, and what it can be narrowed by.</summary>
/// <param name="Board">Whose board a row belongs to.</param>
public sealed record ListShape<TRow>(
    string Address, Func<TRow, BoardId> Board, IReadOnlyList<ListColumn<TRow>> Columns)
{
    public IReadOnlyList<ListFilter<TRow>> Filters { get; init; } = [];

    /// <summary>Null: nothing is marked as new.</summary>
    public ListNews<TRow>? News { get; init; }

    /// <summary>See <see cref="ListQuery.Suffix"/>.</summary>
    public string Suffix { get; init; } = "";

    /// <summary>The suffixes of the other lists at the address, whose orders are kept.</summary>
    public IReadOnlyList<string> Beside { get; init; } = [];

    public ListQuery Read(IQueryCollection asked) => new(
        Address, [.. Filters.Select(filter => (filter.Name, filter.Read(asked)))],
        ListSort.Read(asked[ListSort.Key + Suffix], Columns.Select(column => column.Name)))
    {
        After = News is null ? null : ListNews.Read(asked),
        Suffix = Suffix,
        Beside = [.. Beside.Select(other => (ListSort.Key + other, OrderOf(asked[ListSort.Key + other])))],
    };

    /// <summary>What is asked for, all of its pages.</summary>
    public IReadOnlyList<TRow> Whole(IReadOnlyList<TRow> all, ListQuery query) =>
        all.Where(row => Filters.All(filter => filter.Takes(row, query.ValueOf(filter.Name))))
            .Where(row => query.After is not { } after || News?.CameAt(row) > after)
            .Sorted(Columns, query.Sort);

    /// <param name="export">Where it is taken out as a workbook; null: this person takes no lists out.</param>
    /// <param name="since">When the reader was here last, before now; null: never, or nothing is marked.</param>
    public ShownList<TRow> Show(
        IReadOnlyList<TRow> all, IQueryCollection asked, string? export, DateTimeOffset? since = null)
    {
        var query = Read(asked);
        var rows = Whole(all, query);
        return new ShownList<TRow>(
            this, query, Listing.Of(rows, asked[Listing.PageKey + Suffix]), all.Count == 0,
            export is null ? null : query.HrefOf(export))
        {
            Since = since,
            New = rows.Count(row => News?.CameAt(row) > since),
        };
    }

    // The columns of another list are not known here; it reads its own order itself.
    private static string OrderOf(string? text) =>
        text is { Length: <= 40 } && text.All(letter => char.IsAsciiLetterLower(letter) || letter == '-') ? text : "";
}

/// <summary>What a page shows of a list.</summary>
/// <param name="IsBare">Whether there is nothing at all, whatever is chosen.</param>
public sealed record ShownList<TRow>(
    ListShape<TRow> Shape, ListQuery Query, Listing<TRow> Page, bool IsBare, string? ExportHref)
{
    /// <summary>When the reader was here last, before now; null: never.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>How many of the selection have come since.</summary>
    public int New { get; init; }

    public bool IsNew(TRow row) => Shape.News?.CameAt(row) > Since;
}
