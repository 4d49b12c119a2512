namespace Oversight.Functions.Messaging;

/// <summary>What the health page says about messages: whether the bus answers, and how many were put aside.</summary>
public sealed class MessageHealth(DeadLetters deadLetters)
{
    /// <summary>Dead letters per queue, counted up to <see cref="DeadLetters.MostCounted"/>; throws when the bus does not answer.</summary>
    public async Task<IReadOnlyDictionary<string, int>> CountDeadLettersAsync(CancellationToken cancellation)
    {
        var counts = new Dictionary<string, int>();
        foreach (var queue in QueueNames.All)
            counts[queue] = (await deadLetters.ListAsync(queue, DeadLetters.MostCounted, cancellation)).Count;
        return counts;
    }
}
