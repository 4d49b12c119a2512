using Amqp;
using Amqp.Framing;
using Amqp.Types;
using Oversight.Local.ServiceBus.Storage;

namespace Oversight.Local.ServiceBus.Wire;

/// <summary>Messages as bytes, and what a broker writes on them.</summary>
internal static class WireMessage
{
    /// <summary>One transfer that holds many encoded messages.</summary>
    private const uint BatchFormat = 0x80013700;

    private const int Scheduled = 2;

    private static readonly Symbol EnqueuedTime = "x-opt-enqueued-time";
    private static readonly Symbol SequenceNumber = "x-opt-sequence-number";
    private static readonly Symbol LockedUntil = "x-opt-locked-until";
    private static readonly Symbol ScheduledTime = "x-opt-scheduled-enqueue-time";
    private static readonly Symbol MessageState = "x-opt-message-state";

    /// <summary>The messages of one transfer.</summary>
    public static IReadOnlyList<byte[]> Unpack(Message transfer) => (transfer.Format, transfer.BodySection) switch
    {
        (BatchFormat, DataList many) => [.. Enumerable.Range(0, many.Count).Select(i => many[i].Binary)],
        (BatchFormat, Data one) => [one.Binary],
        _ => [Encode(transfer)],
    };

    public static byte[] Encode(Message message)
    {
        message.DeliveryAnnotations = null;
        var buffer = message.Encode();
        return buffer.Buffer.AsSpan(buffer.Offset, buffer.Length).ToArray();
    }

    public static DateTimeOffset? ScheduledFor(byte[] content) =>
        Decode(content).MessageAnnotations?[ScheduledTime] is DateTime at ? new DateTimeOffset(at, TimeSpan.Zero) : null;

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
        return Encode(message);
    }

    /// <summary>With application properties added or changed.</summary>
    public static StoredMessage With(this StoredMessage stored, IReadOnlyDictionary<string, object?> properties)
    {
        if (properties.Count == 0)
            return stored;
        var message = Decode(stored.Content);
        message.ApplicationProperties ??= new();
        foreach (var (name, value) in properties)
            message.ApplicationProperties[name] = value;
        return stored with { Content = Encode(message) };
    }

    private static Message Decode(byte[] content) => Message.Decode(new ByteBuffer(content, 0, content.Length, content.Length));

    private static Message Stamp(StoredMessage stored, int deliveries)
    {
        var message = Decode(stored.Content);
        message.Header ??= new();
        message.Header.DeliveryCount = (uint)deliveries;
        message.MessageAnnotations ??= new();
        message.MessageAnnotations[SequenceNumber] = stored.Number;
        message.MessageAnnotations[EnqueuedTime] = stored.Enqueued.UtcDateTime;
        return message;
    }
}
