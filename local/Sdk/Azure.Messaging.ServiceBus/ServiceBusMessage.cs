namespace Azure.Messaging.ServiceBus;

public class ServiceBusMessage
{
    public ServiceBusMessage(BinaryData body) => Body = body;

    /// <summary>A copy to send again: everything the first sender said, nothing of what happened to it on the way.</summary>
    public ServiceBusMessage(ServiceBusReceivedMessage receivedMessage)
    {
        ArgumentNullException.ThrowIfNull(receivedMessage);
        Body = receivedMessage.Body;
        ContentType = receivedMessage.ContentType;
        MessageId = receivedMessage.MessageId;
        Subject = receivedMessage.Subject;
        foreach (var (name, value) in receivedMessage.ApplicationProperties)
        {
            if (name is not (ServiceBusReceivedMessage.ReasonProperty or ServiceBusReceivedMessage.DescriptionProperty))
                ApplicationProperties[name] = value;
        }
    }

    public IDictionary<string, object> ApplicationProperties { get; } = new Dictionary<string, object>();

    internal BinaryData Body { get; }

    public string? ContentType { get; set; }

    public string? MessageId { get; set; }

    public string? Subject { get; set; }
}
