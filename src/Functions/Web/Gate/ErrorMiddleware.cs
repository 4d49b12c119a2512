using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Logging;
using Oversight.Functions.Dependencies;
using Oversight.Functions.Storage;

namespace Oversight.Functions.Web.Gate;

/// <summary>
/// Outermost. Executes the function's result inside the try, so that a page that fails to render is caught too, and the
/// worker has nothing left to serialise.
/// </summary>
internal sealed class ErrorMiddleware(ILogger<ErrorMiddleware> logger) : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is not { } http)
        {
            await next(context);
            return;
        }

        try
        {
            await next(context);
            if (context.GetInvocationResult().Value is IResult result)
            {
                context.GetInvocationResult().Value = Results.Empty;
                await result.ExecuteAsync(http);
            }
        }
        catch (Exception failure) when (Cause(failure) is OperationCanceledException
            && http.RequestAborted.IsCancellationRequested)
        {
            context.GetInvocationResult().Value = Results.Empty;
        }
        catch (Exception failure) when (!http.Response.HasStarted)
        {
            context.GetInvocationResult().Value = Results.Empty;
            await AnswerAsync(http, Cause(failure), context.FunctionDefinition.Name);
        }
        catch (Exception failure)
        {
            WebLog.FailedHalfway(logger, Cause(failure), context.FunctionDefinition.Name);
            context.GetInvocationResult().Value = Results.Empty;
            http.Abort();
        }
    }

    /// <summary>The worker hands on what a function threw inside an AggregateException.</summary>
    private static Exception Cause(Exception failure) =>
        failure is AggregateException { InnerExceptions: [var only] } ? Cause(only) : failure;

    private async Task AnswerAsync(HttpContext http, Exception failure, string function)
    {
        http.Response.Clear();
        SecurityHeaders.Set(http.Response);
        if (failure is DependencyUnavailableException { Dependency: var away })
        {
            WebLog.Unavailable(logger, failure, function, away);
            await (await GateAnswers.UnavailableAsync(http, away)).ExecuteAsync(http);
            return;
        }

        var (status, refusal) = Judge(http, failure);
        switch (status)
        {
            case >= 500:
                WebLog.FunctionFailed(logger, failure, function);
                break;
            default:
                WebLog.RequestRefused(logger, function, status, refusal.Code);
                break;
        }

        await GateAnswers.For(http, status, refusal).ExecuteAsync(http);
    }

    private static (int Status, Refusal Refusal) Judge(HttpContext http, Exception failure) => failure switch
    {
        RequestRefusedException refused => (refused.Status, refused.Refusal),
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => TooLarge(http),
        BadHttpRequestException bad => (bad.StatusCode, new Refusal(WebRefusals.Malformed)),
        PrivateEntryTakenException => (StatusCodes.Status422UnprocessableEntity, new Refusal(WebRefusals.KeyReused)),
        _ => (StatusCodes.Status500InternalServerError, new Refusal(WebRefusals.Failed)),
    };

    private static (int Status, Refusal Refusal) TooLarge(HttpContext http)
    {
        var refused = BodyLimits.TooLarge(BodyLimits.For(http.Request));
        return (refused.Status, refused.Refusal);
    }
}
