using Azure.Messaging.ServiceBus;

namespace Oversight.ServiceBus.Tests;

public sealed class DeadLetterTests
{
    [Fact]
    public async Task A_dead_letter_carries_its_reason_and_properties_and_can_be_completed()
    {
        await using var bus = await Bus.StartAsync();
        await bus.Sender.SendMessageAsync(new ServiceBusMessage("one")
        { MessageId = "one", ApplicationProperties = { ["kept"] = 1 } });
        var receiver = bus.Receiver;

        await receiver.DeadLetterMessageAsync(
            await bus.NextAsync(receiver), new Dictionary<string, object> { ["added"] = 2 }, "test.poison",
            "Säger inget.");
        bus.Broker.IsIdle.ShouldBeTrue();
        await bus.RestartAsync();

        bus.State.ShouldSatisfyAllConditions(s => s.Waiting.ShouldBe(0), s => s.DeadLettered.ShouldBe(1));
        var dead = bus.DeadLetters;
        (await dead.PeekMessagesAsync(10, fromSequenceNumber: 0)).ShouldHaveSingleItem().DeadLetterReason
            .ShouldBe("test.poison");
        var letter = await bus.NextAsync(dead);
        (letter.MessageId, letter.DeadLetterReason, letter.DeadLetterErrorDescription).ShouldBe(
            ("one", "test.poison", "Säger inget."));
        letter.ApplicationProperties["kept"].ShouldBe(1);
        letter.ApplicationProperties["added"].ShouldBe(2);
        await dead.CompleteMessageAsync(letter);
        await bus.RestartAsync();
        bus.State.DeadLettered.ShouldBe(0);
    }

    [Fact]
    public async Task A_message_abandoned_the_last_time_is_put_aside()
    {
        await using var bus = await Bus.StartAsync(maxDeliveries: 3);
        await bus.SendAsync("one");
        var receiver = bus.Receiver;
        for (var delivery = 1; delivery <= 3; delivery++)
        {
            var message = await bus.NextAsync(receiver);
            message.DeliveryCount.ShouldBe(delivery);
            await receiver.AbandonMessageAsync(message);
        }

        var letter = await bus.NextAsync(bus.DeadLetters);
        letter.DeadLetterReason.ShouldBe("MaxDeliveryCountExceeded");
        letter.DeadLetterErrorDescription.ShouldBe("Message could not be consumed after 3 delivery attempts.");
        bus.State.Waiting.ShouldBe(0);
    }

    [Fact]
    public async Task A_message_whose_lock_runs_out_the_last_time_is_put_aside_though_nobody_receives()
    {
        await using var bus = await Bus.StartAsync(lockSeconds: 1, maxDeliveries: 1);
        await bus.SendAsync("one");
        await bus.NextAsync();

        await Eventually.BeAsync(() => bus.State.DeadLettered == 1);

        (await bus.DeadLetters.PeekMessageAsync()).DeadLetterReason.ShouldBe("MaxDeliveryCountExceeded");
        bus.Broker.IsIdle.ShouldBeTrue();
    }

    [Fact]
    public async Task A_dead_letter_that_is_abandoned_stays()
    {
        await using var bus = await Bus.StartAsync(maxDeliveries: 1);
        await bus.SendAsync("one");
        var (receiver, dead) = (bus.Receiver, bus.DeadLetters);
        await receiver.DeadLetterMessageAsync(await bus.NextAsync(receiver));

        for (var i = 0; i < 3; i++)
            await dead.AbandonMessageAsync(await bus.NextAsync(dead));

        bus.State.DeadLettered.ShouldBe(1);
        await Should.ThrowAsync<InvalidOperationException>(
            async () => await dead.DeadLetterMessageAsync(await bus.NextAsync(dead)));
    }
}
