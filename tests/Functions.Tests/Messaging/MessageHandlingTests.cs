using Azure;
using Oversight.Functions.Dependencies;
using Oversight.Functions.Messaging;
using Oversight.Functions.Storage;

namespace Oversight.Functions.Tests.Messaging;

public sealed class MessageHandlingTests
{
    [Fact]
    public async Task A_job_reaches_its_handler_with_what_it_carries()
    {
        await using var app = await MessageApp.StartAsync();

        await app.SendJobAsync("åäö");
        await app.UntilIdleAsync();

        app.Job.Done.ShouldBe(["åäö"]);
        (await app.WaitingAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_message_whose_dependency_does_not_answer_waits_under_the_same_id_and_is_handled_later()
    {
        await using var app = await MessageApp.StartAsync();
        app.Job.Failure = attempt =>
            attempt <= 3 ? new DependencyUnavailableException(Dependency.Tables, new TimeoutException()) : null;

        await app.SendJobAsync("one", messageId: "job-1");
        await app.UntilIdleAsync();

        app.Job.Attempts.ShouldBe(1);
        var waiting = (await app.WaitingAsync()).ShouldHaveSingleItem();
        waiting.MessageId.ShouldBe("job-1");
        waiting.ApplicationProperties[MessageHandling.AttemptProperty].ShouldBe(1);

        await app.App.Clock.AdvanceByAsync("PT5M");

        app.Job.Done.ShouldBe(["one"]);
        app.Job.Attempts.ShouldBe(4);
        (await app.WaitingAsync()).ShouldBeEmpty();
        (await app.DeadLettersAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_dependency_that_is_gone_for_more_than_a_day_puts_the_message_aside()
    {
        await using var app = await MessageApp.StartAsync();
        app.Job.Failure = _ => new RequestFailedException(503, "Server busy with secret content.");

        await app.SendJobAsync("one");
        await app.App.Clock.AdvanceByAsync("PT20H");
        (await app.DeadLettersAsync()).ShouldBeEmpty();
        await app.App.Clock.AdvanceByAsync("P1D");

        var letter = (await app.DeadLettersAsync()).ShouldHaveSingleItem();
        letter.DeadLetterReason.ShouldBe(MessageReasons.DependencyUnavailable);
        letter.DeadLetterErrorDescription!.ShouldNotContain("secret");
        app.Job.Attempts.ShouldBe(BackOff.MaxAttempts);
    }

    [Theory]
    [InlineData("""{ "type": "test", "version": 1, "payload": """, MessageReasons.MalformedJson)]
    [InlineData("""19121212-1212 is not JSON""", MessageReasons.MalformedJson)]
    [InlineData("null", MessageReasons.MalformedJson)]
    [InlineData("""{ "type": "test", "version": 1, "payload": { "text": { "19121212-1212": 1 } } }""",
        MessageReasons.MalformedJson)]
    [InlineData("""{ "type": "19121212-1212", "version": 1, "payload": {} }""", MessageReasons.UnknownType)]
    [InlineData("""{ "type": "test", "version": 99, "payload": { "text": "19121212-1212" } }""",
        MessageReasons.UnknownVersion)]
    public async Task A_broken_message_is_put_aside_at_once_with_a_reason_and_nothing_of_what_it_says(
        string body, string reason)
    {
        await using var app = await MessageApp.StartAsync();

        await app.SendRawAsync(body);
        await app.UntilIdleAsync();

        var letter = (await app.DeadLettersAsync()).ShouldHaveSingleItem();
        letter.DeadLetterReason.ShouldBe(reason);
        letter.DeadLetterErrorDescription!.ShouldNotContain("1212");
        letter.DeliveryCount.ShouldBe(1);
        app.App.Log.Lines.ShouldNotContain(line => line.Contains("19121212-1212", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_the_rules_refuse_is_put_aside_under_the_refusals_code()
    {
        await using var app = await MessageApp.StartAsync();
        app.Job.Failure = _ => PoisonMessageException.Refused(
            [new Refusal("concern.text-too-long", "text"), new Refusal("concern.day-in-future")]);

        await app.SendJobAsync("one");
        await app.UntilIdleAsync();

        var letter = (await app.DeadLettersAsync()).ShouldHaveSingleItem();
        letter.DeadLetterReason.ShouldBe("concern.text-too-long");
        letter.DeadLetterErrorDescription.ShouldBe("concern.text-too-long (text), concern.day-in-future");
    }

    [Fact]
    public async Task An_error_of_our_own_is_delivered_again_and_put_aside_after_the_tenth_time()
    {
        await using var app = await MessageApp.StartAsync();
        app.Job.Failure = _ => new InvalidOperationException("A bug.");

        await app.SendJobAsync("one");
        await app.UntilIdleAsync();

        app.Job.Attempts.ShouldBe(10);
        (await app.DeadLettersAsync()).ShouldHaveSingleItem().DeadLetterReason.ShouldBe("MaxDeliveryCountExceeded");
    }

    [Fact]
    public void The_wait_grows_to_a_quarter_of_an_hour_and_ends_after_about_a_day()
    {
        var waits = Enumerable.Range(1, BackOff.MaxAttempts).Select(BackOff.After).TakeWhile(wait => wait is not null)
            .Select(wait => wait!.Value).ToList();

        waits[0].ShouldBe(TimeSpan.FromSeconds(10));
        waits.Zip(waits.Skip(1)).ShouldAllBe(pair => pair.First <= pair.Second);
        waits[^1].ShouldBe(TimeSpan.FromMinutes(15));
        waits.Aggregate(TimeSpan.Zero, (sum, wait) => sum + wait)
            .ShouldBeInRange(TimeSpan.FromHours(22), TimeSpan.FromHours(26));
        BackOff.After(BackOff.MaxAttempts).ShouldBeNull();
    }

    public static TheoryData<Exception, bool> Failures() => new()
    {
        { new DependencyUnavailableException(Dependency.Blobs, new TimeoutException()), true },
        { new RequestFailedException(503, "x"), true },
        { new RequestFailedException(500, "x"), true },
        { new RequestFailedException(429, "x"), true },
        { new RequestFailedException(408, "x"), true },
        { new RequestFailedException(0, "no connection"), true },
        { new AggregateException(new RequestFailedException(0, "x"), new TimeoutException()), true },
        { new TaskCanceledException("a client's own time-out"), true },
        { new HttpRequestException("x"), true },
        { new RequestFailedException(404, "x"), false },
        { new RequestFailedException(412, "x"), false },
        { new AggregateException(new RequestFailedException(0, "x"), new InvalidOperationException()), false },
        { new AggregateException(), false },
        { new InvalidOperationException("x"), false },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public void Only_what_may_pass_by_itself_is_waited_for(Exception failure, bool transient) =>
        TransientFailure.Is(failure).ShouldBe(transient);
}
