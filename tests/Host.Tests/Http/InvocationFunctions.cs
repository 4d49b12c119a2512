using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace Oversight.Host.Tests.Http;

public sealed class Visit
{
    public Guid Id { get; } = Guid.NewGuid();
}

public sealed class InvocationFunctions(Visit visit)
{
    private int _calls;

    [Function("Calls")]
    public IResult Calls([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "calls")] HttpRequest request)
    {
        var ofRequest = (Visit)request.HttpContext.RequestServices.GetService(typeof(Visit))!;
        return Results.Text($"{++_calls} {ofRequest.Id == visit.Id} {visit.Id}");
    }

    [Function("Throws")]
    public IResult Throws([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "throws")] HttpRequest request) =>
        throw new InvalidOperationException(request.Path);

    [Function("RendersAndThrows")]
    public IResult Renders([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "renders")] HttpRequest request) =>
        new Broken();

    [Function("Action")]
    public IActionResult Action(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "action")] HttpRequest request) =>
        new StatusCodeResult(418);

    [Function("Nothing")]
    public void Nothing([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "nothing")] HttpRequest request) =>
        request.HttpContext.Response.Headers["X-Written"] = "yes";

    [Function("Headers")]
    public IResult Headers([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "headers")] HttpRequest request) =>
        Results.Json(
            request.Headers
                .Where(header => header.Key.Contains("MS", StringComparison.OrdinalIgnoreCase)
                    && header.Key != "x-ms-invocation-id")
                .ToDictionary(h => h.Key, h => h.Value.ToString()));

    [Function("Length")]
    public async Task<IResult> Length(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "length")] HttpRequest request)
    {
        using var memory = new MemoryStream();
        await request.Body.CopyToAsync(memory, request.HttpContext.RequestAborted);
        return Results.Text($"{memory.Length}");
    }

    private sealed class Broken : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.Headers["X-Half"] = "yes";
            throw new InvalidOperationException("rendering");
        }
    }
}

public sealed class OuterMiddleware : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        context.GetHttpContext()!.Response.Headers.Append("X-Order", "outer");
        await next(context);
        if (context.GetHttpContext()!.Request.Query.ContainsKey("replace"))
            context.GetInvocationResult().Value = Results.Text(
                $"replaced {context.GetInvocationResult().Value is not null}", statusCode: 202);
    }
}

public sealed class InnerMiddleware : IFunctionsWorkerMiddleware
{
    public Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        var http = context.GetHttpContext()!;
        http.Response.Headers.Append("X-Order", "inner");
        if (!http.Request.Query.ContainsKey("stop"))
            return next(context);
        context.GetInvocationResult().Value = Results.Text("stopped", statusCode: 401);
        return Task.CompletedTask;
    }
}
