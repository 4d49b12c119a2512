using Oversight.Local.Host.Pages;
using Oversight.Local.ServiceBus;

namespace Oversight.Local.Host.Messaging;

/// <summary>
/// <c>GET /.local/messages</c>: where a client connects, and how many messages stand where, per queue.
/// </summary>
internal sealed class MessagesEndpoint(Broker broker) : ILocalEndpoints
{
    public void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/.local/messages", () => TypedResults.Ok(new QueueCounts(
            broker.ConnectionString,
            [.. broker.States()
                .Select(state => new QueueCount(state.Queue, state.Waiting, state.Scheduled, state.DeadLettered))])));

    private sealed record QueueCounts(string ConnectionString, IReadOnlyList<QueueCount> Queues);

    private sealed record QueueCount(string Queue, int Waiting, int Scheduled, int DeadLettered);
}
