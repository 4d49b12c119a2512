using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Oversight.Functions.Storage;
using Oversight.Functions.Telemetry;

namespace Oversight.Functions.Web.Gate;

/// <summary>
/// Outermost: every function is a span by its name, and pages and calls are measured. Never their address.
/// </summary>
internal sealed class SpanMiddleware(PlatformClock clock) : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        using var span = Tracing.Function(context.FunctionDefinition.Name);
        var started = clock.Provider.GetTimestamp();
        try
        {
            await next(context);
        }
        catch (Exception failure)
        {
            span.Failed(failure);
            throw;
        }

        if (context.GetHttpContext() is not { } http)
            return;
        var status = http.Response.StatusCode;
        span?.SetTag(Tracing.Status, status);
        Measures.Request(context.FunctionDefinition.Name, status, clock.Provider.GetElapsedTime(started));
    }
}
