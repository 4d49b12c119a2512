using System.Globalization;

namespace Oversight.Functions.Web.Lists;

/// <summary>What a list is narrowed to and sorted by, as its address says it.</summary>
/// <param name="Filters">With an empty value where nothing is chosen.</param>
public sealed record ListQuery(string Address, IReadOnlyList<(string Name, string Value)> Filters, ListSort Sort)
{
    /// <summary>What tells the sort and the page of this list from those of another at the same address.</summary>
    public string Suffix { get; init; } = "";

    /// <summary>The orders of the other lists at the address.</summary>
    public IReadOnlyList<(string Name, string Value)> Beside { get; init; } = [];

    /// <summary>Only what has come after this instant: what was new when somebody chose it stays chosen.</summary>
    public DateTimeOffset? After { get; init; }

    public bool IsNarrowed => After is not null || Filters.Any(part => part.Value.Length > 0);

    public string Href => ListAddress.Of(Address, Parts);

    /// <summary>What the form that narrows the list keeps: the orders, and whether it is what is new.</summary>
    public IReadOnlyList<(string Name, string Value)> Kept =>
    [
        .. Beside.Append((ListSort.Key + Suffix, Sort.Text)).Append((ListNews.Key, ListNews.Text(After)))
            .Where(part => part.Item2.Length > 0),
    ];

    /// <summary>Empty: nothing is chosen.</summary>
    public string ValueOf(string filter) => Filters.FirstOrDefault(part => part.Name == filter).Value ?? "";

    /// <summary>The same selection in that order, from its first page.</summary>
    public string HrefTo(ListSort sort) => (this with { Sort = sort }).Href;

    /// <summary>With what has come after an instant alone; null: with everything again.</summary>
    public string HrefAfter(DateTimeOffset? after) => (this with { After = after }).Href;

    public string HrefTo(int page) =>
        Href.With(Listing.PageKey + Suffix, page.ToString(CultureInfo.InvariantCulture));

    /// <summary>The whole selection as a workbook.</summary>
    public string HrefOf(string export) => ListAddress.Of(export, Parts);

    private IEnumerable<(string Name, string Value)> Parts => Filters.Concat(Kept);
}
