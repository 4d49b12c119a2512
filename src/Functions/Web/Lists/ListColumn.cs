namespace Oversight.Functions.Web.Lists;

/// <summary>A column of a list: what it is called in the address and on the page, and what it holds.</summary>
/// <param name="Value">Text, a number or a day: sorted and exported as that. Null stands last.</param>
public sealed record ListColumn<TRow>(string Name, string Label, Func<TRow, object?> Value)
{
    /// <summary>A workbook has it in a column of its own, the page in another cell or where a row leads.</summary>
    public bool IsInFileOnly { get; init; }

    /// <summary>
    /// What it is sorted by where that is not what it holds: the day in a sentence. Null stands last.
    /// </summary>
    public Func<TRow, object?>? Order { get; init; }

    /// <summary>Its cells stand to the right.</summary>
    public bool IsNumber { get; init; }
}

public static class ListColumns
{
    /// <summary>The rows in the order that is asked for; those that are alike keep the order they came in.</summary>
    public static IReadOnlyList<TRow> Sorted<TRow>(
        this IEnumerable<TRow> rows, IReadOnlyList<ListColumn<TRow>> columns, ListSort sort)
    {
        if (columns.FirstOrDefault(column => column.Name == sort.Column) is not { } by)
            return [.. rows];
        var order = by.Order ?? by.Value;
        var keyed = rows.Select(row => (Row: row, Value: order(row))).ToList();
        var known = keyed.Where(row => row.Value is not null);
        return
        [
            .. (sort.Descending
                ? known.OrderByDescending(row => row.Value, ValueOrder)
                : known.OrderBy(row => row.Value, ValueOrder))
                .Concat(keyed.Where(row => row.Value is null)).Select(row => row.Row),
        ];
    }

    private static IComparer<object?> ValueOrder { get; } = Comparer<object?>.Create((x, y) => (x, y) switch
    {
        (string one, string other) => SwedishOrder.Comparer.Compare(one, other),
        _ => Comparer<object?>.Default.Compare(x, y),
    });
}
