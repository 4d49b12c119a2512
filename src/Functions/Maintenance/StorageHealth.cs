using Microsoft.Extensions.Diagnostics.HealthChecks;
using Oversight.Functions.Maintenance.Rebuilding;
using Oversight.Functions.Storage;
using Oversight.Functions.Web.Health;

namespace Oversight.Functions.Maintenance;

/// <summary>The record and its lists can be read.</summary>
internal sealed class TablesHealth(StreamTable streams) : HealthPart
{
    protected override async Task<HealthCheckResult> LookAsync(CancellationToken cancellation)
    {
        await streams.ExistsAsync("health-check", cancellation);
        return HealthCheckResult.Healthy();
    }
}

/// <summary>Files can be read.</summary>
internal sealed class BlobsHealth(Blobs blobs) : HealthPart
{
    protected override async Task<HealthCheckResult> LookAsync(CancellationToken cancellation)
    {
        await blobs.FindAsync("payloads", "health-check", cancellation);
        return HealthCheckResult.Healthy();
    }
}

/// <summary>Changes that should have shown in the lists long ago.</summary>
internal sealed class OldMarksHealth(PendingMarks marks) : HealthPart
{
    protected override async Task<HealthCheckResult> LookAsync(CancellationToken cancellation) =>
        Counted(await marks.CountOldAsync(cancellation));
}

/// <summary>Lists wait for a rebuild, or the latest one left streams out.</summary>
internal sealed class ListsHealth(CompleteLists lists, RebuildTable rebuilds) : HealthPart
{
    protected override async Task<HealthCheckResult> LookAsync(CancellationToken cancellation)
    {
        if ((await lists.IncompleteAsync(cancellation)).Count > 0)
            return HealthCheckResult.Degraded();
        var latest = (await rebuilds.ReadAsync(cancellation)).FirstOrDefault(rebuild => rebuild.IsDone);
        return Counted(latest?.Failed ?? 0);
    }
}
