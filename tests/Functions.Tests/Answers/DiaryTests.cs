using System.Net;
using AngleSharp.Dom;
using Oversight.Answers;
using Oversight.Functions.Answers;
using Oversight.Functions.Tests.Concerns;
using Oversight.Functions.Tests.Reviews;
using Oversight.Testkit;

namespace Oversight.Functions.Tests.Answers;

/// <summary>What the registrator has to register: every document and every answer, from the day it is there.</summary>
public sealed class DiaryTests(AnswerApp world) : IClassFixture<AnswerApp>
{
    private const string Secret = "Rutinen är ändrad i hemlighet.";
    private const string Asked = "Skicka den hemliga rutinen.";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Requirement", "R115")]
    public async Task What_a_provider_hands_in_stands_in_Att_diariefora_the_same_day_until_it_has_its_number()
    {
        var (driver, reviewer, browser) = await AskAsync();
        using var registrar = await world.SomebodyAsync(Role.Registrar, ConcernApp.Social);
        var form = FormOf(driver);
        (await WaitingAsync(registrar))
            .ShouldNotContain(row => row.Href == form, "What is only drafted is the provider's own.");
        using (var early = await registrar.GetAsync(form, Cancellation))
            early.StatusCode.ShouldBe(HttpStatusCode.NotFound);

        await HandInAsync(browser);
        var rows = await WaitingAsync(registrar);
        rows.Single(row => row.Href == form).Text.ShouldBe("Komplettering 1 från Björkens ledsagning");
        rows.ShouldContain(row =>
            row.Text.StartsWith("Begäran om komplettering till Björkens ledsagning", StringComparison.Ordinal));
        rows.ShouldNotContain(row => row.Text.StartsWith("Granskningsplan", StringComparison.Ordinal),
            "Arbetsmaterial is not registered.");
        rows.Select(row => row.Day)
            .ShouldBe(rows.Select(row => row.Day).Order(StringComparer.Ordinal), "The oldest first.");
        var start = (await registrar.GetPageAsync("/")).QuerySelector("main")!.TextContent;
        start.ShouldContain("Diarieför handlingar");
        start.ShouldContain("Den äldsta är från");
        (await reviewer.GetPageAsync("/")).QuerySelector("main")!.TextContent.ShouldNotContain("Diarieför handlingar");

        using (var wrong = await EnterAsync(registrar, form, "tolv"))
        {
            wrong.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
            (await wrong.ReadPageAsync()).QuerySelector(".ds-error-summary")!.TextContent
                .ShouldContain("Diarienumret har inte nämndens form");
        }

        using (var entered = await EnterAsync(registrar, form, "SOCN 2027-00012"))
            await entered.ExpectAsync(HttpStatusCode.SeeOther);
        (await WaitingAsync(registrar)).ShouldNotContain(row => row.Href == form);
        (await RegisteredAsync(registrar, form)).ShouldContain("SOCN 2027-00012");
        // Registered wrongly, it is corrected.
        using (var corrected = await EnterAsync(registrar, form, "SOCN 2027-00013"))
            await corrected.ExpectAsync(HttpStatusCode.SeeOther);
        (await RegisteredAsync(registrar, form)).ShouldContain("SOCN 2027-00013");

        var review = await reviewer.GetPageAsync($"/granskningar/{driver.Id}");
        review.QuerySelector("section[aria-labelledby=svarslankar]")!.TextContent.ShouldContain("SOCN 2027-00013");
        var handed = review.QuerySelector("section[aria-labelledby=svarslankar] tbody a")!.GetAttribute("href")!;
        (await reviewer.GetPageAsync(handed)).QuerySelector(".facts")!.TextContent.ShouldContain("SOCN 2027-00013");
    }

    [Fact]
    public async Task A_registrator_reads_not_a_word_of_an_answer_and_one_of_another_board_does_not_know_of_it()
    {
        var (driver, _, browser) = await AskAsync();
        await HandInAsync(browser);
        using var registrar = await world.SomebodyAsync(Role.Registrar, ConcernApp.Social);
        foreach (var address in new[] { "/diariet", FormOf(driver) })
        {
            var told = (await registrar.GetPageAsync(address)).DocumentElement.OuterHtml;
            told.ShouldNotContain("hemlig");
            told.ShouldNotContain("Eva Exempel");
        }

        using var other = await world.SomebodyAsync(Role.Registrar, ConcernApp.Elder);
        (await WaitingAsync(other)).ShouldBeEmpty();
        using var closed = await other.GetAsync(FormOf(driver), Cancellation);
        closed.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var posted = await other.PostFormAsync(FormOf(driver), [new("number", "ALDN 2027-00012")]);
        posted.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Whoever_has_declared_jav_in_the_review_registers_nothing_of_it()
    {
        var (driver, _, browser) = await AskAsync();
        await HandInAsync(browser);
        using var both = await world.App.SignInAsync(ConcernApp.NewUser(), [Role.QualityDeveloper, Role.Registrar],
            [ConcernApp.Social]);
        (await WaitingAsync(both)).ShouldContain(row => row.Href == FormOf(driver));
        var before = await WaitingAsync(both);
        await new ReviewDriver(both, driver.Id).DoAsync("declare-conflict", new { reason = "Min bror arbetar där." },
            HttpStatusCode.NoContent);
        var after = await WaitingAsync(both);
        after.ShouldNotContain(row => row.Href == FormOf(driver));
        // The request for the supplement is a document of the review.
        before.Count.ShouldBeGreaterThan(after.Count + 1);
        using var closed = await both.GetAsync(FormOf(driver), Cancellation);
        closed.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var posted = await both.PostFormAsync(FormOf(driver), [new("number", "SOCN 2027-00012")]);
        posted.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private async Task<(ReviewDriver Driver, HttpClient Reviewer, HttpClient Browser)> AskAsync()
    {
        var address = $"{Unique.Word()}@anordnaren.example";
        var (driver, reviewer) = await world.StartAsync(address);
        await driver.DoAsync("ask-supplement", new { asked = Asked });
        var browser = await world.EnterAsync(await world.LinkAsync(address), address);
        var text = await browser.GetFormAsync("/svar/gor/skriv", "form[action$=skriv]");
        using var saved = await text.With("text", Secret).SubmitAsync();
        await saved.ExpectAsync(HttpStatusCode.SeeOther);
        return (driver, reviewer, browser);
    }

    private static async Task HandInAsync(HttpClient browser)
    {
        using var done = await AnswerApp.HandInAsync(browser, "employee");
        await done.ExpectAsync(HttpStatusCode.SeeOther);
    }

    private static string FormOf(ReviewDriver driver) =>
        $"/diariet/svar/{AnswerStream.IdOf(Id.FromValue(driver.Id), AnswerKind.Supplement, 1)}/gor/diariefor";

    private static async Task<HttpResponseMessage> EnterAsync(HttpClient registrar, string form, string number) =>
        await (await registrar.GetFormAsync(form, "form[action$=diariefor]")).With("number", number).SubmitAsync();

    private static async Task<IReadOnlyList<(string Text, string Href, string Day)>> WaitingAsync(HttpClient client) =>
    [
        .. (await client.GetPageAsync("/diariet")).QuerySelectorAll("main tbody tr")
            .Where(row => row.Closest("section") is null)
            .Select(row => (
                row.QuerySelector("a")!.TextContent, row.QuerySelector("a")!.GetAttribute("href")!,
                row.QuerySelector("time")!.GetAttribute("datetime")!)),
    ];

    private static async Task<string> RegisteredAsync(HttpClient client, string form) =>
        (await client.GetPageAsync("/diariet")).QuerySelectorAll("section[aria-labelledby=diarieforda-svar] tbody tr")
            .Single(row => row.QuerySelector("a")!.GetAttribute("href") == form).TextContent;
}
