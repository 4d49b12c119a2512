using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Oversight.Host.Tests.Http;

/// <summary>Says which function took the request and what it was given.</summary>
public sealed class RoutingFunctions
{
    [Function("Home")]
    public IResult Home(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "{ignored:maxlength(0)?}")]
        HttpRequest request) =>
        Say("Home");

    [Function("B_Number")]
    public IResult Number(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "saker/{id:int:min(1)}")] HttpRequest request,
        int id) =>
        Say($"Number {id}");

    [Function("c_Guid")]
    public Task<IResult> ById(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "saker/{id:guid}")] HttpRequest request, Guid id,
        CancellationToken cancellation) =>
        Task.FromResult(Say($"Guid {id} {cancellation.CanBeCanceled}"));

    [Function("D_Day")]
    public IResult Day(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "dagar/{day:datetime}")] HttpRequest request,
        string day, FunctionContext context) =>
        Say($"Day {day} {context.FunctionDefinition.Name} {context.GetHttpContext() == request.HttpContext}");

    [Function("E_Page")]
    public async Task<IResult> Page(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "sidor/{page:int?}")] HttpRequest request, int? page)
    {
        await Task.Yield();
        return Say($"Page {page?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "-"}");
    }

    [Function("F_Code")]
    public IResult Code(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get",
            Route = "koder/{org:regex(^[a-z][a-z0-9-]{{1,20}}$)}/{kind=stream}")] HttpRequest request,
        string org,
        string kind) => Say($"Code {org} {kind}");

    [Function("G_Length")]
    public IResult Length(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get",
            Route = "koder/{word:length(3)}/x/{letters:alpha:maxlength(4)}")] HttpRequest request,
        string word,
        string letters) => Say($"Length {word} {letters}");

    [Function("H_Write")]
    public async Task Write(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", "delete", Route = "saker/{id:int}")] HttpRequest request,
        int id) =>
        await request.HttpContext.Response.WriteAsync($"Write {id}");

    [Function("NamedRoute")]
    public IResult Named([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) => Say("Named");

    [Function("ZzzFallback")]
    public IResult Fallback(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "{*path}")] HttpRequest request, string? path) =>
        Say($"Fallback {path}");

    private static IResult Say(string text) => Results.Text(text);
}
