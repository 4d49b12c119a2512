using Microsoft.Azure.Functions.Worker;
using Oversight.Functions.Identity;

namespace Oversight.Functions.Storage;

public sealed class PendingFunctions(PendingWorker worker)
{
    [Function("Pending_WorkOff")]
    [Open("No person: makes up for requests that broke off.")]
    public Task WorkOff([TimerTrigger("0 * * * * *")] TimerInfo timer, CancellationToken cancellation) => worker.WorkOffDueAsync(cancellation);
}
