using Oversight.Functions.Web.Health;

namespace Oversight.Functions.Messaging;

/// <summary>Whether Service Bus answers.</summary>
public sealed class MessageHealth(DeadLetters deadLetters) : IHealthCheckPart
{
    public string Name => "messages";

    public async Task<HealthFinding> CheckAsync(CancellationToken cancellation)
    {
        await deadLetters.ListAsync(QueueNames.Jobs, most: 1, cancellation);
        return new HealthFinding(HealthState.Good);
    }
}

/// <summary>How many messages were put aside, over all queues.</summary>
public sealed class DeadLetterHealth(DeadLetters deadLetters) : IHealthCheckPart
{
    public string Name => "deadLetters";

    public async Task<HealthFinding> CheckAsync(CancellationToken cancellation)
    {
        var count = await deadLetters.CountAsync(cancellation);
        return new HealthFinding(count == 0 ? HealthState.Good : HealthState.NeedsAttention, count);
    }
}
