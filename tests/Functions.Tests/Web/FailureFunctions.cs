using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Oversight.Functions.Dependencies;
using Oversight.Functions.Identity;
using Oversight.Functions.Storage;
using Oversight.Functions.Web;

namespace Oversight.Functions.Tests.Web;

/// <summary>Functions that fail in every way a function can.</summary>
public sealed class FailureFunctions
{
    private const string Secret = "hemlig anslutningssträng";

    [Function("Fail_Page")]
    [Open("Fails for a test, where a page is expected.")]
    public static IResult Page(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "fel/{how}")] HttpRequest request,
        string how) =>
        Fail(request, how);

    [Function("Fail_Api")]
    [Open("Fails for a test, where JSON is expected.")]
    public static IResult Api(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "api/fel/{how}")] HttpRequest request,
        string how) =>
        Fail(request, how);

    private static IResult Fail(HttpRequest request, string how)
    {
        request.HttpContext.Response.Headers["X-Half-Done"] = "1";
        return how switch
        {
            "storage" => throw new DependencyUnavailableException(Dependency.Tables, new TimeoutException(Secret)),
            "bad" => throw new BadHttpRequestException(Secret, StatusCodes.Status400BadRequest),
            "refused" =>
                throw new RequestRefusedException(StatusCodes.Status415UnsupportedMediaType,
                    new Refusal(WebRefusals.ContentType, null, "CSV")),
            "render" => Pages.Show<FailingPage>(),
            "result" => Results.Extensions.Failing(),
            _ => throw new InvalidOperationException(Secret),
        };
    }
}

internal static class FailingResults
{
    public static IResult Failing(this IResultExtensions _) => new FailingResult();

    private sealed class FailingResult : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) =>
            throw new InvalidOperationException("hemlig anslutningssträng");
    }
}
