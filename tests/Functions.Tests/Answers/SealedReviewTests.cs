using System.Net;
using System.Net.Http.Json;
using Oversight.Functions.Tests.Concerns;
using Oversight.Functions.Tests.Reviews;
using Oversight.Testkit;

namespace Oversight.Functions.Tests.Answers;

/// <summary>What a seal does to what is on its way between the municipality and the provider.</summary>
public sealed class SealedReviewTests(AnswerApp world) : IClassFixture<AnswerApp>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_provider_is_asked_for_nothing_more_and_what_was_asked_for_is_called_off()
    {
        var address = $"{Unique.Word()}@anordnaren.example";
        var (driver, reviewer) = await world.StartAsync(address);
        await driver.DoAsync("ask-supplement", new { asked = "Rutinen för medicinskåp." });
        using var browser = await world.EnterAsync(await world.LinkAsync(address), address);
        (await browser.GetPageAsync("/svar")).Body!.TextContent.ShouldContain("Rutinen för medicinskåp.");

        await driver.DoAsync("seal", new { reason = "Misstänkt stöld." });
        await world.App.Clock.AdvanceByAsync("PT2M");
        var page = await browser.GetPageAsync("/svar");
        page.QuerySelector("form[action$=skriv], a[href$=skriv]").ShouldBeNull("It is not asked for any more.");
        page.Body!.TextContent.ShouldNotContain("Rutinen för medicinskåp.");
        page.Body.TextContent.ShouldNotContain("stöld");
        await driver.DoAsync("ask-supplement", new { asked = "Mer." }, HttpStatusCode.UnprocessableEntity);
        await AnswerApp.JudgeAsync(driver);
        await driver.DoAsync("communicate", new { }, HttpStatusCode.UnprocessableEntity);
        (await world.Mail.LastAsync(address, 2, Cancellation)).Subject.ShouldBe("Din kod", "No letter came after it.");

        var chief = await world.SomebodyAsync(Role.UnitManager, ConcernApp.Social);
        await new ReviewDriver(chief, driver.Id).DoAsync("unseal", new { reason = "Utrett." });
        await world.App.Clock.AdvanceByAsync("PT2M");
        (await driver.ReadAsync())["status"]!.GetValue<string>().ShouldBe("underway");
        (await reviewer.GetPageAsync("/granskningar")).Body!.TextContent
            .ShouldNotContain("Komplettering, senast", Case.Sensitive, "It is not awaited again by itself.");
        await driver.DoAsync("ask-supplement", new { asked = "Rutinen, på nytt." });
        await world.App.Clock.AdvanceByAsync("PT1M");
        (await world.Mail.LastAsync(address, 3, Cancellation)).TextBody!.ShouldContain("/svar/in/");
    }

    [Fact]
    public async Task Letters_answers_list_and_account_keep_it_to_those_inside()
    {
        var address = $"{Unique.Word()}@anordnaren.example";
        var (driver, reviewer) = await world.StartAsync(address);
        await driver.DoAsync("ask-supplement", new { asked = "Rutinen." });
        using var browser = await world.EnterAsync(await world.LinkAsync(address), address);
        using (var saved = await (await browser.GetFormAsync("/svar/gor/skriv", "form[action$=skriv]"))
            .With("text", "Här är den.").SubmitAsync())
            await saved.ExpectAsync(HttpStatusCode.SeeOther);
        using (var handedIn = await AnswerApp.HandInAsync(browser))
            await handedIn.ExpectAsync(HttpStatusCode.SeeOther);
        await world.App.Clock.AdvanceByAsync("PT2M");
        await AnswerApp.ReportAsync(driver);
        var handed = (await reviewer.GetPageAsync($"/granskningar/{driver.Id}"))
            .QuerySelectorAll("section[aria-labelledby=svarslankar] tbody a").Single().GetAttribute("href")!;
        var colleague = await world.SomebodyAsync(Role.QualityDeveloper, ConcernApp.Social);
        var registrar = await world.SomebodyAsync(Role.Registrar, ConcernApp.Social);
        var letters = (await LettersAsync(colleague)).Except(await LettersSealedAsync(driver, colleague)).ToList();

        letters.ShouldNotBeEmpty("Its letters stood there before.");
        foreach (var letter in letters)
        {
            using var closed = await colleague.GetAsync(letter, Cancellation);
            closed.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
            using var open = await reviewer.GetAsync(letter, Cancellation);
            open.StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        using (var closed = await colleague.GetAsync(handed, Cancellation))
            closed.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await registrar.GetPageAsync("/")).Body!.InnerHtml.ShouldNotContain(driver.Id);
        (await colleague.GetPageAsync("/granskningar?status=reported")).Body!.InnerHtml.ShouldNotContain(driver.Id);
        (await reviewer.GetPageAsync("/granskningar?status=reported")).Body!.TextContent.ShouldContain("Spärrad");

        var chief = await world.SomebodyAsync(Role.UnitManager, ConcernApp.Social);
        var period = new { board = ConcernApp.Social, from = world.Today, to = world.Today };
        using (var none = await chief.PostAsJsonAsync("/api/v1/reviews/accounts", period, Cancellation))
            (await none.Content.ReadAsStringAsync(Cancellation)).ShouldContain("account.no-reports", Case.Sensitive,
                "What is sealed is accounted for to nobody.");

        // Whoever leads it steps back: nobody but the enhetschef can see to it.
        using (var stepped = await (await reviewer.GetFormAsync($"/granskningar/{driver.Id}/gor/anmal-jav"))
            .With("reason", "Min bror är misstänkt.").SubmitAsync())
            await stepped.ExpectAsync(HttpStatusCode.SeeOther);
        (await chief.GetPageAsync("/")).QuerySelector($"a[href='/granskningar/{driver.Id}']")!.TextContent
            .ShouldContain("Häv spärren");
        (await colleague.GetPageAsync("/")).Body!.InnerHtml.ShouldNotContain(driver.Id);
    }

    private static async Task<IReadOnlyList<string>> LettersSealedAsync(ReviewDriver driver, HttpClient reader)
    {
        await driver.DoAsync("seal", new { reason = "Misstänkt stöld." });
        return await LettersAsync(reader);
    }

    private static async Task<IReadOnlyList<string>> LettersAsync(HttpClient reader) =>
    [
        .. (await reader.GetPageAsync("/utskick")).QuerySelectorAll("tbody a")
            .Select(link => link.GetAttribute("href")!),
    ];
}
