using Microsoft.Extensions.Diagnostics.HealthChecks;
using Oversight.Functions.Web.Health;

namespace Oversight.Functions.Waiting;

/// <summary>Streams whose loop has failed for good, cannot be worked out, or has not looked for long.</summary>
internal sealed class WaitingHealth(LoopRows loops, WaitingLists waiting, UnseenMarks unseen) : HealthPart
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(15);

    protected override async Task<HealthCheckResult> LookAsync(CancellationToken cancellation)
    {
        var failed = await loops.FailedAsync(cancellation);
        var stuck = await waiting.StuckAsync(cancellation);
        var late = await unseen.OlderThanAsync(Long, cancellation);
        return Counted(failed.Union(stuck.Select(row => row.StreamId)).Union(late).Count());
    }
}
