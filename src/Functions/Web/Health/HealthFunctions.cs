using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Oversight.Functions.Identity;

namespace Oversight.Functions.Web.Health;

public sealed class HealthFunctions(HealthReport report)
{
    [Function("Health_Get")]
    [Open("Read by the platform's monitoring, which signs in nowhere. Counts and states only.")]
    public async Task<IResult> Get(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/health")] HttpRequest request,
        CancellationToken cancellation)
    {
        var health = await report.MakeAsync(cancellation);
        return ApiResult.Json(
            health, status: health.Status == HealthState.Down ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK);
    }
}

/// <summary>What <c>/api/health</c> answers: the worst state, and each part's.</summary>
public sealed record HealthAnswer(HealthState Status, IReadOnlyDictionary<string, HealthFinding> Parts);
