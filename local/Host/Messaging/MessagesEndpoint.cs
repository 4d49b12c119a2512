using Azure.Messaging.ServiceBus.Local;

namespace Oversight.Local.Host.Messaging;

/// <summary><c>GET /.local/messages</c>: how many messages stand where, per queue.</summary>
internal sealed class MessagesEndpoint(LocalMessages messages) : ILocalEndpoints
{
    public void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/.local/messages", () => TypedResults.Ok(new QueueCounts([.. messages.Queues.Select(Count)])));

    private static QueueCount Count(LocalQueue queue)
    {
        var (waiting, scheduled, locked) = queue.Messages.Count();
        var (dead, _, held) = queue.DeadLetters.Count();
        return new QueueCount(queue.Name, waiting + locked, scheduled, dead + held);
    }

    private sealed record QueueCounts(IReadOnlyList<QueueCount> Queues);

    private sealed record QueueCount(string Queue, int Waiting, int Scheduled, int DeadLettered);
}
