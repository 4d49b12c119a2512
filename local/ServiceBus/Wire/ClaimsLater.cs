using Amqp;
using Amqp.Sasl;
using Amqp.Types;

namespace Oversight.Local.ServiceBus.Wire;

/// <summary>The official client's own SASL mechanism: nothing is proved here, a token follows on <c>$cbs</c>.</summary>
internal sealed class ClaimsLater() : SaslProfile(Name)
{
    public static readonly Symbol Name = "MSSBCBS";

    protected override ITransport UpgradeTransport(ITransport transport) => transport;

    protected override DescribedList GetStartCommand(string hostname) => null!;

    protected override DescribedList OnCommand(DescribedList command) =>
        command is SaslInit ? new SaslOutcome { Code = SaslCode.Ok } : null!;
}
