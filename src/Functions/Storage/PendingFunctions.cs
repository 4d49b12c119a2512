using Microsoft.Azure.Functions.Worker;
using Oversight.Functions.Identity;

namespace Oversight.Functions.Storage;

public sealed class PendingFunctions(PendingWorker worker, PrivateTextSweep texts)
{
    [Function("Pending_WorkOff")]
    [Open("No person: makes up for requests that broke off.")]
    public async Task WorkOff([TimerTrigger("0 * * * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        await worker.WorkOffDueAsync(cancellation);
        await texts.RunDueAsync(cancellation);
    }
}
