using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Oversight.Functions.Identity;
using Oversight.Functions.Web.Gate;

namespace Oversight.Functions.Web;

/// <summary>
/// Takes what no other function took. Routes are matched in order of function name, so its name must sort last.
/// </summary>
public static class Fallback
{
    [Function("ZzzFallback")]
    [Open("Says that there is no such page, to anybody.")]
    public static IResult NotFound(
        [HttpTrigger(
            AuthorizationLevel.Anonymous, "get", "head", "post", "put", "patch", "delete", "options",
            Route = "{*path}")]
        HttpRequest request) =>
        GateAnswers.For(request.HttpContext, StatusCodes.Status404NotFound, new Refusal(WebRefusals.NotFound));
}
