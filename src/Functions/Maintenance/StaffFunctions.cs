using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using Oversight.Functions.Identity;
using Oversight.Functions.Web;

namespace Oversight.Functions.Maintenance;

/// <summary>Forgets each day whoever of the staff has not signed in for too long.</summary>
public sealed partial class StaffFunctions(
    StaffDirectory directory, StockholmTime time, ILogger<StaffFunctions> logger)
{
    [Function("Staff_Forget")]
    [Open("A timer: no person behind it")]
    public async Task Forget([TimerTrigger("0 40 4 * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        var forgotten = await directory.ForgetAsync(time.Today(), cancellation);
        if (forgotten > 0)
            LogForgotten(forgotten);
    }

    [LoggerMessage(5301, LogLevel.Information, "Forgot {Count} who had not signed in for long")]
    private partial void LogForgotten(int count);
}
