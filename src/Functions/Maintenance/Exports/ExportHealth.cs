using Microsoft.Extensions.Diagnostics.HealthChecks;
using Oversight.Functions.Storage;
using Oversight.Functions.Web.Health;

namespace Oversight.Functions.Maintenance.Exports;

/// <summary>
/// Whether the latest whole export is of the last two days; in a new installation, whether the first has become whole.
/// </summary>
internal sealed class ExportHealth(ExportStore exports, PlatformClock clock) : HealthPart
{
    private static readonly TimeSpan TooOld = TimeSpan.FromHours(50);

    protected override async Task<HealthCheckResult> LookAsync(CancellationToken cancellation)
    {
        var whole = await exports.WholeAsync(cancellation);
        var since = whole is [var latest, ..]
            ? (await exports.FindAsync(latest, cancellation))?.FinishedAt
            : (await exports.UnderWayAsync(cancellation))?.Progress.StartedAt;
        return since is { } instant && clock.Now - instant > TooOld
            ? HealthCheckResult.Degraded()
            : HealthCheckResult.Healthy();
    }
}
