using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Oversight.Functions.Dependencies;
using Oversight.Functions.Storage;

namespace Oversight.Functions.Web;

/// <summary>
/// Writes refusals as application/problem+json; the texts come from the catalogue when the answer is written.
/// </summary>
internal sealed class ProblemResult(int status, IReadOnlyList<Refusal> refusals) : IResult, IStatusCodeHttpResult
{
    public int? StatusCode => status;

    /// <summary>What does not answer.</summary>
    public Dependency? Away { get; init; }

    public int? Version { get; init; }

    public object? Current { get; init; }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var catalogue = httpContext.RequestServices.GetRequiredService<RefusalCatalogue>();
        var first = refusals[0];
        var problem = new ProblemDetails
        {
            Type = $"urn:oversight:problem:{first.Code}",
            Title = catalogue.Text(first),
            Status = status,
            Detail = Away?.DoesNotAnswer(),
            Extensions = { ["code"] = first.Code, ["errors"] = Errors(catalogue) },
        };
        if (Away is { } dependency)
            problem.Extensions["dependency"] = dependency.Code();
        if (Version is { } version)
            problem.Extensions["version"] = version;
        if (Current is not null)
            problem.Extensions["current"] = Current;

        var response = httpContext.Response;
        response.StatusCode = status;
        if (Version is { } stands)
            response.Headers.ETag = ApiResult.ETag(stands);
        if (Away is not null)
            RetryLater.Set(response);
        await response.WriteAsJsonAsync(
            problem, StoredJson.Options, "application/problem+json; charset=utf-8", httpContext.RequestAborted);
    }

    private Dictionary<string, List<ProblemReason>> Errors(RefusalCatalogue catalogue) => refusals
        .GroupBy(refusal => refusal.Field ?? "")
        .ToDictionary(
            group => group.Key,
            group => group.Select(refusal => new ProblemReason(refusal.Code, catalogue.Text(refusal))).ToList());
}

/// <summary>One reason of a no.</summary>
internal sealed record ProblemReason(string Code, string Message);
