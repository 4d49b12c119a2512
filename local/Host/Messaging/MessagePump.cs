using Azure.Messaging.ServiceBus;
using Google.Protobuf;
using Oversight.Local.Host.Clock;
using Oversight.Local.Host.Rpc;
using Oversight.Local.Host.Worker;

namespace Oversight.Local.Host.Messaging;

/// <summary>Receives the messages of one queue with the official client and hands them to their function.</summary>
internal sealed partial class MessagePump : IAsyncDisposable
{
    private static readonly TimeSpan LongestRun = TimeSpan.FromMinutes(10);
    private readonly MessageTrigger _trigger;
    private readonly FunctionWorker _worker;
    private readonly HeldMessages _held;
    private readonly DueRuns _runs;
    private readonly ILogger _log;
    private readonly ServiceBusProcessor _processor;

    public MessagePump(
        MessageTrigger trigger, ServiceBusClient client, int atOnce, FunctionWorker worker, HeldMessages held,
        DueRuns runs, ILogger log)
    {
        (_trigger, _worker, _held, _runs, _log) = (trigger, worker, held, runs, log);
        _processor = client.CreateProcessor(trigger.Queue, new ServiceBusProcessorOptions
        {
            AutoCompleteMessages = false,
            MaxConcurrentCalls = atOnce,
            MaxAutoLockRenewalDuration = LongestRun,
        });
        _processor.ProcessMessageAsync += DeliverAsync;
        _processor.ProcessErrorAsync += failed =>
        {
            LogQueueAway(failed.Exception, trigger.Queue);
            return Task.CompletedTask;
        };
    }

    public Task StartAsync(CancellationToken cancellation) => _processor.StartProcessingAsync(cancellation);

    public Task StopAsync(CancellationToken cancellation) => _processor.StopProcessingAsync(cancellation);

    public ValueTask DisposeAsync() => _processor.DisposeAsync();

    private async Task DeliverAsync(ProcessMessageEventArgs message)
    {
        var held = _held.Add(message);
        string? failure = null;
        try
        {
            await _worker.InvokeAsync(_trigger.Function, [Input(message.Message)], message.CancellationToken);
        }
        catch (Exception error) when (!message.CancellationToken.IsCancellationRequested)
        {
            failure = InvocationFailedException.KindOf(error);
            LogFailed(error, _trigger.Function.Name, message.Message.MessageId, message.Message.DeliveryCount);
        }
        finally
        {
            _held.Remove(message);
        }

        _runs.Add(new DueRun(_trigger.Function.Name, message.Message.EnqueuedTime, failure));
        if (!held.Settled)
            await (failure is null && _trigger.AutoComplete
                ? message.CompleteMessageAsync(message.Message)
                : message.AbandonMessageAsync(message.Message));
    }

    /// <summary>Sixteen bytes of lock token and the AMQP message, as the official extension hands it on.</summary>
    private ParameterBinding Input(ServiceBusReceivedMessage message)
    {
        ReadOnlySpan<byte> token = Guid.Parse(message.LockToken).ToByteArray();
        return new ParameterBinding
        {
            Name = _trigger.Parameter,
            Data = new TypedData
            {
                ModelBindingData = new ModelBindingData
                {
                    Version = "1.0",
                    Source = "AzureServiceBusReceivedMessage",
                    ContentType = "application/octet-stream",
                    Content = ByteString.CopyFrom([.. token, .. message.GetRawAmqpMessage().ToBytes().ToMemory().Span]),
                },
            },
        };
    }

    [LoggerMessage(9101, LogLevel.Warning, "{Function} failed with message {MessageId}, delivery {DeliveryCount}")]
    private partial void LogFailed(Exception failure, string function, string messageId, int deliveryCount);

    [LoggerMessage(9102, LogLevel.Warning, "Queue {Queue} does not answer")]
    private partial void LogQueueAway(Exception failure, string queue);
}
