using System.Net;
using Oversight.Functions.Tests.Concerns;
using Oversight.Testkit;

namespace Oversight.Functions.Tests.Answers;

/// <summary>A link that came to the wrong person is made to stop working.</summary>
public sealed class AnswerRenewalTests(AnswerApp world) : IClassFixture<AnswerApp>
{
    private const string Address = "fel@anordnaren.example";
    private const string Right = "ratt@anordnaren.example";

    [Fact]
    public async Task A_renewed_link_ends_the_old_ones_and_their_sessions_and_keeps_what_was_written()
    {
        var (driver, reviewer) = await world.StartAsync(Address);
        await driver.DoAsync("ask-supplement", new { asked = "Rutinen." });
        var old = await world.LinkAsync(Address);
        using var inside = await world.EnterAsync(old, Address);
        var draft = await inside.GetFormAsync("/svar/gor/skriv", "form[action$=skriv]");
        using (var saved = await draft.With("text", "Skrivet före bytet.").SubmitAsync())
            await saved.ExpectAsync(HttpStatusCode.SeeOther);
        using var entered = await world.FollowAsync(old);

        await world.SetContactAsync(Right);
        var form = await reviewer.GetFormAsync(
            $"/granskningar/{driver.Id}/gor/byt-svarslank", "form[action$=byt-svarslank]");
        using (var renewed = await form.With("what", "supplement-1").With("reason", "Kom till fel person.")
            .SubmitAsync())
            await renewed.ExpectAsync(HttpStatusCode.SeeOther);
        var link = await world.LinkAsync(Right);

        using (var dead = await world.App.Anonymous().GetAsync(old, ConcernApp.Cancellation))
            dead.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        foreach (var browser in new[] { inside, entered })
        {
            using var page = await browser.GetAsync("/svar", ConcernApp.Cancellation);
            page.StatusCode.ShouldNotBe(HttpStatusCode.OK);
            using var code = await browser.GetAsync("/svar/kod", ConcernApp.Cancellation);
            code.StatusCode.ShouldNotBe(HttpStatusCode.OK);
        }

        using var colleague = await world.EnterAsync(link, Right);
        (await colleague.GetFormAsync("/svar/gor/skriv", "form[action$=skriv]"))["text"]
            .ShouldBe("Skrivet före bytet.");
        (await reviewer.GetPageAsync($"/granskningar/{driver.Id}")).QuerySelectorAll(".timeline-head")
            .ShouldContain(head => head.TextContent.Contains("Svarslänken bytt", StringComparison.Ordinal));
    }
}
