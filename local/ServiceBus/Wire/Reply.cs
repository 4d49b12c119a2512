using Amqp;
using Amqp.Framing;
using Amqp.Types;

namespace Oversight.Local.ServiceBus.Wire;

/// <summary>An answer on a management link or on <c>$cbs</c>: a status as in HTTP.</summary>
internal sealed record Reply(int Status, Map? Body = null, Error? Error = null)
{
    public static readonly Reply Ok = new(200);
    public static readonly Reply Accepted = new(202);
    public static readonly Reply NoContent = new(204);

    public static Reply Refused(int status, Error error) => new(status, null, error);

    public Message ToMessage(object requestId)
    {
        var message = new Message
        {
            Properties = new(),
            ApplicationProperties = new(),
            BodySection = new AmqpValue { Value = Body ?? (object)"" },
        };
        message.Properties.SetCorrelationId(requestId);
        var properties = message.ApplicationProperties;

        // $cbs reads the one spelling, $management the other.
        properties["status-code"] = properties["statusCode"] = Status;
        properties["status-description"] = properties["statusDescription"] = Error?.Description ?? "OK";
        if (Error is not null)
            properties["errorCondition"] = Error.Condition;
        return message;
    }
}
