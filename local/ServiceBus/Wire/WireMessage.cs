using Amqp;
using Amqp.Framing;
using Amqp.Types;
using Oversight.Local.ServiceBus.Queues;
using Oversight.Local.ServiceBus.Storage;

namespace Oversight.Local.ServiceBus.Wire;

/// <summary>Messages as they are sent and received, and what a broker writes on them.</summary>
internal static class WireMessage
{
    /// <summary>One transfer that holds many encoded messages.</summary>
    private const uint BatchFormat = 0x80013700;

    private const int Scheduled = 2;

    private static readonly Symbol EnqueuedTime = "x-opt-enqueued-time";
    private static readonly Symbol SequenceNumber = "x-opt-sequence-number";
    private static readonly Symbol LockedUntil = "x-opt-locked-until";
    private static readonly Symbol MessageState = "x-opt-message-state";

    /// <summary>The messages of one transfer.</summary>
    public static IReadOnlyList<byte[]> Unpack(Message transfer) => (transfer.Format, transfer.BodySection) switch
    {
        (BatchFormat, DataList many) => [.. Enumerable.Range(0, many.Count).Select(i => many[i].Binary)],
        (BatchFormat, Data one) => [one.Binary],
        _ => [MessageContent.Encode(transfer)],
    };

    /// <summary>As it goes to a receiver; the client counts the delivery under way itself.</summary>
    public static LockedMessage ForDelivery(StoredMessage stored, Guid token, DateTimeOffset lockedUntil)
    {
        var message = Stamp(stored, Math.Max(0, stored.Deliveries - 1));
        message.MessageAnnotations[LockedUntil] = lockedUntil.UtcDateTime;
        return new LockedMessage(token, message);
    }

    public static byte[] ForPeeking(StoredMessage stored, bool scheduled)
    {
        var message = Stamp(stored, stored.Deliveries);
        if (scheduled)
            message.MessageAnnotations[MessageState] = Scheduled;
        return MessageContent.Encode(message);
    }

    private static Message Stamp(StoredMessage stored, int deliveries)
    {
        var message = MessageContent.Decode(stored.Content);
        message.Header ??= new();
        message.Header.DeliveryCount = (uint)deliveries;
        message.MessageAnnotations ??= new();
        message.MessageAnnotations[SequenceNumber] = stored.Number;
        message.MessageAnnotations[EnqueuedTime] = stored.Enqueued.UtcDateTime;
        return message;
    }
}
