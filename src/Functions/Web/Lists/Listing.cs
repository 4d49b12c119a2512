using System.Globalization;

namespace Oversight.Functions.Web.Lists;

/// <summary>One page of a list that is known whole.</summary>
public sealed record Listing<TRow>(IReadOnlyList<TRow> Rows, int Total, int Page)
{
    public int Pages => Math.Max(1, (Total + Listing.PageSize - 1) / Listing.PageSize);
}

public static class Listing
{
    public const int PageSize = 50;
    public const string PageKey = "sida";

    /// <summary>The page of that number; a number that there is none of is the first page.</summary>
    public static Listing<TRow> Of<TRow>(IReadOnlyList<TRow> all, string? page)
    {
        var whole = new Listing<TRow>([], all.Count, 1);
        var number = int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out var asked)
            && asked >= 1 && asked <= whole.Pages ? asked : 1;
        return whole with { Rows = [.. all.Skip((number - 1) * PageSize).Take(PageSize)], Page = number };
    }
}
