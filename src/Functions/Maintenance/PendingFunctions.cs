using Microsoft.Azure.Functions.Worker;
using Oversight.Functions.Identity;
using Oversight.Functions.Maintenance.Rebuilding;
using Oversight.Functions.Storage;

namespace Oversight.Functions.Maintenance;

public sealed class PendingFunctions(PendingWorker worker, PrivateTextSweep texts, Rebuilder rebuilder)
{
    [Function("Pending_WorkOff")]
    [Open("No person: makes up for requests that broke off.")]
    public async Task WorkOff([TimerTrigger("0 * * * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        await worker.WorkOffDueAsync(cancellation);
        await texts.RunDueAsync(cancellation);
    }

    // On its own, so that neither stops the other.
    [Function("Rebuild_StartDue")]
    [Open("No person: rebuilds the lists after a deploy that changed them.")]
    public Task StartDueRebuild([TimerTrigger("0 * * * * *")] TimerInfo timer, CancellationToken cancellation) =>
        rebuilder.StartDueAsync(cancellation);
}
