using Azure.Messaging.ServiceBus;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.Azure.Amqp;
using Microsoft.Azure.Amqp.Encoding;
using Oversight.Local.Settling;

namespace Oversight.Local.Host.Messaging;

/// <summary>
/// Functions settle their messages here; what Service Bus refuses comes back to them as a failed call.
/// </summary>
internal sealed class SettlementService(HeldMessages held) : Settlement.SettlementBase
{
    public override Task<Empty> Complete(CompleteRequest request, ServerCallContext context) =>
        SettleAsync(request.Locktoken,
            message => message.CompleteMessageAsync(message.Message, context.CancellationToken));

    public override Task<Empty> Abandon(AbandonRequest request, ServerCallContext context) =>
        SettleAsync(request.Locktoken, message => message.AbandonMessageAsync(
            message.Message, Decode(request.PropertiesToModify), context.CancellationToken));

    public override Task<Empty> Deadletter(DeadletterRequest request, ServerCallContext context) =>
        SettleAsync(request.Locktoken, message => message.DeadLetterMessageAsync(
            message.Message,
            Decode(request.PropertiesToModify),
            request.DeadletterReason,
            request.DeadletterErrorDescription,
            context.CancellationToken));

    public override async Task<Empty> RenewMessageLock(RenewMessageLockRequest request, ServerCallContext context)
    {
        var message = Find(request.Locktoken).Message;
        await message.RenewMessageLockAsync(message.Message, context.CancellationToken);
        return new Empty();
    }

    private HeldMessages.Held Find(string lockToken) => held.Find(lockToken)
        ?? throw new RpcException(
            new Status(StatusCode.FailedPrecondition, "No message is held under that lock token."));

    private async Task<Empty> SettleAsync(string lockToken, Func<ProcessMessageEventArgs, Task> settle)
    {
        var found = Find(lockToken);
        try
        {
            await settle(found.Message);
        }
        catch (ServiceBusException refused)
        {
            throw new RpcException(new Status(StatusCode.FailedPrecondition, refused.Reason.ToString()));
        }

        found.Settled = true;
        return new Empty();
    }

    /// <summary>Never null: the client takes none when a message is put aside.</summary>
    private static Dictionary<string, object> Decode(ByteString properties)
    {
        if (properties.IsEmpty)
            return [];
        var bytes = properties.ToByteArray();
        using var buffer = new ByteBuffer(bytes, 0, bytes.Length);
        return AmqpCodec.DecodeMap(buffer).ToDictionary(pair => pair.Key.ToString()!, pair => pair.Value);
    }
}
