using Microsoft.Extensions.Diagnostics.HealthChecks;
using Oversight.Functions.Messaging;
using Oversight.Functions.Telemetry;
using Oversight.Functions.Web.Health;

namespace Oversight.Functions.Maintenance.Messages;

/// <summary>Whether Service Bus answers.</summary>
internal sealed class MessageHealth(DeadLetters deadLetters) : HealthPart
{
    protected override async Task<HealthCheckResult> LookAsync(CancellationToken cancellation)
    {
        await deadLetters.ListAsync(QueueNames.Jobs, most: 1, cancellation);
        return HealthCheckResult.Healthy();
    }
}

/// <summary>How many messages were put aside, over all queues.</summary>
internal sealed class DeadLetterHealth(DeadLetters deadLetters) : HealthPart
{
    protected override async Task<HealthCheckResult> LookAsync(CancellationToken cancellation)
    {
        var count = await deadLetters.CountAsync(cancellation);
        Measures.MessagesAsideFound(count);
        return Counted(count);
    }
}
