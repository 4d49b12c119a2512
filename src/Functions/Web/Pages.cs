using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Oversight.Functions.Web.Components;

namespace Oversight.Functions.Web;

/// <summary>Answers with a page: rendered whole on the server, working without script.</summary>
public static class Pages
{
    /// <param name="parameters">The page's parameters as an anonymous object or a dictionary.</param>
    public static IResult Show<TPage>(object? parameters = null, int status = StatusCodes.Status200OK)
        where TPage : IComponent => Show(typeof(TPage), parameters, status);

    public static IResult Show(Type page, object? parameters, int status) =>
        new RazorComponentResult(page, parameters ?? new { })
        {
            StatusCode = status,
            PreventStreamingRendering = true,
        };

    /// <summary>After a post: the browser reads the next page with GET (303).</summary>
    public static IResult SeeOther(string path) => new SeeOtherResult(path);

    public static IResult NotFound() => Message(
        StatusCodes.Status404NotFound, "Sidan finns inte",
        "Adressen kan vara felskriven, eller så har det du söker flyttats eller tagits bort.");

    public static IResult Forbidden() => Message(
        StatusCodes.Status403Forbidden, "Du har inte tillgång",
        "Din roll eller nämnd ger inte tillgång till det här. Fråga din chef om du behöver det i ditt arbete.");

    /// <summary>A page that says one thing.</summary>
    public static IResult Message(int status, string title, string text) =>
        Show<MessagePage>(new { Title = title, Text = text }, status);

    private sealed class SeeOtherResult(string path) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            httpContext.Response.Headers.Location = path;
            return Task.CompletedTask;
        }
    }
}
