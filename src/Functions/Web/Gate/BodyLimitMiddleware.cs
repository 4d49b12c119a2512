using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace Oversight.Functions.Web.Gate;

/// <summary>
/// Refuses a body over the limit before it is read; one that hides its length is cut off while it is read.
/// </summary>
internal sealed class BodyLimitMiddleware : IFunctionsWorkerMiddleware
{
    public Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is not { } http)
            return next(context);

        var limit = BodyLimits.For(http.Request);
        if (http.Request.ContentLength > limit && !IsFormWithFiles(http.Request))
            throw BodyLimits.TooLarge(limit);
        if (http.Request.ContentLength is null
            && http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } server)
            server.MaxRequestBodySize = limit;
        return next(context);
    }

    /// <summary>Whoever reads it answers with what was typed.</summary>
    private static bool IsFormWithFiles(HttpRequest request) =>
        !request.IsApi() && MultipartTexts.BoundaryOf(request) is not null;
}
