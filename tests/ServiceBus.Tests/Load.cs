using System.Collections.Concurrent;
using Azure.Messaging.ServiceBus;

namespace Oversight.ServiceBus.Tests;

/// <summary>Sends and handles messages through failures, and remembers what was acknowledged.</summary>
internal sealed class Load(ServiceBusClient client, int messages, int seed)
{
    private const int AtOnce = 10;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);
    private readonly ConcurrentDictionary<string, byte> _finished = new();
    private int _ahead = 100;
    private int _next;
    private int _deliveries;

    /// <summary>Sent, and the broker said so.</summary>
    public ConcurrentBag<string> Acknowledged { get; } = [];

    public ConcurrentDictionary<string, int> Handled { get; } = new();

    /// <summary>Completed or dead-lettered, and the broker said so.</summary>
    public IReadOnlySet<string> Finished => _finished.Keys.ToHashSet();

    public ConcurrentBag<string> DeadLettered { get; } = [];

    /// <summary>Delivered again after the broker had acknowledged that they were finished.</summary>
    public ConcurrentBag<string> CameBack { get; } = [];

    public int Again => _deliveries - Handled.Count;

    /// <summary>Singly and in batches; what was refused or not answered is sent again under a new name.</summary>
    public async Task SendAsync(int worker)
    {
        var (random, sender) = (new Random(seed + worker), client.CreateSender(Bus.Jobs));
        while (Acknowledged.Count < messages)
        {
            // Not far ahead of those who receive, so that a kill meets both; what is lost must not hold this up for
            // ever.
            for (var waits = 0; Acknowledged.Count - Handled.Count > _ahead; waits++)
            {
                await Task.Delay(5);
                if (waits == 400)
                    Interlocked.Add(ref _ahead, 100);
            }

            var size = random.Next(3) == 0 ? random.Next(1, 60) : 1;
            var names = Enumerable.Range(0, size).Select(_ => $"m{Interlocked.Increment(ref _next)}").ToList();
            try
            {
                await sender.SendMessagesAsync(
                    names.Select(name => new ServiceBusMessage(new byte[random.Next(2000)]) { MessageId = name }));
                names.ForEach(Acknowledged.Add);
            }
            catch (ServiceBusException failure) when (failure.IsTransient)
            {
                await Task.Delay(Pause);
            }
        }
    }

    public async Task ReceiveAsync(int worker, CancellationToken stop)
    {
        var (random, receiver) = (new Random(seed - worker - 1), client.CreateReceiver(Bus.Jobs));
        while (!stop.IsCancellationRequested)
        {
            try
            {
                var some = await receiver.ReceiveMessagesAsync(AtOnce, TimeSpan.FromSeconds(1), CancellationToken.None);
                await Task.WhenAll(some.Select(message => (message, what: random.Next(10))).ToList()
                    .Select(m => HandleAsync(receiver, m.message, m.what)));
            }
            catch (ServiceBusException failure) when (failure.IsTransient)
            {
                await Task.Delay(Pause, CancellationToken.None);
            }
        }
    }

    private async Task HandleAsync(ServiceBusReceiver receiver, ServiceBusReceivedMessage message, int what)
    {
        var name = message.MessageId;
        if (_finished.ContainsKey(name))
            CameBack.Add(name);
        Interlocked.Increment(ref _deliveries);
        Handled.AddOrUpdate(name, 1, (_, times) => times + 1);
        try
        {
            if (what == 0)
            {
                await receiver.AbandonMessageAsync(message);
                return;
            }

            if (what == 1)
                await receiver.DeadLetterMessageAsync(message, "test");
            else
                await receiver.CompleteMessageAsync(message);
            if (what == 1)
                DeadLettered.Add(name);
            _finished.TryAdd(name, 0);
        }
        catch (ServiceBusException failure) when (failure.IsTransient
            || failure.Reason == ServiceBusFailureReason.MessageLockLost)
        {
            // Not acknowledged: it comes again, or it was done.
        }
    }
}
