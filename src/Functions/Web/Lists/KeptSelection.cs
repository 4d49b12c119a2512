using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Oversight.Functions.Web.Lists;

/// <summary>
/// The way back to a list leads to what it was narrowed to when one of its rows was opened. Nothing is kept for it: the
/// browser tells from which address of ours it comes, and only what that list can be asked for is taken from it.
/// </summary>
public static class KeptSelection
{
    private const int LongestAddress = 2_000;
    private const int LongestValue = 500;
    private static readonly string[] Order = [ListSort.Key, ListNews.Key, Listing.PageKey];
    private static readonly string[] Common = [ListFilter.StatusKey, ListFilter.BoardKey, ListFilter.NameKey, .. Order];

    private static readonly Dictionary<string, string[]> Lists = new(StringComparer.Ordinal)
    {
        ["/anordnare"] = ["form", .. Common],
        ["/dialoger"] = Common,
        ["/dokument"] = ["board", "type", ListFilter.StatusKey, .. Order],
        ["/enheter"] = ["omrade", .. Common],
        ["/granskningar"] = ["vem", .. Common],
        ["/ivo"] = ["sortera-overlamnanden", "sida-overlamnanden", .. Common],
        ["/risk"] = ["namnd", "allvarlighet", "sannolikhet", .. Order],
        ["/sanktioner"] = Common,
        ["/synpunkter/inkorg"] = ["alder", "sok", "vem", .. Common],
        ["/synpunkter/mina"] = Order,
        ["/uppgifter"] = Common,
        ["/utskick"] = Common,
    };

    /// <summary>The address that a link back to a list leads to.</summary>
    /// <param name="href">Of the list, or of any other page: that is left as it is.</param>
    public static string HrefOf(string href, HttpRequest? request)
    {
        if (request?.Headers.Referer.ToString() is not { Length: > 0 and <= LongestAddress } came
            || !Lists.TryGetValue(href, out var keys)
            || !RequestOrigin.IsOurs(came, request)
            || !Uri.TryCreate(came, UriKind.Absolute, out var from) || from.AbsolutePath != href)
            return href;
        var asked = QueryHelpers.ParseQuery(from.Query);
        return ListAddress.Of(href, keys.Select(key => (key, asked.TryGetValue(key, out var values)
            && values is [{ Length: <= LongestValue } value] ? TypedText.Line(value) : "")));
    }
}
