using Azure.Data.Tables;
using Azure.Messaging.ServiceBus;
using Oversight.Local.ServiceBus;

namespace Oversight.ServiceBus.Tests;

public sealed class StopTests
{
    [Fact]
    public async Task It_stops_within_a_second_and_its_clients_fail_fast()
    {
        await using var bus = await Bus.StartAsync();
        var (sender, receiver) = (bus.Sender, bus.Receiver);
        await bus.SendAsync("one");
        await sender.SendMessageAsync(new ServiceBusMessage("two"));
        var held = await bus.NextAsync(receiver);
        var began = Bus.RealClock.GetTimestamp();

        await bus.Broker.DisposeAsync();

        Bus.RealClock.GetElapsedTime(began).ShouldBeLessThan(TimeSpan.FromSeconds(1));
        foreach (var act in new Func<Task>[]
        {
            () => sender.SendMessageAsync(new ServiceBusMessage("three")), () => receiver.CompleteMessageAsync(held),
            () => receiver.PeekMessageAsync(),
        })
            (await Should.ThrowAsync<ServiceBusException>(act)).Reason
                .ShouldBe(ServiceBusFailureReason.ServiceCommunicationProblem);
        Bus.RealClock.GetElapsedTime(began).ShouldBeLessThan(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task Two_brokers_cannot_have_the_same_port()
    {
        await using var bus = await Bus.StartAsync();

        await Should.ThrowAsync<System.Net.Sockets.SocketException>(async () => await Broker.StartAsync(
            new BrokerOptions
            {
                Table = (await Azurite.SharedAsync()).NewTable(),
                Queues = [new BrokerQueue(Bus.Jobs)],
                Port = bus.Broker.Port,
                DomainClock = Bus.RealClock,
                RealClock = Bus.RealClock,
            },
            CancellationToken.None));
    }

    [Fact]
    public async Task While_the_table_is_away_nothing_is_acknowledged_and_all_goes_on_when_it_is_back()
    {
        var folder = Directory.CreateTempSubdirectory("oversight-").FullName;
        var azurite = await Azurite.StartAsync(["--location", folder], 0);
        await using var bus = await Bus.StartAsync(table: new TableClient(azurite.ConnectionString, "messages"));
        var (sender, receiver) = (bus.Sender, bus.Receiver);
        await bus.SendAsync("completed", "waiting");
        var held = await bus.NextAsync(receiver);
        var number = await sender.ScheduleMessageAsync(new ServiceBusMessage("scheduled"),
            bus.Clock.GetUtcNow().AddDays(1));
        await azurite.DisposeAsync();

        foreach (var act in new Func<Task>[]
        {
            () => sender.SendMessageAsync(new ServiceBusMessage("refused")), () => receiver.CompleteMessageAsync(held),
            () => sender.CancelScheduledMessageAsync(number),
        })
        {
            var refused = await Should.ThrowAsync<ServiceBusException>(act);
            (refused.Reason, refused.IsTransient).ShouldBe((ServiceBusFailureReason.ServiceTimeout, true));
        }

        (await bus.Receiver.ReceiveMessageAsync(Bus.Short)).ShouldBeNull();
        bus.State.ShouldSatisfyAllConditions(s => s.Waiting.ShouldBe(2), s => s.Scheduled.ShouldBe(1));
        await using var back = await Azurite.StartAsync(["--location", folder], azurite.Port);

        await receiver.CompleteMessageAsync(held);
        await sender.CancelScheduledMessageAsync(number);
        await sender.SendMessageAsync(new ServiceBusMessage("sent") { MessageId = "sent" });
        await bus.RestartAsync();
        (await bus.Receiver.PeekMessagesAsync(10)).Select(m => m.MessageId).ShouldBe(["waiting", "sent"]);
        Directory.Delete(folder, recursive: true);
    }
}
