using Amqp.Framing;
using Amqp.Listener;
using Microsoft.Extensions.Logging;
using Oversight.Local.ServiceBus.Queues;

namespace Oversight.Local.ServiceBus.Wire;

/// <summary>A client sends to a queue. What it sends is acknowledged when it stands in the table.</summary>
internal sealed class SendLink(Queue queue, ILogger logger) : LinkEndpoint
{
    /// <summary>The standard tier's limit for a message, and for what is sent in one call.</summary>
    public const int MaxBytes = 256 * 1024;

    public const int Credit = 500;

    public override void OnMessage(MessageContext messageContext)
    {
        var contents = WireMessage.Unpack(messageContext.Message);
        if (contents.Sum(c => c.Length) > MaxBytes)
            messageContext.Answer(WireError.TooLarge(MaxBytes), logger);
        else
            _ = Answers.AnswerAsync(logger, () => KeepAsync(contents), error => messageContext.Answer(error, logger));
    }

    public override void OnFlow(FlowContext flowContext)
    {
    }

    public override void OnDisposition(DispositionContext dispositionContext)
    {
    }

    private async Task<Error?> KeepAsync(IReadOnlyList<byte[]> contents) =>
        await queue.SendAsync(contents).ConfigureAwait(false) is null ? WireError.TableAway : null;
}
