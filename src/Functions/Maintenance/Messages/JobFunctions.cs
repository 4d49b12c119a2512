using Azure.Messaging.ServiceBus;
using Microsoft.Azure.Functions.Worker;
using Oversight.Functions.Identity;
using Oversight.Functions.Messaging;

namespace Oversight.Functions.Maintenance.Messages;

public sealed class JobFunctions(IEnumerable<IJobHandler> handlers, MessageHandling handling)
{
    [Function("Jobs_Dispatch")]
    [Open("No person: the system's own work, from its own queue.")]
    public Task Dispatch(
        [ServiceBusTrigger(QueueNames.Jobs, Connection = QueueNames.Connection, AutoCompleteMessages = false)]
        ServiceBusReceivedMessage message,
        ServiceBusMessageActions actions,
        CancellationToken cancellation) =>
        handling.RunAsync(QueueNames.Jobs, message, actions, token => HandleAsync(message, token), cancellation);

    private Task HandleAsync(ServiceBusReceivedMessage message, CancellationToken cancellation)
    {
        var job = MessageJson.Read<JobMessage>(message.Body);
        var handler = handlers.FirstOrDefault(h => h.Type == job.Type)
            ?? throw new PoisonMessageException(MessageReasons.UnknownType, "No handler takes this type of job.");
        return handler.Versions.Contains(job.Version)
            ? handler.HandleAsync(job, cancellation)
            : throw new PoisonMessageException(
                MessageReasons.UnknownVersion, $"{handler.Type} does not read version {job.Version}.");
    }
}
