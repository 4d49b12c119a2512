using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Oversight.Functions.Identity;

namespace Oversight.Functions.Web.Health;

public sealed class HealthFunctions(HealthCheckService checks)
{
    [Function("Health_Get")]
    [Open("Read by the platform's monitoring, which signs in nowhere. Counts and states only.")]
    public async Task<IResult> Get(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/health")] HttpRequest request,
        CancellationToken cancellation)
    {
        var health = HealthAnswer.Of(await checks.CheckHealthAsync(cancellation));
        return ApiResult.Json(
            health, status: health.Status == HealthState.Down
                ? StatusCodes.Status503ServiceUnavailable
                : StatusCodes.Status200OK);
    }
}
