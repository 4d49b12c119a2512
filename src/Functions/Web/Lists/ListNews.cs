using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Oversight.Functions.Web.Lists;

/// <summary>What a list marks as new since the reader was there.</summary>
/// <param name="CameAt">When a row came into the list.</param>
/// <param name="One">A sentence up to <em>sedan du var här</em>, for one row.</param>
/// <param name="Many">The same for several, with <c>{0}</c> for how many.</param>
public sealed record ListNews<TRow>(Func<TRow, DateTimeOffset> CameAt, string One, string Many);

/// <summary>The instant in the address of a list that what came before is left out.</summary>
public static class ListNews
{
    public const string Key = "efter";
    private const string Instant = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    /// <summary>Null: nothing is left out, or the address says no instant.</summary>
    public static DateTimeOffset? Read(IQueryCollection asked) => DateTimeOffset.TryParseExact(
        asked[Key].ToString(), Instant, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var after)
        ? after
        : null;

    /// <summary>As the address says it; empty: nothing is left out.</summary>
    public static string Text(DateTimeOffset? after) =>
        after?.UtcDateTime.ToString(Instant, CultureInfo.InvariantCulture) ?? "";
}
