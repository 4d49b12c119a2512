using Azure.Messaging.ServiceBus.Local;

namespace Azure.Messaging.ServiceBus;

public class ServiceBusReceivedMessage
{
    internal const string ReasonProperty = "DeadLetterReason";
    internal const string DescriptionProperty = "DeadLetterErrorDescription";
    private readonly StoredMessage _stored;

    internal ServiceBusReceivedMessage(StoredMessage stored, Guid lockToken, int deliveryCount)
    {
        _stored = stored;
        LockId = lockToken;
        DeliveryCount = deliveryCount;
    }

    public IReadOnlyDictionary<string, object> ApplicationProperties => _stored.Properties;

    public BinaryData Body => _stored.Body;

    public string? ContentType => _stored.ContentType;

    public string MessageId => _stored.MessageId;

    public string? Subject => _stored.Subject;

    public string? DeadLetterReason => _stored.Properties.GetValueOrDefault(ReasonProperty) as string;

    public string? DeadLetterErrorDescription => _stored.Properties.GetValueOrDefault(DescriptionProperty) as string;

    public int DeliveryCount { get; }

    public long SequenceNumber => _stored.SequenceNumber;

    public DateTimeOffset EnqueuedTime => _stored.EnqueuedTime;

    /// <summary>Empty for a message that was only peeked at.</summary>
    internal Guid LockId { get; }
}
