using Azure.Messaging.ServiceBus;

namespace Oversight.ServiceBus.Tests;

public sealed class ScheduleTests
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_scheduled_message_waits_for_the_domain_clock_also_over_a_restart(bool byRequest)
    {
        await using var bus = await Bus.StartAsync();
        var due = bus.Clock.GetUtcNow() + (30 * Day);
        if (byRequest)
            await bus.Sender.ScheduleMessageAsync(new ServiceBusMessage("later"), due);
        else
            await bus.Sender.SendMessageAsync(new ServiceBusMessage("later") { ScheduledEnqueueTime = due });
        await bus.RestartAsync();

        bus.Move(29 * Day);
        (await bus.Receiver.ReceiveMessageAsync(Bus.Short)).ShouldBeNull();
        bus.State.ShouldSatisfyAllConditions(s => s.Scheduled.ShouldBe(1), s => s.Waiting.ShouldBe(0));
        bus.Broker.IsIdle.ShouldBeTrue();
        bus.Broker.NextDue.ShouldNotBeNull().ShouldBe(due, TimeSpan.FromMilliseconds(1));

        var waiting = bus.Receiver.ReceiveMessageAsync(Bus.Long);
        bus.Move(2 * Day);
        bus.Broker.IsIdle.ShouldBeFalse();

        var received = (await waiting).ShouldNotBeNull();
        received.EnqueuedTime.ShouldBe(due, TimeSpan.FromMilliseconds(1));
        received.ScheduledEnqueueTime.ShouldBe(due, TimeSpan.FromMilliseconds(1));
        bus.Broker.NextDue.ShouldBeNull();
    }

    [Fact]
    public async Task Many_scheduled_at_once_are_all_answered_and_heard_once()
    {
        await using var bus = await Bus.StartAsync();
        var due = bus.Clock.GetUtcNow() + Day;
        await using var sender = bus.Client.CreateSender(Bus.Jobs);
        for (var round = 1; round <= 3; round++)
        {
            await Parallel.ForEachAsync(Enumerable.Range(0, 60), TestContext.Current.CancellationToken,
                async (_, cancellation) =>
                {
                    await sender.ScheduleMessageAsync(new ServiceBusMessage("x"), due, cancellation);
                });
            bus.State.Scheduled.ShouldBe(60 * round);
        }
    }

    [Fact]
    public async Task A_scheduled_message_becomes_due_by_itself_when_the_clock_goes_on()
    {
        await using var bus = await Bus.StartAsync();
        var due = bus.Clock.GetUtcNow().AddSeconds(1);
        await bus.Sender.ScheduleMessageAsync(new ServiceBusMessage("soon"), due);

        await bus.NextAsync();

        bus.Clock.GetUtcNow().ShouldBeGreaterThanOrEqualTo(due.AddMilliseconds(-1));
    }

    [Fact]
    public async Task Scheduled_messages_come_in_the_order_they_are_due_and_after_what_was_sent_before()
    {
        await using var bus = await Bus.StartAsync();
        foreach (var days in new[] { 3, 1, 2 })
            await bus.Sender.ScheduleMessageAsync(new ServiceBusMessage($"{days}"),
                bus.Clock.GetUtcNow() + (days * Day));
        await bus.SendAsync("0");

        bus.Move(10 * Day);

        (await bus.ReceiveAsync(4)).Select(m => m.Body.ToString()).ShouldBe(["0", "1", "2", "3"]);
    }

    [Fact]
    public async Task A_cancelled_message_never_comes()
    {
        await using var bus = await Bus.StartAsync();
        var number = await bus.Sender.ScheduleMessageAsync(new ServiceBusMessage("never"), bus.Clock.GetUtcNow() + Day);

        await bus.Sender.CancelScheduledMessageAsync(number);
        await bus.RestartAsync();
        bus.Move(2 * Day);

        (await bus.Receiver.ReceiveMessageAsync(Bus.Short)).ShouldBeNull();
        var refused = await Should.ThrowAsync<ServiceBusException>(
            () => bus.Sender.CancelScheduledMessageAsync(number));
        refused.Reason.ShouldBe(ServiceBusFailureReason.MessageNotFound);
    }

    [Fact]
    public async Task A_message_that_is_due_can_no_longer_be_cancelled()
    {
        await using var bus = await Bus.StartAsync();
        var number = await bus.Sender.ScheduleMessageAsync(new ServiceBusMessage("now"), bus.Clock.GetUtcNow() + Day);
        bus.Move(2 * Day);

        await Should.ThrowAsync<ServiceBusException>(() => bus.Sender.CancelScheduledMessageAsync(number));

        await bus.NextAsync();
    }
}
