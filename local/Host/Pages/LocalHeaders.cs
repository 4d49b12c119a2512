namespace Oversight.Local.Host.Pages;

/// <summary>What every answer of the host's own carries, pages and bare refusals alike.</summary>
internal static class LocalHeaders
{
    private const string NothingFromElsewhere = "default-src 'none'; base-uri 'none'; frame-ancestors 'none'";

    public static Task AddAsync(HttpContext http, RequestDelegate next)
    {
        Add(http.Response);
        return next(http);
    }

    public static void Add(HttpResponse response)
    {
        var headers = response.Headers;
        headers.CacheControl = "no-store";
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers.ContentSecurityPolicy = NothingFromElsewhere;
    }
}
