using Azure.Messaging.ServiceBus;

namespace Oversight.ServiceBus.Tests;

public sealed class SendTests
{
    [Fact]
    public async Task What_was_sent_is_what_is_received_also_after_a_restart()
    {
        await using var bus = await Bus.StartAsync();
        var body = new byte[200_000];
        new Random(1).NextBytes(body);
        var message = new ServiceBusMessage(BinaryData.FromBytes(body))
        {
            MessageId = "åäö/\\#?",
            Subject = "rebuild",
            ContentType = "application/json",
            CorrelationId = "därför",
            To = "there",
            ReplyTo = "here",
            PartitionKey = "p",
        };
        var properties = new Dictionary<string, object>
        {
            ["text"] = "åäö",
            ["empty"] = "",
            ["yes"] = true,
            ["byte"] = (byte)200,
            ["sbyte"] = (sbyte)-2,
            ["short"] = (short)-300,
            ["ushort"] = (ushort)60_000,
            ["int"] = -7,
            ["uint"] = 4_000_000_000u,
            ["long"] = long.MinValue,
            ["ulong"] = ulong.MaxValue,
            ["float"] = 1.5f,
            ["double"] = Math.PI,
            ["decimal"] = 12.34m,
            ["char"] = 'å',
            ["guid"] = Guid.NewGuid(),
            ["date"] = new DateTime(2027, 3, 1, 8, 0, 0, DateTimeKind.Utc),
            ["instant"] = new DateTimeOffset(2027, 3, 1, 8, 0, 0, TimeSpan.Zero),
            ["span"] = TimeSpan.FromMinutes(3),
            ["uri"] = new Uri("https://example.org/a?b=c"),
        };
        foreach (var (name, value) in properties)
            message.ApplicationProperties[name] = value;
        await bus.Sender.SendMessageAsync(message);

        await bus.RestartAsync();

        var received = await bus.NextAsync();
        received.Body.ToArray().ShouldBe(body);
        received.MessageId.ShouldBe(message.MessageId);
        (received.Subject, received.ContentType, received.CorrelationId).ShouldBe(
            ("rebuild", "application/json", "därför"));
        (received.To, received.ReplyTo, received.PartitionKey).ShouldBe(("there", "here", "p"));
        received.ApplicationProperties.ToDictionary().ShouldBe(properties, ignoreOrder: true);
        received.SequenceNumber.ShouldBe(1);
        received.EnqueuedTime.ShouldBe(bus.Clock.GetUtcNow(), TimeSpan.FromSeconds(20));
        received.TimeToLive.ShouldBe(TimeSpan.MaxValue);
    }

    [Fact]
    public async Task The_messages_of_a_batch_all_arrive_in_order()
    {
        await using var bus = await Bus.StartAsync();
        using var batch = await bus.Sender.CreateMessageBatchAsync();
        for (var i = 0; i < 250; i++)
            batch.TryAddMessage(new ServiceBusMessage($"{i}")).ShouldBeTrue();

        await bus.Sender.SendMessagesAsync(batch);
        await bus.RestartAsync();

        (await bus.ReceiveAsync(250)).Select(m => m.Body.ToString())
            .ShouldBe(Enumerable.Range(0, 250).Select(i => $"{i}"));
    }

    [Fact]
    public async Task A_message_over_256_kilobytes_is_refused_as_the_service_does()
    {
        await using var bus = await Bus.StartAsync();

        var refused = await Should.ThrowAsync<ServiceBusException>(() =>
            bus.Sender.SendMessageAsync(new ServiceBusMessage(new byte[256 * 1024])));

        refused.Reason.ShouldBe(ServiceBusFailureReason.MessageSizeExceeded);
        refused.IsTransient.ShouldBeFalse();
        await bus.Sender.SendMessageAsync(new ServiceBusMessage(new byte[255 * 1024]));
        (await bus.NextAsync()).Body.ToMemory().Length.ShouldBe(255 * 1024);
    }

    [Fact]
    public async Task A_scheduled_message_over_256_kilobytes_is_refused_too()
    {
        await using var bus = await Bus.StartAsync();

        var refused = await Should.ThrowAsync<ServiceBusException>(() => bus.Sender.ScheduleMessageAsync(
            new ServiceBusMessage(new byte[256 * 1024]), bus.Clock.GetUtcNow().AddDays(1)));

        refused.Reason.ShouldBe(ServiceBusFailureReason.MessageSizeExceeded);
        bus.State.Scheduled.ShouldBe(0);
    }

    [Fact]
    public async Task An_unknown_queue_is_not_found_at_once()
    {
        await using var bus = await Bus.StartAsync();
        await bus.SendAsync("warm");
        var began = Bus.RealClock.GetTimestamp();
        foreach (var act in new Func<Task>[]
        {
            () => bus.Client.CreateSender("nope").SendMessageAsync(new ServiceBusMessage("x")),
            () => bus.Client.CreateReceiver("nope").ReceiveMessageAsync(Bus.Long),
            () => bus.Client.CreateReceiver("nope").PeekMessageAsync(),
            () => bus.Client.CreateSender("nope")
                .ScheduleMessageAsync(new ServiceBusMessage("x"), bus.Clock.GetUtcNow().AddDays(1)),
        })
        {
            var refused = await Should.ThrowAsync<ServiceBusException>(act);
            refused.Reason.ShouldBe(ServiceBusFailureReason.MessagingEntityNotFound);
            refused.IsTransient.ShouldBeFalse();
        }

        Bus.RealClock.GetElapsedTime(began).ShouldBeLessThan(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task Sequence_numbers_are_never_given_twice_not_even_after_restarts()
    {
        await using var bus = await Bus.StartAsync();
        var numbers = new List<long>();
        for (var round = 0; round < 3; round++)
        {
            var sender = bus.Sender;
            var given = await Task.WhenAll(Enumerable.Range(0, 60).Select(_ =>
                sender.ScheduleMessageAsync(new ServiceBusMessage("x"), bus.Clock.GetUtcNow().AddDays(1))));
            numbers.AddRange(given);
            await sender.CancelScheduledMessagesAsync(given);
            await bus.RestartAsync();
        }

        numbers.Distinct().Count().ShouldBe(180);
        bus.State.Scheduled.ShouldBe(0);
    }
}
