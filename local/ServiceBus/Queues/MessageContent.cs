using Amqp;
using Amqp.Types;
using Oversight.Local.ServiceBus.Storage;

namespace Oversight.Local.ServiceBus.Queues;

/// <summary>The AMQP sections of a message as bytes: what a queue reads from them, and what it changes.</summary>
internal static class MessageContent
{
    private static readonly Symbol ScheduledTime = "x-opt-scheduled-enqueue-time";

    public static byte[] Encode(Message message)
    {
        message.DeliveryAnnotations = null;
        var buffer = message.Encode();
        return buffer.Buffer.AsSpan(buffer.Offset, buffer.Length).ToArray();
    }

    public static Message Decode(byte[] content) =>
        Message.Decode(new ByteBuffer(content, 0, content.Length, content.Length));

    public static DateTimeOffset? ScheduledFor(byte[] content) =>
        Decode(content).MessageAnnotations?[ScheduledTime] is DateTime at
            ? new DateTimeOffset(at, TimeSpan.Zero)
            : null;

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
}
