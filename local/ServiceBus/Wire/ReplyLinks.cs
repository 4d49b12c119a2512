using System.Collections.Concurrent;
using Amqp.Framing;
using Amqp.Listener;
using Microsoft.Extensions.Logging;

namespace Oversight.Local.ServiceBus.Wire;

/// <summary>The links on which clients wait for answers, by the address that their requests name.</summary>
internal sealed class ReplyLinks(ILogger logger)
{
    private readonly ConcurrentDictionary<string, ListenerLink> _links = new(StringComparer.Ordinal);

    public LinkEndpoint Add(string address, ListenerLink link)
    {
        _links[address] = link;
        return new ReplyLink(() => _links.TryRemove(KeyValuePair.Create(address, link)));
    }

    public void Send(string? address, Amqp.Message answer)
    {
        if (address is not null && _links.TryGetValue(address, out var link))
            Answers.TrySay(logger, () => link.SendMessage(answer));
    }

    private sealed class ReplyLink(Action closed) : LinkEndpoint
    {
        public override void OnFlow(FlowContext flowContext)
        {
        }

        public override void OnDisposition(DispositionContext dispositionContext)
        {
        }

        public override void OnLinkClosed(ListenerLink link, Error error) => closed();
    }
}
