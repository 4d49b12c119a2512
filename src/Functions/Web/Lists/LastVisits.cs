using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Oversight.Functions.Web.Lists;

/// <summary>
/// When somebody last had a list open, before now: what has come since is new to them. Only their own browser knows:
/// nothing is kept of when people work.
/// </summary>
public sealed class LastVisits(TimeProvider clock)
{
    private const string Cookie = "sedan-sist";

    /// <summary>What is new stays new for as long as somebody goes on working with the list.</summary>
    private static readonly TimeSpan Sitting = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    /// <summary>Instants are kept to the millisecond, rounded up: what was there already is not new.</summary>
    private static readonly TimeSpan Rounding = TimeSpan.FromMilliseconds(1);

    /// <summary>Notes that the list is open now, and tells when it was before; null: never, or nobody knows.</summary>
    /// <param name="address">Of the list, with which alone the browser sends it.</param>
    public DateTimeOffset? Note(HttpRequest request, string address)
    {
        var now = clock.GetUtcNow();
        var who = WhoOf(request.User().UserId);
        var (last, before) = Read(request.Cookies[Cookie], who, now) ?? (null, null);
        var since = now - last < Sitting ? before : last;
        if (HttpMethods.IsGet(request.Method))
        {
            request.HttpContext.Response.Cookies.Append(Cookie, Write(who, now, since), new CookieOptions
            {
                HttpOnly = true,
                SameSite = SameSiteMode.Lax,
                Secure = RequestOrigin.IsSecure(request),
                Path = address,
                MaxAge = Kept,
                IsEssential = true,
            });
        }

        return since;
    }

    /// <summary>On a browser that several people use, each has been there for themselves.</summary>
    private static string WhoOf(string userId) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(userId)).AsSpan(0, 8));

    private static string Write(string who, DateTimeOffset last, DateTimeOffset? before) => string.Create(
        CultureInfo.InvariantCulture,
        $"{who}.{(last + Rounding).ToUnixTimeMilliseconds()}.{before?.ToUnixTimeMilliseconds()}");

    /// <summary>What is damaged, another's or of a time to come is as if it were not there.</summary>
    private static (DateTimeOffset? Last, DateTimeOffset? Before)? Read(
        string? text, string who, DateTimeOffset now) =>
        text?.Split('.') is [var whose, var last, var before] && whose == who && Instant(last) is { } known
            && known <= now + Rounding
            ? (known, Instant(before) is { } earlier && earlier <= known ? earlier : null)
            : null;

    private static DateTimeOffset? Instant(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            && count <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
            ? DateTimeOffset.FromUnixTimeMilliseconds(count)
            : null;
}
