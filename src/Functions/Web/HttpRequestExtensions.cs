using System.Globalization;
using Microsoft.AspNetCore.Http;
using Oversight.Functions.Identity;

namespace Oversight.Functions.Web;

public static class HttpRequestExtensions
{
    private static readonly object UserKey = new();

    /// <summary>The signed-in person; the gate has refused everybody else before the function runs.</summary>
    public static SignedInUser User(this HttpRequest request) =>
        request.HttpContext.FindUser() ?? throw new InvalidOperationException("This function is open: it has no user.");

    /// <summary>The signed-in person when there is one: for open functions and the layout.</summary>
    public static SignedInUser? FindUser(this HttpContext http) =>
        http.Items.TryGetValue(UserKey, out var user) ? (SignedInUser?)user : null;

    internal static void SetUser(this HttpContext http, SignedInUser user) => http.Items[UserKey] = user;

    public static bool IsApi(this HttpRequest request) =>
        request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);

    /// <summary>The version in <c>If-Match: "v3"</c>, null without the header.</summary>
    public static int? ExpectedVersion(this HttpRequest request)
    {
        var header = request.Headers.IfMatch.ToString();
        if (header.Length == 0)
            return null;
        return header.StartsWith("\"v", StringComparison.Ordinal) && header.EndsWith('"')
            && int.TryParse(
                header.AsSpan(2, header.Length - 3), NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? version
            : throw new RequestRefusedException(
                StatusCodes.Status400BadRequest, new Refusal(WebRefusals.VersionMalformed));
    }

    /// <summary>The caller's <c>Idempotency-Key</c>, null without the header.</summary>
    public static string? IdempotencyKey(this HttpRequest request)
    {
        var key = request.Headers["Idempotency-Key"].ToString();
        if (key.Length == 0)
            return null;
        return Keys.IsValid(key)
            ? key
            : throw new RequestRefusedException(StatusCodes.Status400BadRequest, new Refusal(WebRefusals.KeyMalformed));
    }
}

/// <summary>What an idempotency key may look like, from a form or a caller.</summary>
public static class Keys
{
    private const int Longest = 100;

    /// <summary>A key for a form that is shown for the first time, or that has to be sent once more.</summary>
    public static string NewKey(this TimeProvider clock) => Guid.CreateVersion7(clock.GetUtcNow()).ToString("N");

    public static bool IsValid(string key) =>
        key.Length is > 0 and <= Longest && key.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_');
}
