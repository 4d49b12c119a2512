using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Oversight.Local.Host.Functions;

namespace Oversight.Local.Host.Http;

/// <summary>
/// A request as the platform treats it: a bare 404 when no function takes it, an empty 500 when an exception escapes,
/// and its limits on the size of what is sent.
/// </summary>
internal sealed partial class FunctionDispatcher(RouteTable routes, FunctionInvoker invoker, ILogger<FunctionDispatcher> log)
{
    /// <summary>The front's own limit, before any function is asked.</summary>
    public const long PlatformBodyLimit = 104_857_600;

    public async Task DispatchAsync(HttpContext http)
    {
        if (routes.Match(http, out var values) is not { } function)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        if (RefusedForSize(http, function) is { } refusal)
        {
            http.Response.StatusCode = refusal;
            return;
        }

        http.Request.RouteValues = values;
        http.SetEndpoint(new(null, EndpointMetadataCollection.Empty, function.Descriptor.Name));
        try
        {
            var arguments = ParameterBinder.Bind(function, http.Request, values);
            await ExecuteAsync(await invoker.InvokeAsync(function.Descriptor, arguments, http), http);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            Abandoned(function.Descriptor.Name);
        }
        catch (Exception failure)
        {
            Failed(failure, function.Descriptor.Name);
            if (http.Response.HasStarted)
            {
                http.Abort();
                return;
            }

            http.Response.Clear();
            http.Response.StatusCode = StatusCodes.Status500InternalServerError;
        }
    }

    private static async Task ExecuteAsync(object? returned, HttpContext http)
    {
        if (returned is IResult result)
            await result.ExecuteAsync(http);
        else if (returned is IActionResult action)
            await action.ExecuteResultAsync(new ActionContext(http, new RouteData(http.Request.RouteValues), new ActionDescriptor()));
    }

    /// <summary>
    /// Over the front's limit: 413. Over the worker's own (30,000,000 unless the application raises it): the front has already
    /// begun to pass the body on when the worker hangs up, so that a browser gets an empty 500. Only a client that waits for
    /// "100 Continue" is told what the worker says.
    /// </summary>
    private int? RefusedForSize(HttpContext http, HttpFunction function)
    {
        var limit = http.Features.Get<IHttpMaxRequestBodySizeFeature>();
        if (http.Request.ContentLength > PlatformBodyLimit)
            return StatusCodes.Status413PayloadTooLarge;
        if (limit is { MaxRequestBodySize: { } worker } && http.Request.ContentLength > worker && !http.Request.Headers.ContainsKey("Expect"))
        {
            OverWorkerLimit(function.Descriptor.Name, worker);
            return StatusCodes.Status500InternalServerError;
        }

        if (limit is { IsReadOnly: false } && !(limit.MaxRequestBodySize <= PlatformBodyLimit))
            limit.MaxRequestBodySize = PlatformBodyLimit;
        return null;
    }

    [LoggerMessage(1, LogLevel.Error, "Funktionen {Function} misslyckades")]
    private partial void Failed(Exception failure, string function);

    [LoggerMessage(2, LogLevel.Debug, "Funktionen {Function} avbröts: den som frågade väntar inte längre")]
    private partial void Abandoned(string function);

    [LoggerMessage(3, LogLevel.Warning, "Funktionen {Function} fick mer än {Limit} byte, som är arbetarens egen gräns (KestrelServerOptions)")]
    private partial void OverWorkerLimit(string function, long limit);
}
