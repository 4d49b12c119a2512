namespace Oversight.Local.Host.Http;

/// <summary>
/// Who may ask this host for what only it can do: the machine itself, and no page from elsewhere in its browser.
/// </summary>
internal static class SameOrigin
{
    /// <summary>A name that leads here from elsewhere (DNS rebinding) is not one of ours.</summary>
    public static bool IsLoopbackName(HostString host) => host.Host is "localhost" or "127.0.0.1" or "[::1]";

    public static bool Allows(HttpRequest request)
    {
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
            return true;
        if (request.Headers.TryGetValue("Sec-Fetch-Site", out var site))
            return site.ToString() is "same-origin" or "none";
        return !request.Headers.TryGetValue("Origin", out var origin)
            || origin.ToString() == $"{request.Scheme}://{request.Host}";
    }
}
