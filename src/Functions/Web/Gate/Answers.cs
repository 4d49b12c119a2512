using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace Oversight.Functions.Web.Gate;

/// <summary>The edge's own answers: a page for a browser, problem details for a caller of the API.</summary>
internal static class Answers
{
    public const int RetryAfterSeconds = 15;

    public static IResult For(HttpContext http, int status, Refusal refusal)
    {
        var retryAfter = status == StatusCodes.Status503ServiceUnavailable ? RetryAfterSeconds : (int?)null;
        if (http.Request.IsApi())
            return Problems.From(status, refusal, retryAfter);
        if (retryAfter is { } seconds)
            http.Response.Headers.RetryAfter = $"{seconds}";
        return status switch
        {
            StatusCodes.Status403Forbidden when refusal.Code == WebRefusals.Forbidden => Pages.Forbidden(),
            StatusCodes.Status404NotFound => Pages.NotFound(),
            _ => Pages.Message(status, Title(status), http.RequestServices.GetRequiredService<RefusalCatalogue>().Text(refusal)),
        };
    }

    /// <summary>Ends the invocation here; the error middleware executes the result.</summary>
    public static Task With(FunctionContext context, IResult result)
    {
        context.GetInvocationResult().Value = result;
        return Task.CompletedTask;
    }

    private static string Title(int status) => status switch
    {
        StatusCodes.Status403Forbidden => "Det gick inte att ta emot",
        StatusCodes.Status413PayloadTooLarge => "För stort",
        StatusCodes.Status503ServiceUnavailable => "Vi når inte lagringen just nu",
        >= 500 => "Något gick fel",
        _ => "Det gick inte att läsa",
    };
}
