using Oversight.Local.ServiceBus;

namespace Oversight.Local.Host.Messaging;

/// <summary><c>GET /.local/messages</c>: how many messages stand where, per queue.</summary>
internal sealed class MessagesEndpoint(Broker broker) : ILocalEndpoints
{
    public void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/.local/messages", () => TypedResults.Ok(new QueueCounts([.. broker.States()
            .Select(state => new QueueCount(state.Queue, state.Waiting, state.Scheduled, state.DeadLettered))])));

    private sealed record QueueCounts(IReadOnlyList<QueueCount> Queues);

    private sealed record QueueCount(string Queue, int Waiting, int Scheduled, int DeadLettered);
}
