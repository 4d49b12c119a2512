using Azure.Messaging.ServiceBus;
using Microsoft.Azure.Functions.Worker;
using Oversight.Functions.Identity;
using Oversight.Functions.Messaging;
using Oversight.Functions.Storage;
using Oversight.Functions.Storage.Effects;
using Oversight.Notifications;

namespace Oversight.Functions.Notifications;

/// <summary>What the queue <c>notifications</c> carries: which letter. Neither text, address nor secret.</summary>
public sealed record NotificationMessage(Id Notification);

/// <summary>Puts a letter in the queue; its id is the message's, however often it is put there.</summary>
public sealed class NotificationQueue(QueueSenders senders) : IEffectHandler<NotificationState, NotificationEvent>
{
    public const string EffectName = "notification.send";

    public string Effect => EffectName;

    public string Title => "Ett brev skickas";

    public async Task<EffectProgress> RunAsync(
        EffectCall<NotificationState, NotificationEvent> call, CancellationToken cancellation)
    {
        var body = StoredJson.Write(new NotificationMessage(call.Head.Id), typeof(NotificationMessage));
        await senders.To(QueueNames.Notifications).SendMessageAsync(
            new ServiceBusMessage(BinaryData.FromString(body))
            { MessageId = call.Head.Id.Value, ContentType = "application/json" }, cancellation);
        return EffectProgress.Done;
    }
}

public sealed class NotificationFunctions(MessageHandling handling, Postman postman)
{
    [Function("Notifications_Send")]
    [Open("No person: letters to providers, from their own queue.")]
    public Task Send(
        [ServiceBusTrigger(QueueNames.Notifications, Connection = QueueNames.Connection, AutoCompleteMessages = false)]
        ServiceBusReceivedMessage message,
        ServiceBusMessageActions actions,
        CancellationToken cancellation) =>
        handling.RunAsync(
            QueueNames.Notifications, message, actions,
            token => postman.DeliverAsync(MessageJson.Read<NotificationMessage>(message.Body).Notification, token),
            cancellation);
}
