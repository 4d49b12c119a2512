using Azure.Messaging.ServiceBus;
using Oversight.Functions.Storage;

namespace Oversight.Functions.Messaging;

/// <summary>Puts work on the queue <c>jobs</c>.</summary>
public sealed class Jobs(ServiceBusClient client)
{
    /// <summary>Sends a job, to be carried out now or, on the domain clock, at <paramref name="due"/>.</summary>
    /// <param name="messageId">Names the piece of work, so that a repeat of it can be recognised: <c>rebuild-0h3...-12</c>.</param>
    public async Task SendAsync(JobMessage job, string messageId, CancellationToken cancellation, DateTimeOffset? due = null)
    {
        await using var sender = client.CreateSender(QueueNames.Jobs);
        var message = new ServiceBusMessage(BinaryData.FromString(StoredJson.Write(job, typeof(JobMessage))))
        {
            MessageId = messageId,
            Subject = job.Type,
            ContentType = "application/json",
        };
        if (due is { } instant)
            await sender.ScheduleMessageAsync(message, instant, cancellation);
        else
            await sender.SendMessageAsync(message, cancellation);
    }
}
