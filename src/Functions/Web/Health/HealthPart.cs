using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Oversight.Functions.Dependencies;

namespace Oversight.Functions.Web.Health;

/// <summary>
/// One thing the application cannot do without, looked at for a second at most; a failure is Unhealthy. Says how it is,
/// never where it is or how it is reached.
/// </summary>
internal abstract class HealthPart : IHealthCheck
{
    internal const string Count = "count";

    public Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Bounded.AskAsync(Bounded.BesideThePoint, () => LookAsync(cancellationToken), cancellationToken);

    protected abstract Task<HealthCheckResult> LookAsync(CancellationToken cancellation);

    /// <summary>Works, but somebody should look when there are any.</summary>
    protected static HealthCheckResult Counted(int count)
    {
        var data = new Dictionary<string, object> { [Count] = count };
        return count == 0 ? HealthCheckResult.Healthy(data: data) : HealthCheckResult.Degraded(data: data);
    }
}

internal static class HealthServices
{
    /// <param name="name">
    /// A key in the answer: <c>tables</c>, <c>deadLetters</c>. A contract with those who watch.
    /// </param>
    public static IServiceCollection AddHealthPart<T>(this IServiceCollection services, string name)
        where T : HealthPart
    {
        services.AddHealthChecks().AddCheck<T>(name);
        return services;
    }
}
