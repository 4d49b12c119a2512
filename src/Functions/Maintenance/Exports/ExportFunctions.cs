using Microsoft.Azure.Functions.Worker;
using Oversight.Functions.Identity;

namespace Oversight.Functions.Maintenance.Exports;

public sealed class ExportFunctions(Exporter exporter)
{
    // Each look goes on with an export that was cut off; when the day's is whole, a look asks nothing.
    [Function("Export_Nightly")]
    [Open("No person: the nightly export, by which the record can be restored.")]
    public Task Nightly([TimerTrigger("0 5/10 * * * *")] TimerInfo timer, CancellationToken cancellation) =>
        exporter.RunDueAsync(cancellation);
}
