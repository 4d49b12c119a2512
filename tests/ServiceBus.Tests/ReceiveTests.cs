using Azure.Messaging.ServiceBus;

namespace Oversight.ServiceBus.Tests;

public sealed class ReceiveTests
{
    [Fact]
    public async Task A_completed_message_is_gone_also_after_a_restart()
    {
        await using var bus = await Bus.StartAsync();
        await bus.SendAsync("one", "two");
        var receiver = bus.Receiver;

        await receiver.CompleteMessageAsync(await bus.NextAsync(receiver));
        await bus.RestartAsync();

        (await bus.NextAsync()).MessageId.ShouldBe("two");
        bus.State.Waiting.ShouldBe(1);
    }

    [Fact]
    public async Task A_message_that_is_received_and_deleted_is_gone_at_once()
    {
        await using var bus = await Bus.StartAsync();
        await bus.SendAsync("one", "two");
        var receiver = bus.Client.CreateReceiver(Bus.Jobs,
            new ServiceBusReceiverOptions { ReceiveMode = ServiceBusReceiveMode.ReceiveAndDelete });

        var received = await bus.NextAsync(receiver);

        (received.MessageId, received.DeliveryCount).ShouldBe(("one", 1));
        bus.State.Waiting.ShouldBe(1);
        await bus.RestartAsync();
        (await bus.NextAsync()).MessageId.ShouldBe("two");
    }

    [Fact]
    public async Task A_locked_message_is_seen_by_nobody_else_until_it_is_abandoned()
    {
        await using var bus = await Bus.StartAsync();
        await bus.SendAsync("one");
        var (first, second) = (bus.Receiver, bus.Receiver);

        var held = await bus.NextAsync(first);
        (await second.ReceiveMessageAsync(Bus.Short)).ShouldBeNull();
        bus.State.ShouldSatisfyAllConditions(s => s.Waiting.ShouldBe(1), s => s.Locked.ShouldBe(1));
        await first.AbandonMessageAsync(held);

        var again = await bus.NextAsync(second);
        (held.DeliveryCount, again.DeliveryCount).ShouldBe((1, 2));
        await second.CompleteMessageAsync(again);
        bus.Broker.IsIdle.ShouldBeTrue();
    }

    [Fact]
    public async Task An_abandoned_message_comes_again_with_what_was_changed_on_it()
    {
        await using var bus = await Bus.StartAsync();
        await bus.Sender.SendMessageAsync(new ServiceBusMessage("one")
        { ApplicationProperties = { ["kept"] = 1, ["changed"] = "old" } });
        var receiver = bus.Receiver;

        await receiver.AbandonMessageAsync(
            await bus.NextAsync(receiver),
            new Dictionary<string, object> { ["changed"] = "new", ["added"] = TimeSpan.FromSeconds(1) });
        await bus.RestartAsync();

        (await bus.NextAsync()).ApplicationProperties.ToDictionary().ShouldBe(
            new Dictionary<string, object> { ["kept"] = 1, ["changed"] = "new", ["added"] = TimeSpan.FromSeconds(1) },
            ignoreOrder: true);
    }

    [Fact]
    public async Task Deliveries_stay_counted_after_a_restart_which_frees_the_lock()
    {
        await using var bus = await Bus.StartAsync();
        await bus.SendAsync("one");
        await bus.NextAsync();

        await bus.RestartAsync();

        (await bus.NextAsync()).DeliveryCount.ShouldBe(2);
    }

    [Fact]
    public async Task Peeking_shows_everything_from_a_number_on_and_locks_nothing()
    {
        await using var bus = await Bus.StartAsync();
        await bus.SendAsync("1", "2", "3");
        await bus.Sender.ScheduleMessageAsync(new ServiceBusMessage("later") { MessageId = "4" },
            bus.Clock.GetUtcNow().AddDays(1));
        var receiver = bus.Receiver;

        var pages = new[] { await receiver.PeekMessagesAsync(3), await receiver.PeekMessagesAsync(3),
            await receiver.PeekMessagesAsync(3) };

        pages.Select(p => string.Concat(p.Select(m => m.MessageId))).ShouldBe(["123", "4", ""]);
        pages[0][0].DeliveryCount.ShouldBe(0);
        pages[0][0].State.ShouldBe(ServiceBusMessageState.Active);
        pages[1][0].State.ShouldBe(ServiceBusMessageState.Scheduled);
        (await receiver.PeekMessagesAsync(10, fromSequenceNumber: 2)).Select(m => m.MessageId)
            .ShouldBe(["2", "3", "4"]);
        (await bus.ReceiveAsync(3)).Select(m => m.DeliveryCount).ShouldBe([1, 1, 1]);
    }

    [Fact]
    public async Task A_processor_runs_no_more_messages_at_once_than_it_was_told()
    {
        await using var bus = await Bus.StartAsync();
        var (running, most, gate, done) = (0, 0, new TaskCompletionSource(), 0);
        await using var processor = bus.Client.CreateProcessor(Bus.Jobs,
            new ServiceBusProcessorOptions { MaxConcurrentCalls = 4 });
        processor.ProcessErrorAsync += _ => Task.CompletedTask;
        processor.ProcessMessageAsync += async _ =>
        {
            most = Math.Max(most, Interlocked.Increment(ref running));
            await gate.Task;
            Interlocked.Decrement(ref running);
            Interlocked.Increment(ref done);
        };
        await bus.Sender.SendMessagesAsync(Enumerable.Range(0, 20).Select(i => new ServiceBusMessage($"{i}")));

        await processor.StartProcessingAsync();
        await Eventually.BeAsync(() => Volatile.Read(ref running) == 4);
        gate.SetResult();
        await Eventually.BeAsync(() => bus.Broker.IsIdle);
        await processor.StopProcessingAsync();

        (most, done).ShouldBe((4, 20));
    }

    [Fact]
    public async Task A_message_that_the_client_gives_back_unseen_counts_as_no_delivery()
    {
        await using var bus = await Bus.StartAsync();
        await bus.SendAsync("one");
        var factory = new Amqp.ConnectionFactory();
        factory.SASL.Profile = new AnyClaims();
        var connection = await factory.CreateAsync(new Amqp.Address($"amqp://127.0.0.1:{bus.Broker.Port}"));
        var link = new Amqp.ReceiverLink(new Amqp.Session(connection), "plain", Bus.Jobs);

        for (var i = 0; i < 3; i++)
        {
            link.SetCredit(1, Amqp.CreditMode.Manual);
            link.Release((await link.ReceiveAsync(Bus.Long)).ShouldNotBeNull());
        }

        await Eventually.BeAsync(() => bus.State.Locked == 0);
        await connection.CloseAsync();
        await bus.RestartAsync();

        (await bus.NextAsync()).DeliveryCount.ShouldBe(1);
    }

    [Fact]
    public async Task What_comes_while_a_receiver_waits_arrives_at_once()
    {
        await using var bus = await Bus.StartAsync();
        var waiting = bus.Receiver.ReceiveMessageAsync(TimeSpan.FromSeconds(30));
        (await bus.Receiver.ReceiveMessageAsync(Bus.Short)).ShouldBeNull();
        var began = Bus.RealClock.GetTimestamp();

        await bus.SendAsync("one");

        (await waiting).ShouldNotBeNull();
        Bus.RealClock.GetElapsedTime(began).ShouldBeLessThan(TimeSpan.FromSeconds(3));
    }

    private sealed class AnyClaims() : Amqp.Sasl.SaslProfile("MSSBCBS")
    {
        protected override Amqp.ITransport UpgradeTransport(Amqp.ITransport transport) => transport;

        protected override Amqp.Types.DescribedList GetStartCommand(string hostname) =>
            new Amqp.Sasl.SaslInit { Mechanism = Mechanism };

        protected override Amqp.Types.DescribedList? OnCommand(Amqp.Types.DescribedList command) => null;
    }
}
