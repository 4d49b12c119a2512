using Amqp.Framing;
using Amqp.Listener;
using Microsoft.Extensions.Logging;
using Oversight.Local.ServiceBus.Queues;
using Oversight.Local.ServiceBus.Storage;

namespace Oversight.Local.ServiceBus.Wire;

/// <summary>
/// A client receives from a queue or its dead letters. When it leaves, its locks hold on, as in Azure.
/// </summary>
internal sealed class ReceiveLink(Entity entity, ListenerLink link, ILogger logger) : LinkEndpoint, IReceiver
{
    private readonly Lock _gate = new();

    /// <summary>How many messages the client still takes.</summary>
    private int _open;

    /// <summary>What the library believes of it: it forgets the rest when a flow brings nothing new.</summary>
    private int _believed;

    private int _taken;

    public bool Deletes => link.SettleOnSend;

    public bool TryTakeCredit()
    {
        lock (_gate)
        {
            if (_open <= _taken)
                return false;
            _taken++;
            return true;
        }
    }

    public void GiveCreditBack()
    {
        lock (_gate)
            _taken--;
    }

    public bool TrySend(StoredMessage message, Guid token, DateTimeOffset lockedUntil)
    {
        lock (_gate)
        {
            _taken--;
            _open--;
            _believed--;
        }

        SessionWindow.Open(link.Session);
        return !link.IsClosed
            && Answers.TrySay(logger, () => link.SendMessage(WireMessage.ForDelivery(message, token, lockedUntil)));
    }

    public override void OnFlow(FlowContext flowContext)
    {
        SessionWindow.Open(link.Session);
        lock (_gate)
        {
            _open = _believed + flowContext.Messages;
            _believed = flowContext.Messages > 0 ? _open : 0;
            if (link.IsDraining)
                (_open, _believed) = (0, 0);
        }

        if (link.IsDraining)
            link.CompleteDrain();
        else
            entity.Dispatcher.Join(this);
    }

    public override void OnDisposition(DispositionContext dispositionContext)
    {
        // The library also says this of everything that is open when the link closes.
        if (Deletes || link.IsClosed)
            return;
        var token = new Guid(dispositionContext.Message.DeliveryTag);
        _ = Answers.AnswerAsync(
            logger,
            () => SettleAsync(token, dispositionContext.DeliveryState),
            error => dispositionContext.Answer(error, logger));
    }

    public override void OnLinkClosed(ListenerLink link, Error error) => entity.Dispatcher.Leave(this);

    private async Task<Error?> SettleAsync(Guid token, DeliveryState state) => state switch
    {
        Accepted => WireError.For(await entity.CompleteAsync(token).ConfigureAwait(false)),
        Released => WireError.For(await entity.ReleaseAsync(token).ConfigureAwait(false)),
        Modified { UndeliverableHere: true } => WireError.NotImplemented("deferral"),
        Modified modified => WireError.For(
            await entity.AbandonAsync(token, Properties.Of(modified.MessageAnnotations)).ConfigureAwait(false)),
        Rejected rejected => WireError.For(
            await entity.DeadLetterAsync(token, Properties.Of(rejected.Error?.Info)).ConfigureAwait(false)),
        _ => WireError.NotImplemented(state?.GetType().Name ?? "a settlement without an outcome"),
    };
}
