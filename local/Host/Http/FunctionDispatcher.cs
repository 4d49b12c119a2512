using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Http.Features;
using Oversight.Local.Host.Rpc;
using Oversight.Local.Host.Worker;
using Yarp.ReverseProxy.Forwarder;

namespace Oversight.Local.Host.Http;

/// <summary>
/// A request as the platform treats it: a bare 404 when no function takes it, an empty 500 when an exception escapes or
/// too much is sent. The body goes to the worker's own server while the invocation goes over the channel, and the
/// worker joins the two.
/// </summary>
internal sealed partial class FunctionDispatcher(
    RouteTable routes, FunctionWorker worker, IHttpForwarder forwarder, TimeProvider clock,
    ILogger<FunctionDispatcher> log)
    : IDisposable
{
    /// <summary>The front's own limit, before any function is asked.</summary>
    public const long PlatformBodyLimit = 104_857_600;

    private const string InvocationId = "x-ms-invocation-id";
    private static readonly ForwarderRequestConfig Patience = new() { ActivityTimeout = TimeSpan.FromSeconds(230) };
    private static readonly Forwarding Transformer = new();

    private readonly HttpMessageInvoker _client = new(new WorkerConnection(clock, new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        AutomaticDecompression = DecompressionMethods.None,
        ActivityHeadersPropagator = null,
    }));

    public async Task DispatchAsync(HttpContext http)
    {
        // Before any function is asked: one that takes every address must not answer for the platform.
        if (IsPlatforms(http.Request.Path))
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        if (routes.Match(http, out var values) is not { } function)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        if (http.Request.ContentLength > PlatformBodyLimit)
        {
            http.Response.StatusCode = StatusCodes.Status500InternalServerError;
            return;
        }

        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = PlatformBodyLimit;
        try
        {
            await RunAsync(function, values, http);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            Abandoned(function.Function.Name);
        }
        catch (Exception failure)
            when (failure is InvocationFailedException or WorkerProcessExitException or DurableEngineAwayException
                or TimeoutException or BrokenForwardException)
        {
            Failed(failure, function.Function.Name);
            if (http.Response.HasStarted)
            {
                http.Abort();
                return;
            }

            http.Response.Clear();
            http.Response.StatusCode = StatusCodes.Status500InternalServerError;
        }
    }

    public void Dispose() => _client.Dispose();

    /// <summary>The platform's own addresses ask for its key, whatever stands behind them.</summary>
    private static bool IsPlatforms(PathString path) =>
        path.StartsWithSegments("/admin") || path.StartsWithSegments("/runtime");

    private async Task RunAsync(HttpFunction function, RouteValueDictionary values, HttpContext http)
    {
        var session = await worker.SessionAsync(http.RequestAborted);
        var request = await worker.NewRequestAsync(function.Function);
        request.InputData.Add(new ParameterBinding
        { Name = function.Trigger.Name, Data = new TypedData { Http = new RpcHttp() } });
        foreach (var (name, value) in values)
        {
            if (Convert.ToString(value, CultureInfo.InvariantCulture) is { } text)
                request.TriggerMetadata[name] = new TypedData { String = text };
        }

        http.Request.Headers[InvocationId] = request.InvocationId;
        var invocation = session.InvokeAsync(request, http.RequestAborted);
        var error = await forwarder.SendAsync(http, session.HttpAddress!.ToString(), _client, Patience, Transformer);
        if (error is ForwarderError.None)
        {
            await invocation;
            return;
        }

        // Without its request the invocation may never end; what became of it matters to nobody any more.
        _ = invocation.ContinueWith(done => _ = done.Exception, TaskScheduler.Default);
        http.RequestAborted.ThrowIfCancellationRequested();
        throw new BrokenForwardException(error, http.Features.Get<IForwarderErrorFeature>()?.Exception);
    }

    [LoggerMessage(9001, LogLevel.Error, "Funktionen {Function} misslyckades")]
    private partial void Failed(Exception failure, string function);

    [LoggerMessage(9002, LogLevel.Debug, "Funktionen {Function} avbröts: den som frågade väntar inte längre")]
    private partial void Abandoned(string function);

    private sealed class BrokenForwardException(ForwarderError error, Exception? inner)
        : Exception($"The request did not reach the worker: {error}.", inner);

    /// <summary>Passes on who asked and under which name, as the platform's front does.</summary>
    private sealed class Forwarding : HttpTransformer
    {
        public override async ValueTask TransformRequestAsync(
            HttpContext httpContext, HttpRequestMessage proxyRequest, string destinationPrefix,
            CancellationToken cancellationToken)
        {
            await base.TransformRequestAsync(httpContext, proxyRequest, destinationPrefix, cancellationToken);
            proxyRequest.Headers.Host = null;
            Set(proxyRequest, "X-Forwarded-For", httpContext.Connection.RemoteIpAddress?.ToString());
            Set(proxyRequest, "X-Forwarded-Host", httpContext.Request.Host.Value);
            Set(proxyRequest, "X-Forwarded-Proto", httpContext.Request.Scheme);
            Set(proxyRequest, "X-Forwarded-Prefix", null);
        }

        private static void Set(HttpRequestMessage request, string name, string? value)
        {
            request.Headers.Remove(name);
            if (value is not null)
                request.Headers.TryAddWithoutValidation(name, value);
        }
    }
}
