using Azure.Messaging.ServiceBus;
using Oversight.Functions.Dependencies;
using Oversight.Functions.Storage;

namespace Oversight.Functions.Messaging;

/// <summary>Puts work on the queue <c>jobs</c>.</summary>
public sealed class Jobs(QueueSenders senders)
{
    /// <summary>Sends a job, to be carried out now or, on the domain clock, at <paramref name="due"/>.</summary>
    /// <param name="messageId">
    /// Names the piece of work, so that a repeat of it can be recognised: <c>rebuild-0h3...-12</c>.
    /// </param>
    /// <exception cref="DependencyUnavailableException">Service Bus does not answer; whether the job was sent is not
    /// known.</exception>
    public Task SendAsync(JobMessage job, string messageId, CancellationToken cancellation,
        DateTimeOffset? due = null) => Bus.AskAsync(async () =>
    {
        var sender = senders.To(QueueNames.Jobs);
        var message = new ServiceBusMessage(BinaryData.FromString(StoredJson.Write(job, typeof(JobMessage))))
        {
            MessageId = messageId,
            Subject = job.Type,
            ContentType = "application/json",
        };
        if (due is { } instant)
            return await sender.ScheduleMessageAsync(message, instant, cancellation);
        await sender.SendMessageAsync(message, cancellation);
        return 0;
    }, cancellation);
}
