using Azure.Messaging.ServiceBus;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Oversight.Functions.Messaging;

/// <summary>
/// What every Service Bus function does around its handler. A dependency that does not answer: a copy is scheduled for
/// later and the message completed (ten quick redeliveries would put everything aside in a five-minute outage). Poison:
/// to the dead-letter queue, with a reason. Anything else is thrown, and the host delivers again.
/// </summary>
public sealed partial class MessageHandling(QueueSenders senders, TimeProvider clock, ILogger<MessageHandling> logger)
{
    /// <summary>Application property that counts how often the message has waited for a dependency.</summary>
    public const string AttemptProperty = "attempt";

    public async Task RunAsync(
        string queue,
        ServiceBusReceivedMessage message,
        ServiceBusMessageActions actions,
        Func<CancellationToken, Task> handler,
        CancellationToken cancellation)
    {
        try
        {
            await handler(cancellation);
        }
        catch (PoisonMessageException poison)
        {
            LogPoison(queue, message.SequenceNumber, poison.Reason);
            await PutAsideAsync(message, actions, poison.Reason, poison.Description, cancellation);
            return;
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested && TransientFailure.Is(failure))
        {
            await PostponeAsync(queue, message, actions, failure, cancellation);
            return;
        }

        await actions.CompleteMessageAsync(message, cancellation);
    }

    private static Task PutAsideAsync(
        ServiceBusReceivedMessage message, ServiceBusMessageActions actions, string reason, string description,
        CancellationToken cancellation) =>
        actions.DeadLetterMessageAsync(
            message, deadLetterReason: reason, deadLetterErrorDescription: description,
            cancellationToken: cancellation);

    private async Task PostponeAsync(
        string queue, ServiceBusReceivedMessage message, ServiceBusMessageActions actions, Exception failure,
        CancellationToken cancellation)
    {
        var attempt = message.ApplicationProperties.TryGetValue(AttemptProperty, out var counted)
            && counted is int before ? before + 1 : 1;
        if (BackOff.After(attempt) is not { } delay)
        {
            LogGivenUp(failure, queue, message.SequenceNumber, attempt);
            await PutAsideAsync(
                message, actions, MessageReasons.DependencyUnavailable,
                $"No answer in {attempt} attempts: {failure.GetType().Name}.", cancellation);
            return;
        }

        LogPostponed(queue, message.SequenceNumber, attempt, delay, failure.GetType().Name);
        var copy = new ServiceBusMessage(message) { ApplicationProperties = { [AttemptProperty] = attempt } };
        await senders.To(queue).ScheduleMessageAsync(copy, clock.GetUtcNow() + delay, cancellation);
        await actions.CompleteMessageAsync(message, cancellation);
    }

    [LoggerMessage(4001, LogLevel.Warning, "Message {Number} of {Queue} put aside: {Reason}")]
    private partial void LogPoison(string queue, long number, string reason);

    [LoggerMessage(4002, LogLevel.Warning,
        "Message {Number} of {Queue} waits {Delay} for a dependency (attempt {Attempt}, {Failure})")]
    private partial void LogPostponed(string queue, long number, int attempt, TimeSpan delay, string failure);

    [LoggerMessage(4003, LogLevel.Error, "Message {Number} of {Queue} put aside after {Attempt} attempts")]
    private partial void LogGivenUp(Exception failure, string queue, long number, int attempt);
}
