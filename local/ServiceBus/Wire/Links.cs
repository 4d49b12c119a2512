using Amqp.Framing;
using Amqp.Listener;
using Amqp.Types;
using Microsoft.Extensions.Logging;
using Oversight.Local.ServiceBus.Queues;

namespace Oversight.Local.ServiceBus.Wire;

/// <summary>Finds what a client wants to talk to.</summary>
internal sealed class Links : ILinkProcessor
{
    private const string ManagementSuffix = "/$management";
    private readonly Dictionary<string, Entity> _entities;
    private readonly ReplyLinks _replies;
    private readonly ILogger _logger;

    public Links(IEnumerable<Queue> queues, ILogger logger)
    {
        _entities = queues.SelectMany(q => new[] { q.Active, q.DeadLetters })
            .ToDictionary(e => e.Path, StringComparer.OrdinalIgnoreCase);
        (_replies, _logger) = (new ReplyLinks(logger), logger);
    }

    public void Process(AttachContext attachContext)
    {
        var (link, attach) = (attachContext.Link, attachContext.Attach);
        var address = Path(link.Role ? (attach.Target as Target)?.Address : (attach.Source as Source)?.Address);
        if (Requests(address) is { } answerAsync)
            Pair(attachContext, answerAsync);
        else if (!_entities.TryGetValue(address, out var entity))
            attachContext.Complete(WireError.NotFound(address));
        else if (!link.Role)
            attachContext.Complete(new ReceiveLink(entity, link, _logger), 0);
        else
            Send(attachContext, entity);
    }

    private void Send(AttachContext context, Entity entity)
    {
        if (entity != entity.Queue.Active)
        {
            context.Complete(new Error("amqp:not-allowed") { Description = "Nobody can send to dead letters." });
            return;
        }

        context.Attach.MaxMessageSize = SendLink.MaxBytes;
        context.Complete(new SendLink(entity.Queue, _logger), SendLink.Credit);
    }

    private void Pair(AttachContext context, Func<Amqp.Message, Task<Reply>> answerAsync)
    {
        if (context.Link.Role)
        {
            context.Complete(new RequestLink(answerAsync, _replies, _logger), RequestLink.Credit);
            return;
        }

        context.Attach.SndSettleMode = SenderSettleMode.Settled;
        context.Complete(_replies.Add(((Target)context.Attach.Target).Address, context.Link), 0);
    }

    private Func<Amqp.Message, Task<Reply>>? Requests(string address)
    {
        if (address.Equals("$cbs", StringComparison.OrdinalIgnoreCase))
            return _ => Task.FromResult(Reply.Accepted); // Any token will do.
        return address.EndsWith(ManagementSuffix, StringComparison.OrdinalIgnoreCase)
            && _entities.TryGetValue(address[..^ManagementSuffix.Length], out var entity)
            ? new Management(entity).AnswerAsync
            : null;
    }

    private static string Path(string? address) =>
        (Uri.TryCreate(address, UriKind.Absolute, out var uri) && !uri.IsFile ? uri.AbsolutePath : address ?? "")
            .Trim('/');
}
