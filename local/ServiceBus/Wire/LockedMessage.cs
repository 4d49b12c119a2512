using Amqp;

namespace Oversight.Local.ServiceBus.Wire;

/// <summary>A message that leaves under a lock.</summary>
internal sealed class LockedMessage : Message
{
    public LockedMessage(Guid token, Message message)
    {
        Token = token;
        (Header, MessageAnnotations, Properties) = (message.Header, message.MessageAnnotations, message.Properties);
        (ApplicationProperties, BodySection, Footer) = (message.ApplicationProperties, message.BodySection,
            message.Footer);
    }

    public Guid Token { get; }
}
