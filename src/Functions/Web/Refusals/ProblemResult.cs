using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Oversight.Functions.Dependencies;
using Oversight.Functions.Storage;

namespace Oversight.Functions.Web;

/// <summary>Writes refusals as application/problem+json; the texts come from the catalogue when the answer is written.</summary>
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
        var problem = new JsonObject
        {
            ["type"] = $"urn:oversight:problem:{first.Code}",
            ["title"] = catalogue.Text(first),
            ["status"] = status,
            ["code"] = first.Code,
            ["errors"] = Errors(catalogue),
        };
        if (Away is { } dependency)
            (problem["detail"], problem["dependency"]) = (dependency.DoesNotAnswer(), dependency.Code());
        if (Version is { } version)
            problem["version"] = version;
        if (Current is not null)
            problem["current"] = JsonSerializer.SerializeToNode(Current, Current.GetType(), StoredJson.Options);

        var response = httpContext.Response;
        response.StatusCode = status;
        response.ContentType = "application/problem+json; charset=utf-8";
        if (Version is { } stands)
            response.Headers.ETag = ApiResult.ETag(stands);
        if (Away is not null)
            RetryLater.Set(response);
        await response.WriteAsync(problem.ToJsonString(StoredJson.Options), httpContext.RequestAborted);
    }

    private JsonObject Errors(RefusalCatalogue catalogue)
    {
        var errors = new JsonObject();
        foreach (var group in refusals.GroupBy(refusal => refusal.Field ?? ""))
        {
            errors[group.Key] = new JsonArray(
                [.. group.Select(refusal => new JsonObject { ["code"] = refusal.Code, ["message"] = catalogue.Text(refusal) })]);
        }

        return errors;
    }
}
