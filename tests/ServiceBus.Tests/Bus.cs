using Azure.Data.Tables;
using Azure.Messaging.ServiceBus;
using Oversight.Local.ServiceBus;
using Oversight.Local.ServiceBus.Queues;

namespace Oversight.ServiceBus.Tests;

/// <summary>A broker on a table of its own with the queue <c>jobs</c>, and the official client.</summary>
internal sealed class Bus : IAsyncDisposable
{
    public const string Jobs = "jobs";
    public static readonly TimeSpan Long = TimeSpan.FromSeconds(10);
    public static readonly TimeSpan Short = TimeSpan.FromMilliseconds(300);
#pragma warning disable RS0030 // The composition root.
    public static readonly TimeProvider RealClock = TimeProvider.System;
#pragma warning restore RS0030
    private readonly BrokerOptions _options;

    private Bus(BrokerOptions options, MovableClock clock) => (_options, Clock) = (options, clock);

    public MovableClock Clock { get; }

    public Broker Broker { get; private set; } = null!;

    public ServiceBusClient Client { get; private set; } = null!;

    public ServiceBusSender Sender => Client.CreateSender(Jobs);

    public ServiceBusReceiver Receiver => Client.CreateReceiver(Jobs);

    public ServiceBusReceiver DeadLetters =>
        Client.CreateReceiver(Jobs, new ServiceBusReceiverOptions { SubQueue = SubQueue.DeadLetter });

    public QueueState State => Broker.States().Single();

    public static async Task<Bus> StartAsync(double lockSeconds = 30, int maxDeliveries = 10, TableClient? table = null)
    {
        var clock = new MovableClock(RealClock);
        var options = new BrokerOptions
        {
            Table = table ?? (await Azurite.SharedAsync()).NewTable(),
            Queues = [new BrokerQueue(Jobs, maxDeliveries)],
            LockDuration = TimeSpan.FromSeconds(lockSeconds),
            DomainClock = clock,
            RealClock = RealClock,
        };
        var bus = new Bus(options, clock);
        await bus.OpenAsync();
        return bus;
    }

    public static ServiceBusClient Connect(string connectionString) => new(connectionString, new ServiceBusClientOptions
    {
        RetryOptions = new() { MaxRetries = 0, TryTimeout = TimeSpan.FromSeconds(20) },
    });

    public async Task RestartAsync()
    {
        await Client.DisposeAsync();
        await Broker.DisposeAsync();
        await OpenAsync();
    }

    public async Task SendAsync(params string[] texts)
    {
        foreach (var text in texts)
            await Sender.SendMessageAsync(new ServiceBusMessage(text) { MessageId = text });
    }

    /// <summary>The next message, which must come.</summary>
    public async Task<ServiceBusReceivedMessage> NextAsync(ServiceBusReceiver? receiver = null) =>
        (await (receiver ?? Receiver).ReceiveMessageAsync(Long)).ShouldNotBeNull();

    /// <summary>
    /// So many messages in the order they come. Without prefetch the client gives back what arrives after it has
    /// answered its caller, and that comes again later.
    /// </summary>
    public async Task<IReadOnlyList<ServiceBusReceivedMessage>> ReceiveAsync(int count)
    {
        var receiver = Client.CreateReceiver(Jobs, new ServiceBusReceiverOptions { PrefetchCount = count });
        var received = new List<ServiceBusReceivedMessage>();
        while (received.Count < count)
        {
            var some = await receiver.ReceiveMessagesAsync(count - received.Count, Long);
            some.ShouldNotBeEmpty();
            received.AddRange(some);
        }

        return received;
    }

    public void Move(TimeSpan by)
    {
        Clock.Move(by);
        Broker.ClockMoved();
    }

    public async ValueTask DisposeAsync()
    {
        await Client.DisposeAsync();
        await Broker.DisposeAsync();
    }

    private async Task OpenAsync()
    {
        Broker = await Broker.StartAsync(_options, CancellationToken.None);
        Client = Connect(Broker.ConnectionString);
    }
}
