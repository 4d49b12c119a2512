using Azure.Messaging.ServiceBus;

namespace Oversight.ServiceBus.Tests;

public sealed class LockTests
{
    [Fact]
    public async Task A_message_whose_lock_is_lost_comes_again()
    {
        await using var bus = await Bus.StartAsync(lockSeconds: 1);
        await bus.SendAsync("one");
        var (first, second) = (bus.Receiver, bus.Receiver);
        var held = await bus.NextAsync(first);

        var again = await bus.NextAsync(second);

        again.DeliveryCount.ShouldBe(2);
        Bus.RealClock.GetUtcNow().ShouldBeGreaterThanOrEqualTo(held.LockedUntil);
        foreach (var act in new Func<Task>[]
        {
            () => first.CompleteMessageAsync(held), () => first.AbandonMessageAsync(held),
            () => first.DeadLetterMessageAsync(held), () => first.RenewMessageLockAsync(held),
        })
            (await Should.ThrowAsync<ServiceBusException>(act)).Reason
                .ShouldBe(ServiceBusFailureReason.MessageLockLost);
        await second.CompleteMessageAsync(again);
    }

    [Fact]
    public async Task A_renewed_lock_holds_on()
    {
        await using var bus = await Bus.StartAsync(lockSeconds: 2);
        await bus.SendAsync("one");
        var (first, second) = (bus.Receiver, bus.Receiver);
        var held = await bus.NextAsync(first);
        var until = held.LockedUntil;
        (await second.ReceiveMessageAsync(TimeSpan.FromSeconds(1))).ShouldBeNull();

        await first.RenewMessageLockAsync(held);

        held.LockedUntil.ShouldBeGreaterThan(until);
        (await second.ReceiveMessageAsync(until - Bus.RealClock.GetUtcNow() + Bus.Short)).ShouldBeNull();
        await first.CompleteMessageAsync(held);
        bus.State.Waiting.ShouldBe(0);
    }

    [Fact]
    public async Task A_lock_outlives_its_receiver_and_can_be_settled_by_another()
    {
        await using var bus = await Bus.StartAsync();
        await bus.SendAsync("one");
        var first = bus.Receiver;
        var held = await bus.NextAsync(first);
        await first.DisposeAsync();
        var second = bus.Receiver;
        (await second.ReceiveMessageAsync(Bus.Short)).ShouldBeNull();

        await second.CompleteMessageAsync(held);

        bus.State.Waiting.ShouldBe(0);
    }

    [Fact]
    public async Task Moving_the_domain_clock_loses_no_lock()
    {
        await using var bus = await Bus.StartAsync();
        await bus.SendAsync("one");
        var receiver = bus.Receiver;
        var held = await bus.NextAsync(receiver);

        bus.Move(TimeSpan.FromDays(30));

        await receiver.CompleteMessageAsync(held);
        bus.State.Waiting.ShouldBe(0);
    }
}
