using Azure.Messaging.ServiceBus;
using Microsoft.Azure.Functions.Worker;

namespace Oversight.Host.Tests.Messaging;

public sealed class QueueFunctions(Recorder recorder, TimeProvider clock)
{
    public const string Explicit = "explicit";
    public const string Automatic = "automatic";
    public const string Unsettled = "unsettled";

    [Function("Test_Explicit")]
    public async Task Settle(
        [ServiceBusTrigger(Explicit, Connection = "ServiceBus", AutoCompleteMessages = false)]
        ServiceBusReceivedMessage message,
        ServiceBusMessageActions actions,
        CancellationToken cancellation)
    {
        await recorder.SeenAsync(new Delivery(Explicit, message.MessageId, message.DeliveryCount, clock.GetUtcNow()));
        if (message.Subject == "dead-letter")
            await actions.DeadLetterMessageAsync(message, null, "test.poison", "Says nothing.", cancellation);
        else if (message.Subject == "abandon" && message.DeliveryCount == 1)
            await actions.AbandonMessageAsync(message, new Dictionary<string, object> { ["tried"] = 1 }, cancellation);
        else
            await actions.CompleteMessageAsync(message, cancellation);
    }

    [Function("Test_Automatic")]
    public Task Complete(
        [ServiceBusTrigger(Automatic, Connection = "ServiceBus", AutoCompleteMessages = true)]
        ServiceBusReceivedMessage message) =>
        recorder.SeenAsync(new Delivery(Automatic, message.MessageId, message.DeliveryCount, clock.GetUtcNow()));

    /// <summary>host.json says that messages are not completed by themselves, and nobody does it here.</summary>
    [Function("Test_Unsettled")]
    public Task Forget([ServiceBusTrigger(Unsettled, Connection = "ServiceBus")] ServiceBusReceivedMessage message) =>
        recorder.SeenAsync(new Delivery(Unsettled, message.MessageId, message.DeliveryCount, clock.GetUtcNow()));
}
