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

    public bool IsNarrowed => Filters.Any(part => part.Value.Length > 0);

    public string Href => ListAddress.Of(Address, Parts);

    /// <summary>The orders, for the form that narrows the list.</summary>
    public IReadOnlyList<(string Name, string Value)> Orders =>
        [.. Beside.Append((ListSort.Key + Suffix, Sort.Text)).Where(part => part.Item2.Length > 0)];

    /// <summary>Empty: nothing is chosen.</summary>
    public string ValueOf(string filter) => Filters.FirstOrDefault(part => part.Name == filter).Value ?? "";

    /// <summary>The same selection in that order, from its first page.</summary>
    public string HrefTo(ListSort sort) => (this with { Sort = sort }).Href;

    public string HrefTo(int page) =>
        Href.With(Listing.PageKey + Suffix, page.ToString(CultureInfo.InvariantCulture));

    /// <summary>The whole selection as a workbook.</summary>
    public string HrefOf(string export) => ListAddress.Of(export, Parts);

    private IEnumerable<(string Name, string Value)> Parts => Filters.Concat(Orders);
}
