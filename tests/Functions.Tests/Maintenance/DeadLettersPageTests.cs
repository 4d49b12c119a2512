using System.Net;
using Oversight.Functions.Tests.Messaging;
using Oversight.Testkit;

namespace Oversight.Functions.Tests.Maintenance;

public sealed class DeadLettersPageTests
{
    private const string Address = "/drift/meddelanden";

    [Fact]
    public async Task The_page_says_why_and_how_often_and_never_what_the_message_says()
    {
        await using var app = await MessageApp.StartAsync();
        using var administrator = await app.App.SignInAsync("admin", Role.Administrator);
        await app.SendRawAsync("""{ "type": "test", "version": 1, "payload": { "text": 19121212 } }""");
        await app.UntilIdleAsync();

        var page = await administrator.GetPageAsync(Address);

        var text = page.QuerySelector("main")!.TextContent;
        text.ShouldContain("Meddelandet går inte att läsa");
        text.ShouldContain("message.malformed-json");
        text.ShouldContain("Systemets egna arbeten (1)");
        page.DocumentElement.OuterHtml.ShouldNotContain("19121212");
    }

    [Fact]
    public async Task A_message_that_is_run_again_after_the_cause_was_put_right_is_handled_and_gone()
    {
        await using var app = await MessageApp.StartAsync();
        using var administrator = await app.App.SignInAsync("admin", Role.Administrator);
        app.Job.Failure = _ => new InvalidOperationException("A bug.");
        await app.SendJobAsync("one");
        await app.UntilIdleAsync();
        app.Job.Failure = _ => null;

        var form = await administrator.GetFormAsync(Address);
        var answer = await administrator.GetPageAsync(await LocationOf(form));
        await app.UntilIdleAsync();

        answer.QuerySelector("main")!.TextContent.ShouldContain("skickat till sin kö igen");
        app.Job.Done.ShouldBe(["one"]);
        (await app.DeadLettersAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_second_click_says_that_it_has_been_done_and_does_nothing()
    {
        await using var app = await MessageApp.StartAsync();
        using var administrator = await app.App.SignInAsync("admin", Role.Administrator);
        await app.SendRawAsync("broken");
        await app.UntilIdleAsync();
        app.Job.Failure = _ => null;
        var form = await administrator.GetFormAsync(Address);

        await LocationOf(form);
        await app.UntilIdleAsync();
        var again = await administrator.GetPageAsync(await LocationOf(form));

        again.QuerySelector("main")!.TextContent.ShouldContain("Det har redan körts om");
        (await app.DeadLettersAsync()).Count.ShouldBe(1, "it is as broken as before, and was put aside anew");
    }

    [Fact]
    public async Task Only_the_chosen_message_is_run_again()
    {
        await using var app = await MessageApp.StartAsync();
        using var administrator = await app.App.SignInAsync("admin", Role.Administrator);
        app.Job.Failure = _ => new InvalidOperationException("A bug.");
        foreach (var text in new[] { "one", "two", "three" })
            await app.SendJobAsync(text);
        await app.UntilIdleAsync();
        app.Job.Failure = _ => null;
        var two = (await app.DeadLettersAsync()).Single(letter => letter.MessageId == "two").SequenceNumber;

        using var response = await administrator.PostFormAsync(Address,
            [new("queue", "jobs"), new("number", $"{two}")]);
        await app.UntilIdleAsync();

        app.Job.Done.ShouldBe(["two"]);
        (await app.DeadLettersAsync()).Select(letter => letter.MessageId).ShouldBe(["one", "three"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("no-such-queue", "1")]
    [InlineData("jobs", "one")]
    [InlineData("jobs", "")]
    public async Task A_message_that_cannot_be_named_is_not_found(string queue, string number)
    {
        await using var app = await MessageApp.StartAsync();
        using var administrator = await app.App.SignInAsync("admin", Role.Administrator);

        using var response = await administrator.PostFormAsync(Address, [new("queue", queue), new("number", number)]);

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Health_and_the_administrators_start_page_tell_that_messages_were_put_aside()
    {
        await using var app = await MessageApp.StartAsync();
        using var administrator = await app.App.SignInAsync("admin", Role.Administrator);
        (await app.HealthAsync()).ShouldBe(("good", 0));

        await app.SendRawAsync("broken");
        await app.UntilIdleAsync();

        (await app.HealthAsync()).ShouldBe(("needsAttention", 1));
        (await administrator.GetPageAsync("/")).QuerySelector($"main a[href='{Address}']").ShouldNotBeNull();
    }

    private static async Task<string> LocationOf(FormPage form)
    {
        using var response = await form.SubmitAsync();
        await response.ExpectAsync(HttpStatusCode.SeeOther);
        return response.Headers.Location!.OriginalString;
    }
}
