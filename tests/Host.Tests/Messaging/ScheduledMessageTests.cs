using static Oversight.Host.Tests.Messaging.QueueFunctions;

namespace Oversight.Host.Tests.Messaging;

public sealed class ScheduledMessageTests
{
    [Fact]
    public async Task A_scheduled_message_waits_for_the_domain_clock()
    {
        await using var app = await QueueApp.StartAsync();
        await using var sender = app.Client.CreateSender(Explicit);
        var due = app.App.Clock.Now.AddDays(30);

        await sender.ScheduleMessageAsync(QueueApp.Message("later"), due);
        await app.App.Clock.AdvanceByAsync("P29D");
        app.Recorder.Deliveries.ShouldBeEmpty();
        (await app.StateAsync(Explicit)).Scheduled.ShouldBe(1);

        var move = await app.App.Clock.AdvanceByAsync("P2D");

        var delivery = app.Recorder.Deliveries.ShouldHaveSingleItem();
        (delivery.At - due).ShouldBeInRange(TimeSpan.Zero, TimeSpan.FromMinutes(1));
        move.Ran.ShouldContain(run => run.What == "Test_Explicit");
    }

    [Fact]
    public async Task Scheduled_messages_come_in_the_order_they_are_due()
    {
        await using var app = await QueueApp.StartAsync();
        await using var sender = app.Client.CreateSender(Explicit);
        var now = app.App.Clock.Now;
        foreach (var days in new[] { 3, 1, 2 })
            await sender.ScheduleMessageAsync(QueueApp.Message($"{days}"), now.AddDays(days));

        await app.App.Clock.AdvanceByAsync("P10D");

        app.Recorder.Deliveries.Select(d => d.MessageId).ShouldBe(["1", "2", "3"]);
    }

    [Fact]
    public async Task A_cancelled_message_never_comes()
    {
        await using var app = await QueueApp.StartAsync();
        await using var sender = app.Client.CreateSender(Explicit);
        var number = await sender.ScheduleMessageAsync(QueueApp.Message("never"), app.App.Clock.Now.AddDays(1));

        await sender.CancelScheduledMessageAsync(number);
        await app.App.Clock.AdvanceByAsync("P2D");

        app.Recorder.Deliveries.ShouldBeEmpty();
        (await app.StateAsync(Explicit)).ShouldBe(new QueueState(Explicit, 0, 0, 0));
    }

    [Fact]
    public async Task A_scheduled_message_that_became_due_while_the_host_stood_still_comes_after_the_start()
    {
        await using var app = await QueueApp.StartAsync();
        await using (var sender = app.Client.CreateSender(Explicit))
            await sender.ScheduleMessageAsync(QueueApp.Message("later"), app.App.Clock.Now.AddDays(1));

        await app.App.RestartAsync();
        (await app.StateAsync(Explicit)).Scheduled.ShouldBe(1);
        await app.App.Clock.AdvanceByAsync("P2D");

        app.Recorder.Deliveries.ShouldHaveSingleItem().MessageId.ShouldBe("later");
    }
}
