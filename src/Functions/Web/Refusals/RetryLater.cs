using Microsoft.AspNetCore.Http;

namespace Oversight.Functions.Web;

/// <summary>When whoever met a dependency that is away should try again.</summary>
internal static class RetryLater
{
    private const string Seconds = "15";

    public static void Set(HttpResponse response) => response.Headers.RetryAfter = Seconds;
}
