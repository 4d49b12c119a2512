using Amqp.Listener;
using Microsoft.Extensions.Logging;

namespace Oversight.Local.ServiceBus.Wire;

/// <summary>A client asks, on one link of a pair; <see cref="ReplyLinks"/> has the other.</summary>
internal sealed class RequestLink(Func<Amqp.Message, Task<Reply>> answerAsync, ReplyLinks replies, ILogger logger)
    : LinkEndpoint
{
    public const int Credit = 500;

    public override void OnMessage(MessageContext messageContext)
    {
        var request = messageContext.Message;
        var (id, replyTo) = (request.Properties.GetMessageId(), request.Properties.ReplyTo);
        var reply = Reply.Ok;
        _ = Answers.AnswerAsync(
            logger,
            async () => (reply = await answerAsync(request).ConfigureAwait(false)).Error,
            error => replies.Send(replyTo, (error == reply.Error ? reply : Reply.Refused(500, error!)).ToMessage(id)));
        messageContext.Answer(null, logger);
    }

    public override void OnFlow(FlowContext flowContext)
    {
    }

    public override void OnDisposition(DispositionContext dispositionContext)
    {
    }
}
