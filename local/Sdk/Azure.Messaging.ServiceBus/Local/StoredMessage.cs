namespace Azure.Messaging.ServiceBus.Local;

/// <summary>A message as the queue keeps it; immutable.</summary>
internal sealed record StoredMessage(
    long SequenceNumber,
    string MessageId,
    BinaryData Body,
    string? ContentType,
    string? Subject,
    IReadOnlyDictionary<string, object> Properties,
    DateTimeOffset EnqueuedTime,
    DateTimeOffset? Due,
    int DeliveryCount)
{
    public static StoredMessage From(ServiceBusMessage message, long number, DateTimeOffset now, DateTimeOffset? due) => new(
        number,
        message.MessageId ?? Guid.NewGuid().ToString("N"),
        message.Body,
        message.ContentType,
        message.Subject,
        new Dictionary<string, object>(message.ApplicationProperties),
        due > now ? due.Value : now,
        due > now ? due : null,
        DeliveryCount: 0);

    public StoredMessage With(IDictionary<string, object>? modified)
    {
        if (modified is not { Count: > 0 })
            return this;
        var properties = new Dictionary<string, object>(Properties);
        foreach (var (name, value) in modified)
            properties[name] = value;
        return this with { Properties = properties };
    }
}
