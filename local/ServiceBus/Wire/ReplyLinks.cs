using System.Collections.Concurrent;
using Amqp.Framing;
using Amqp.Listener;
using Microsoft.Extensions.Logging;

namespace Oversight.Local.ServiceBus.Wire;

/// <summary>The links on which clients wait for answers, by the address that their requests name.</summary>
internal sealed class ReplyLinks(ILogger logger)
{
    private readonly ConcurrentDictionary<string, ReplyLink> _links = new(StringComparer.Ordinal);

    public LinkEndpoint Add(string address, ListenerLink link)
    {
        var reply = new ReplyLink(link, logger, closed => _links.TryRemove(KeyValuePair.Create(address, closed)));
        _links[address] = reply;
        return reply;
    }

    public void Send(string? address, Amqp.Message answer)
    {
        if (address is not null && _links.TryGetValue(address, out var link))
            link.Send(answer);
    }

    /// <summary>
    /// One answer after the other, and only as many as the client has given credit for: the library asks for neither.
    /// </summary>
    private sealed class ReplyLink(ListenerLink link, ILogger logger, Action<ReplyLink> closed) : LinkEndpoint
    {
        private readonly Lock _gate = new();
        private readonly Queue<Amqp.Message> _waiting = new();
        private int _open;

        /// <summary>What the library believes of it (see <see cref="ReceiveLink"/>).</summary>
        private int _believed;

        public void Send(Amqp.Message answer)
        {
            lock (_gate)
            {
                _waiting.Enqueue(answer);
                SendWaiting();
            }
        }

        public override void OnFlow(FlowContext flowContext)
        {
            SessionWindow.Open(link.Session);
            lock (_gate)
            {
                _open = _believed + flowContext.Messages;
                _believed = flowContext.Messages > 0 ? _open : 0;
                SendWaiting();
            }
        }

        public override void OnDisposition(DispositionContext dispositionContext)
        {
        }

        public override void OnLinkClosed(ListenerLink link, Error error) => closed(this);

        private void SendWaiting()
        {
            while (_open > 0 && _waiting.TryDequeue(out var answer))
            {
                _open--;
                _believed--;
                SessionWindow.Open(link.Session);
                Answers.TrySay(logger, () => link.SendMessage(answer));
            }
        }
    }
}
