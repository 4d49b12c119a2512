using System.Globalization;
using Oversight.Documents;
using Oversight.Functions.Identity;
using Oversight.Functions.Storage;

namespace Oversight.Functions.Documents;

/// <summary>The documents of some boards, filtered by type and status.</summary>
public sealed class DocumentList(Views views, Conflicts conflicts)
{
    /// <summary>All of them, the latest change first: what a page shows.</summary>
    public async Task<IReadOnlyList<ListedDocument>> ReadAllAsync(
        SignedInUser user, IReadOnlyList<BoardId> boards, DocumentFilter filter, CancellationToken cancellation)
    {
        var lists = await Task.WhenAll(
            boards.Select(board => views.ReadAllAsync<DocumentRow>(DocumentStream.Partition(board), cancellation)));
        var reader = new DocumentReader(user, await conflicts.OfAsync(user, cancellation));
        return [.. Shown(reader, lists.SelectMany(rows => rows), filter).OrderByDescending(row => row.ChangedAt)];
    }

    /// <summary>Those that the registrator has to enter a diarienummer for.</summary>
    public async Task<IReadOnlyList<ListedDocument>> ReadToRegisterAsync(
        SignedInUser user, CancellationToken cancellation)
    {
        var lists = await Task.WhenAll(Access.Boards(user, Permission.RegisterDocuments)
            .Select(board => views.ReadAllAsync<DocumentRow>(DocumentStream.ToRegisterPartition(board), cancellation)));
        var reader = new DocumentReader(user, await conflicts.OfAsync(user, cancellation));
        return [.. Shown(reader, lists.SelectMany(rows => rows), new DocumentFilter(null, null))];
    }

    /// <summary>
    /// One page, board after board in the order they were made. A page may hold fewer than <paramref name="size"/> when
    /// the filter leaves some out; the end is where there is no next page. A damaged token is
    /// <see cref="FormatException"/>.
    /// </summary>
    public async Task<Page<ListedDocument>> ReadPageAsync(
        SignedInUser user, IReadOnlyList<BoardId> boards, DocumentFilter filter, int size, string? token,
        CancellationToken cancellation)
    {
        var (at, within) = Parse(token, boards.Count);
        if (at == boards.Count)
            return new Page<ListedDocument>([], null);
        var page = await views.ReadPageAsync<DocumentRow>(
            DocumentStream.Partition(boards[at]), size, within, cancellation);
        var next = page.NextPage is { } more ? Token(at, more) : at + 1 < boards.Count ? Token(at + 1, "") : null;
        var reader = new DocumentReader(user, await conflicts.OfAsync(user, cancellation));
        return new Page<ListedDocument>([.. Shown(reader, page.Items, filter)], next);
    }

    private static IEnumerable<ListedDocument> Shown(
        DocumentReader reader, IEnumerable<DocumentRow> rows, DocumentFilter filter) =>
        rows.Select(row => row.For(reader)).OfType<ListedDocument>().Where(filter.Takes);

    private static string Token(int board, string within) =>
        string.Create(CultureInfo.InvariantCulture, $"{board}.{within}");

    private static (int Board, string? Within) Parse(string? token, int boards)
    {
        if (string.IsNullOrEmpty(token))
            return (0, null);
        var dot = token.IndexOf('.', StringComparison.Ordinal);
        if (dot < 1
            || !int.TryParse(token.AsSpan(0, dot), NumberStyles.None, CultureInfo.InvariantCulture, out var board)
            || board >= boards)
            throw new FormatException("Not a page of documents.");
        return (board, token.Length > dot + 1 ? token[(dot + 1)..] : null);
    }
}

/// <param name="Type">Null takes every type.</param>
/// <param name="Status">Null takes every status.</param>
public sealed record DocumentFilter(CodeId? Type, DocumentStatus? Status)
{
    public bool Takes(ListedDocument row) =>
        (Type is not { } type || row.Type == type) && (Status is not { } status || row.Status == status);
}
