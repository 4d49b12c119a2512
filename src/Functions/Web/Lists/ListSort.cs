namespace Oversight.Functions.Web.Lists;

/// <summary>By which column a list is sorted, as it stands in the address: <c>enhet</c>, or <c>-enhet</c> for the
/// other way round. Null: the list's own order.</summary>
public sealed record ListSort(string? Column, bool Descending)
{
    public const string Key = "sortera";

    public static ListSort Own { get; } = new(null, false);

    /// <summary>Empty for the list's own order.</summary>
    public string Text => Column is null ? "" : Descending ? $"-{Column}" : Column;

    /// <summary>What the heading of a column leads to: once upwards, then downwards.</summary>
    public ListSort By(string column) => new(column, Column == column && !Descending);

    /// <summary>A column that the list does not have is its own order.</summary>
    public static ListSort Read(string? text, IEnumerable<string> columns)
    {
        var isDescending = text?.StartsWith('-') == true;
        var column = isDescending ? text![1..] : text;
        return columns.Contains(column, StringComparer.Ordinal) ? new ListSort(column, isDescending) : Own;
    }
}
