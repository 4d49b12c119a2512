using Azure.Storage.Queues;

namespace Oversight.Local.Host.Durable;

/// <summary>
/// The queues of a task hub. A message stays in its queue, invisible, until what it led to is in the next one, and
/// Azurite counts invisible messages too: empty queues mean that nothing is under way. What the engine has put away for
/// long is not waited for.
/// </summary>
internal sealed class DurableQueues(string connectionString, string hub, PutAwayMessages putAway)
{
    private static readonly QueueClientOptions Options = new()
    { Retry = { MaxRetries = 2, Delay = TimeSpan.FromMilliseconds(100) } };
    private readonly QueueClient _control = new(connectionString, $"{hub}-control-00".ToLowerInvariant(), Options);
    private readonly QueueClient _activities = new(connectionString, $"{hub}-workitems".ToLowerInvariant(), Options);

    public string Hub { get; } = hub;

    /// <summary>
    /// Looks at one queue, the other, and the first again: a message that moves from one to the other meanwhile is met
    /// on the way. It can go both ways unseen only if a function starts in between, which the caller looks at.
    /// </summary>
    public async Task<bool> AreEmptyAsync(CancellationToken cancellation) =>
        await IsEmptyAsync(_control, cancellation)
        && await CountAsync(_activities, cancellation) == 0
        && await IsEmptyAsync(_control, cancellation);

    public async Task<(int Control, int Activities)> CountAsync(CancellationToken cancellation) =>
        (await CountAsync(_control, cancellation), await CountAsync(_activities, cancellation));

    private async Task<bool> IsEmptyAsync(QueueClient queue, CancellationToken cancellation) =>
        await CountAsync(queue, cancellation) <= putAway.Count;

    private static async Task<int> CountAsync(QueueClient queue, CancellationToken cancellation) =>
        (await queue.GetPropertiesAsync(cancellation)).Value.ApproximateMessagesCount;
}
