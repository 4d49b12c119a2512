using Azure.Messaging.ServiceBus;
using Azure.Messaging.ServiceBus.Local;
using Microsoft.Azure.Functions.Worker;
using Oversight.Local.Host.Clock;
using Oversight.Local.Host.Functions;
using Oversight.Local.Host.Http;

namespace Oversight.Local.Host.Messaging;

/// <summary>Delivers the messages of one queue to its function: peek-lock, several at once, settled as the function and the settings say.</summary>
internal sealed partial class MessagePump(
    MessageFunction target, LocalQueue queue, HostSettings settings, FunctionInvoker invoker, TimeProvider clock, DueRuns runs, ILogger logger)
    : IDisposable
{
    private static readonly TimeSpan LongestSleep = TimeSpan.FromHours(1);
    private static readonly TimeSpan PauseWithoutTable = TimeSpan.FromSeconds(1);
    private readonly SemaphoreSlim _slots = new(settings.MaxConcurrentCalls);
    private readonly Signal _rested = new();
    private int _busy;

    public async Task RunAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            await _slots.WaitAsync(stopping);
            var message = await NextAsync(stopping);
            _ = DeliverAsync(message, stopping);
        }
    }

    /// <summary>Returns when nothing is due and nothing runs.</summary>
    public async Task WaitUntilIdleAsync(CancellationToken cancellation)
    {
        while (true)
        {
            var rested = _rested.Next;
            if (queue.Messages.Count().Waiting == 0 && Volatile.Read(ref _busy) == 0)
                return;
            await rested.WaitAsync(cancellation);
        }
    }

    /// <summary>Waits for everything that runs; used when the host stops.</summary>
    public async Task DrainAsync(CancellationToken cancellation)
    {
        while (Volatile.Read(ref _busy) > 0)
            await _rested.Next.WaitAsync(TimeSpan.FromMilliseconds(50), cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public void Dispose() => _slots.Dispose();

    private async Task<ServiceBusReceivedMessage> NextAsync(CancellationToken stopping)
    {
        while (true)
        {
            var changed = queue.Messages.Changed.Next;
            if (await LoadAsync(stopping) && TryTake() is { } message)
                return message;
            var sleep = queue.Messages.NextDue - clock.GetUtcNow() is { } due && due < LongestSleep ? due : LongestSleep;
            if (sleep > TimeSpan.Zero)
                await changed.WaitAsync(sleep, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            stopping.ThrowIfCancellationRequested();
        }
    }

    private async Task<bool> LoadAsync(CancellationToken stopping)
    {
        try
        {
            await queue.Messages.LoadAsync(stopping);
            return true;
        }
        catch (Exception failure) when (!stopping.IsCancellationRequested)
        {
            LogNoTable(failure, queue.Name);
            await Task.Delay(PauseWithoutTable, stopping);
            return false;
        }
    }

    /// <summary>Busy from before the message leaves the queue until its function has ended: there is no instant at which it is in neither.</summary>
    private ServiceBusReceivedMessage? TryTake()
    {
        Interlocked.Increment(ref _busy);
        var message = queue.Messages.TryTake(hold: null);
        if (message is null)
            Rest();
        return message;
    }

    private void Rest()
    {
        Interlocked.Decrement(ref _busy);
        _rested.Raise();
    }

    private async Task DeliverAsync(ServiceBusReceivedMessage message, CancellationToken stopping)
    {
        await Task.Yield();
        try
        {
            var failure = await InvokeAsync(message, stopping);
            runs.Add(new DueRun(target.Function.Name, message.EnqueuedTime, failure));
        }
        finally
        {
            _slots.Release();
            Rest();
        }
    }

    private async Task<string?> InvokeAsync(ServiceBusReceivedMessage message, CancellationToken stopping)
    {
        var actions = new ServiceBusMessageActions(queue);
        try
        {
            await invoker.InvokeAsync(target.Function, target.Arguments(message, actions), stopping);
            if (!actions.Settled)
                await (target.AutoComplete ? queue.Messages.CompleteAsync(message, stopping) : queue.AbandonAsync(message, null, stopping));
            return null;
        }
        catch (Exception failure)
        {
            // On the way down the lock goes with the process, and the message is delivered again after the start.
            if (stopping.IsCancellationRequested)
                return failure.GetType().Name;
            LogFailed(failure, target.Function.Name, message.MessageId, message.DeliveryCount);
            if (!actions.Settled)
                await GiveBackAsync(message, stopping);
            return failure.GetType().Name;
        }
    }

    private async Task GiveBackAsync(ServiceBusReceivedMessage message, CancellationToken stopping)
    {
        try
        {
            await queue.AbandonAsync(message, null, stopping);
        }
        catch (ServiceBusException lost) when (lost.Reason == ServiceBusFailureReason.MessageLockLost)
        {
            // Settled by the function in some other way.
        }
        catch (ServiceBusException failure)
        {
            LogNoTable(failure, queue.Name);
            await Task.Delay(PauseWithoutTable, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            queue.Messages.Unlock(message);
        }
    }

    [LoggerMessage(9101, LogLevel.Warning, "{Function} failed with message {MessageId}, delivery {DeliveryCount}")]
    private partial void LogFailed(Exception failure, string function, string messageId, int deliveryCount);

    [LoggerMessage(9102, LogLevel.Warning, "The table behind queue {Queue} does not answer")]
    private partial void LogNoTable(Exception failure, string queue);
}
