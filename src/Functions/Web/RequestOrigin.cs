using Microsoft.AspNetCore.Http;

namespace Oversight.Functions.Web;

/// <summary>
/// Where a request came from: scheme, host and port. The platform ends TLS before the worker and says so in a header
/// that no other site can make a browser set.
/// </summary>
public static class RequestOrigin
{
    public static bool IsOurs(string origin, HttpRequest request)
    {
        return Uri.TryCreate(origin, UriKind.Absolute, out var address)
            && Uri.TryCreate($"{Scheme(request)}://{request.Host}", UriKind.Absolute, out var ours)
            && address.Scheme is "http" or "https"
            && (address.Scheme, address.Host, address.Port) == (ours.Scheme, ours.Host, ours.Port);
    }

    public static bool IsSecure(HttpRequest request) =>
        Scheme(request).Equals("https", StringComparison.OrdinalIgnoreCase);

    private static string Scheme(HttpRequest request)
    {
        var told = request.Headers["X-Forwarded-Proto"].ToString().Split(',')[0].Trim();
        return told.Length > 0 ? told : request.Scheme;
    }
}
