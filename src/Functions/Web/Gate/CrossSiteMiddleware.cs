using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Logging;

namespace Oversight.Functions.Web.Gate;

/// <summary>
/// Refuses writes that another site made the browser send. Sec-Fetch-Site decides; browsers without it send Origin;
/// with neither only an API call with a bearer token is let through, because no site can make a browser send that.
/// </summary>
internal sealed class CrossSiteMiddleware(ILogger<CrossSiteMiddleware> logger) : IFunctionsWorkerMiddleware
{
    public Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is not { } http || IsAllowed(http.Request))
            return next(context);

        WebLog.CrossSiteRefused(logger, context.FunctionDefinition.Name, SiteOf(http.Request));
        return GateAnswers.With(context,
            GateAnswers.For(http, StatusCodes.Status403Forbidden, new Refusal(
                SaysNothing(http.Request) ? WebRefusals.OriginMissing : WebRefusals.CrossSite)));
    }

    private static bool SaysNothing(HttpRequest request) =>
        request.IsApi() && request.Headers["Sec-Fetch-Site"].Count == 0 && request.Headers.Origin.Count == 0;

    internal static bool IsAllowed(HttpRequest request)
    {
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)
            || HttpMethods.IsOptions(request.Method))
            return true;
        if (request.Headers["Sec-Fetch-Site"] is { Count: > 0 } site)
            return site == "same-origin" || site == "none";
        if (request.Headers.Origin is { Count: > 0 } origin)
            return RequestOrigin.IsOurs(origin.ToString(), request);
        return request.IsApi() && request.Headers.Authorization.ToString().StartsWith(
            "Bearer ", StringComparison.OrdinalIgnoreCase);
    }

    private static string SiteOf(HttpRequest request) => request.Headers["Sec-Fetch-Site"].ToString() switch
    {
        var known and ("cross-site" or "same-site") => known,
        "" => "-",
        _ => "?",
    };
}
