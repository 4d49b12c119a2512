using static Oversight.Host.Tests.Messaging.QueueFunctions;

namespace Oversight.Host.Tests.Messaging;

public sealed class DeliveryTests
{
    [Fact]
    public async Task A_message_reaches_its_function_and_is_gone_when_the_function_completes_it()
    {
        await using var app = await QueueApp.StartAsync();

        await app.SendAsync(Explicit, "one");

        (await app.Recorder.WaitForAsync(1)).Single()
            .ShouldSatisfyAllConditions(d => d.MessageId.ShouldBe("one"), d => d.DeliveryCount.ShouldBe(1));
        await app.UntilIdleAsync();
        (await app.StateAsync(Explicit)).ShouldBe(new QueueState(Explicit, 0, 0, 0));
    }

    [Fact]
    public async Task A_message_is_completed_by_the_host_when_the_trigger_says_so()
    {
        await using var app = await QueueApp.StartAsync();

        await app.SendAsync(Automatic, "one");
        await app.UntilIdleAsync();

        app.Recorder.Deliveries.Count.ShouldBe(1);
        (await app.StateAsync(Automatic)).ShouldBe(new QueueState(Automatic, 0, 0, 0));
    }

    [Fact]
    public async Task A_message_that_nobody_settles_comes_again_until_it_is_put_aside()
    {
        await using var app = await QueueApp.StartAsync();

        await app.SendAsync(Unsettled, "one");
        await app.UntilIdleAsync();

        app.Recorder.Deliveries.Count.ShouldBe(10);
        (await app.StateAsync(Unsettled)).ShouldBe(new QueueState(Unsettled, 0, 0, 1));
    }

    [Fact]
    public async Task A_message_whose_function_throws_is_delivered_again()
    {
        await using var app = await QueueApp.StartAsync();
        app.Recorder.Behaviour = d =>
            d.DeliveryCount < 3 ? throw new InvalidOperationException("Not yet.") : Task.CompletedTask;

        await app.SendAsync(Explicit, "one");
        await app.UntilIdleAsync();

        app.Recorder.Deliveries.Select(d => d.DeliveryCount).ShouldBe([1, 2, 3]);
        (await app.StateAsync(Explicit)).DeadLettered.ShouldBe(0);
    }

    [Fact]
    public async Task A_message_that_fails_every_time_is_put_aside_with_the_platforms_reason()
    {
        await using var app = await QueueApp.StartAsync();
        app.Recorder.Behaviour = _ => throw new InvalidOperationException("Never.");

        await app.SendAsync(Explicit, "one");
        var move = await app.UntilIdleAsync();

        app.Recorder.Deliveries.Count.ShouldBe(10);
        (await app.StateAsync(Explicit)).ShouldBe(new QueueState(Explicit, 0, 0, 1));
        (await DeadLetterReader.ReadAsync(app, Explicit)).Single().DeadLetterReason
            .ShouldBe("MaxDeliveryCountExceeded");
        move.Failed.ShouldAllBe(run => run.What == "Test_Explicit" && run.Failure != null);
    }

    [Fact]
    public async Task A_function_can_put_a_message_aside_with_its_own_reason()
    {
        await using var app = await QueueApp.StartAsync();

        await app.SendAsync(Explicit, "one", subject: "dead-letter");
        await app.UntilIdleAsync();

        var letter = (await DeadLetterReader.ReadAsync(app, Explicit)).Single();
        letter.DeadLetterReason.ShouldBe("test.poison");
        letter.DeadLetterErrorDescription.ShouldBe("Says nothing.");
        letter.MessageId.ShouldBe("one");
    }

    [Fact]
    public async Task An_abandoned_message_comes_again_with_what_was_changed_on_it()
    {
        await using var app = await QueueApp.StartAsync();

        await app.SendAsync(Explicit, "one", subject: "abandon");
        await app.UntilIdleAsync();

        app.Recorder.Deliveries.Select(d => d.DeliveryCount).ShouldBe([1, 2]);
    }

    [Fact]
    public async Task No_more_messages_run_at_once_than_the_settings_allow()
    {
        await using var app = await QueueApp.StartAsync();
        var (running, most, gate) = (0, 0, new TaskCompletionSource());
        app.Recorder.Behaviour = async _ =>
        {
            most = Math.Max(most, Interlocked.Increment(ref running));
            await gate.Task;
            Interlocked.Decrement(ref running);
        };

        foreach (var i in Enumerable.Range(0, 20))
            await app.SendAsync(Automatic, $"{i}");
        await app.Recorder.WaitForAsync(8);
        gate.SetResult();
        await app.UntilIdleAsync();

        most.ShouldBe(8);
        app.Recorder.Deliveries.Select(d => d.MessageId).Distinct().Count().ShouldBe(20);
    }
}
