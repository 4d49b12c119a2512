using System.Collections.Concurrent;
using Azure.Messaging.ServiceBus;

namespace Oversight.Host.Tests.Messaging;

/// <summary>On the queue <c>jobs</c>, which no test function empties.</summary>
public sealed class QueueStorageTests
{
    private const string Quiet = "jobs";

    [Fact]
    public async Task What_was_sent_is_what_is_received_also_after_a_restart()
    {
        await using var app = await QueueApp.StartAsync();
        var body = new byte[200_000];
        new Random(1).NextBytes(body);
        var message = new ServiceBusMessage(BinaryData.FromBytes(body))
        { MessageId = "åäö/\\#?", Subject = "rebuild", ContentType = "application/json" };
        message.ApplicationProperties["text"] = "åäö";
        message.ApplicationProperties["number"] = 7;
        message.ApplicationProperties["instant"] = new DateTimeOffset(2027, 3, 1, 8, 0, 0, TimeSpan.FromHours(1));
        await using (var sender = app.Client.CreateSender(Quiet))
            await sender.SendMessageAsync(message);

        await app.App.RestartAsync();

        await using var receiver = app.Client.CreateReceiver(Quiet);
        var received = (await receiver.ReceiveMessageAsync(TimeSpan.FromSeconds(5))).ShouldNotBeNull();
        received.Body.ToArray().ShouldBe(body);
        received.MessageId.ShouldBe("åäö/\\#?");
        received.Subject.ShouldBe("rebuild");
        received.ContentType.ShouldBe("application/json");
        received.ApplicationProperties.ShouldBe(message.ApplicationProperties, ignoreOrder: true);
    }

    [Fact]
    public async Task A_message_over_256_kilobytes_is_refused_as_the_real_service_does()
    {
        await using var app = await QueueApp.StartAsync();
        await using var sender = app.Client.CreateSender(Quiet);

        var refused = await Should.ThrowAsync<ServiceBusException>(() =>
            sender.SendMessageAsync(new ServiceBusMessage(BinaryData.FromBytes(new byte[(256 * 1024) + 1]))));

        refused.Reason.ShouldBe(ServiceBusFailureReason.MessageSizeExceeded);
        refused.IsTransient.ShouldBeFalse();
    }

    [Fact]
    public async Task A_queue_that_does_not_exist_is_an_error_that_will_come_again()
    {
        await using var app = await QueueApp.StartAsync();
        await using var sender = app.Client.CreateSender("no-such-queue");

        var refused = await Should.ThrowAsync<ServiceBusException>(
            () => sender.SendMessageAsync(QueueApp.Message("one")));

        refused.Reason.ShouldBe(ServiceBusFailureReason.MessagingEntityNotFound);
    }

    [Fact]
    public async Task Sequence_numbers_are_never_given_twice_not_even_after_restarts()
    {
        await using var app = await QueueApp.StartAsync();
        var numbers = new ConcurrentBag<long>();
        for (var round = 0; round < 3; round++)
        {
            await using var sender = app.Client.CreateSender(Quiet);
            await Parallel.ForEachAsync(Enumerable.Range(0, 60), async (_, cancellation) =>
            {
                numbers.Add(await sender.ScheduleMessageAsync(QueueApp.Message("x"), app.App.Clock.Now.AddDays(1),
                    cancellation));
            });
            await app.App.RestartAsync();
        }

        numbers.Distinct().Count().ShouldBe(180);
        (await app.StateAsync(Quiet)).Scheduled.ShouldBe(180);
    }

    [Fact]
    public async Task A_locked_message_is_seen_by_nobody_else_until_it_is_given_back()
    {
        await using var app = await QueueApp.StartAsync();
        await app.SendAsync(Quiet, "one");
        await using var first = app.Client.CreateReceiver(Quiet);
        await using var second = app.Client.CreateReceiver(Quiet);

        var held = (await first.ReceiveMessageAsync(TimeSpan.FromSeconds(5))).ShouldNotBeNull();
        (await second.ReceiveMessageAsync(TimeSpan.FromMilliseconds(200))).ShouldBeNull();
        await first.AbandonMessageAsync(held);

        var again = (await second.ReceiveMessageAsync(TimeSpan.FromSeconds(5))).ShouldNotBeNull();
        again.DeliveryCount.ShouldBe(2);
        (await Should.ThrowAsync<ServiceBusException>(() => first.CompleteMessageAsync(held))).Reason
            .ShouldBe(ServiceBusFailureReason.MessageLockLost);
        await second.CompleteMessageAsync(again);
        (await app.StateAsync(Quiet)).ShouldBe(new QueueState(Quiet, 0, 0, 0));
    }

    [Fact]
    public async Task A_restart_gives_back_what_was_locked()
    {
        await using var app = await QueueApp.StartAsync();
        await app.SendAsync(Quiet, "one");
        await using (var receiver = app.Client.CreateReceiver(Quiet))
            (await receiver.ReceiveMessageAsync(TimeSpan.FromSeconds(5))).ShouldNotBeNull();

        await app.App.RestartAsync();

        await using var after = app.Client.CreateReceiver(Quiet);
        (await after.ReceiveMessageAsync(TimeSpan.FromSeconds(5))).ShouldNotBeNull().MessageId.ShouldBe("one");
    }

    [Fact]
    public async Task Peeking_goes_on_where_it_ended_and_locks_nothing()
    {
        await using var app = await QueueApp.StartAsync();
        foreach (var id in new[] { "1", "2", "3" })
            await app.SendAsync(Quiet, id);
        await using var receiver = app.Client.CreateReceiver(Quiet);

        var seen = new[] { await receiver.PeekMessagesAsync(2), await receiver.PeekMessagesAsync(2),
            await receiver.PeekMessagesAsync(2) };

        seen.Select(batch => batch.Count).ShouldBe([2, 1, 0]);
        (await receiver.ReceiveMessagesAsync(10, TimeSpan.FromSeconds(5))).Select(m => m.MessageId)
            .ShouldBe(["1", "2", "3"]);
    }

    [Fact]
    public async Task Messages_sent_in_one_call_all_arrive_numbered_in_the_order_they_were_sent()
    {
        await using var app = await QueueApp.StartAsync();
        await using var sender = app.Client.CreateSender(Quiet);

        await sender.SendMessagesAsync(Enumerable.Range(0, 250).Select(i => QueueApp.Message($"{i}")));

        await using var receiver = app.Client.CreateReceiver(Quiet);
        // The client gives back what comes just after it has answered: that is received again, later than its number
        // says.
        var received = new Dictionary<long, string>();
        while (await receiver.ReceiveMessagesAsync(1000,
            TimeSpan.FromSeconds(received.Count < 250 ? 30 : 0.2)) is { Count: > 0 } some)
        {
            foreach (var message in some)
                received[message.SequenceNumber] = message.MessageId;
        }

        received.OrderBy(message => message.Key).Select(message => message.Value)
            .ShouldBe(Enumerable.Range(0, 250).Select(i => $"{i}"));
    }
}
