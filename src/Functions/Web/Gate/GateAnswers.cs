using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Oversight.Functions.Dependencies;

namespace Oversight.Functions.Web.Gate;

/// <summary>The edge's own answers: a page for a browser, problem details for a caller of the API.</summary>
internal static class GateAnswers
{
    public static IResult For(HttpContext http, int status, Refusal refusal)
    {
        if (http.Request.IsApi())
            return Problems.From(status, refusal);
        return status switch
        {
            StatusCodes.Status403Forbidden when refusal.Code == WebRefusals.Forbidden => Pages.Forbidden(),
            StatusCodes.Status404NotFound => Pages.NotFound(),
            _ => Pages.Message(
                status, Title(status), http.RequestServices.GetRequiredService<RefusalCatalogue>().Text(refusal)),
        };
    }

    /// <summary>Nothing was done: what is away, and when to try again.</summary>
    public static async Task<IResult> UnavailableAsync(HttpContext http, Dependency away)
    {
        if (http.Request.IsApi())
            return Problems.Unavailable(away);
        RetryLater.Set(http.Response);
        const string Title = "Systemet svarar inte just nu";
        var text = $"{away.DoesNotAnswer()} Försök igen om en stund.";
        return await KeptForm.AnswerAsync(http, StatusCodes.Status503ServiceUnavailable, Title, text)
            ?? Pages.Message(StatusCodes.Status503ServiceUnavailable, Title, text);
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
        >= 500 => "Något gick fel",
        _ => "Det gick inte att läsa",
    };
}
