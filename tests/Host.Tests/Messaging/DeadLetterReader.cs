using Azure.Messaging.ServiceBus;

namespace Oversight.Host.Tests.Messaging;

internal static class DeadLetterReader
{
    public static async Task<IReadOnlyList<ServiceBusReceivedMessage>> ReadAsync(QueueApp app, string queue)
    {
        await using var receiver = app.Client.CreateReceiver(queue,
            new ServiceBusReceiverOptions { SubQueue = SubQueue.DeadLetter });
        return await receiver.PeekMessagesAsync(100);
    }
}
