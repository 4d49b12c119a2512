using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using Oversight.Functions.Tests.Concerns;
using Oversight.Testkit;

namespace Oversight.Functions.Tests.Reviews;

/// <summary>What happens at a visit, over HTTP: rows saved side by side and once, and interviews that stay among the
/// reviewers.</summary>
public sealed class VisitTests(ConcernApp world) : IClassFixture<ConcernApp>
{
    private const string Row = "kontaktvagar";
    private const string OtherRow = "bemanning";

    private string Today => world.App.Clock.Now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Requirement", "R99")]
    public async Task Two_people_save_every_row_of_one_checklist_at_once_and_neither_is_refused()
    {
        var (driver, beside, _, _) = await StartAsync();
        await driver.ReadAsync();
        var seen = driver.Version;

        var answers = await Task.WhenAll(
            [SaveAsync(driver, Row, "Ett.", seen), SaveAsync(beside, OtherRow, "Två.", seen)]);

        answers.Select(answer => answer.StatusCode).ShouldAllBe(status => status == HttpStatusCode.OK);
        var read = await driver.ReadAsync();
        driver.Version.ShouldBe(seen + 2);
        read["judgements"]!.AsArray().Select(judged => judged!["evidence"]!.GetValue<string>()).Order()
            .ShouldBe(["Ett.", "Två."]);
    }

    [Fact]
    public async Task A_row_saved_by_another_in_between_is_a_conflict_that_tells_what_stands_and_a_repeat_is_not()
    {
        var (driver, beside, mine, _) = await StartAsync();
        await driver.ReadAsync();
        var seen = driver.Version;
        using var first = await SaveAsync(mine, driver.Id, Row, "Mitt.", seen, "samma-nyckel");
        var saved = (await first.ReadJsonAsync())["version"]!.GetValue<int>();
        using var theirs = await SaveAsync(beside, Row, "Den andras.", saved);
        theirs.StatusCode.ShouldBe(HttpStatusCode.OK);

        using var repeat = await SaveAsync(mine, driver.Id, Row, "Mitt.", seen, "samma-nyckel");
        using var late = await SaveAsync(driver, Row, "Mitt igen.", saved);

        repeat.StatusCode.ShouldBe(HttpStatusCode.OK, "The answer to the first may have been lost.");
        (await repeat.ReadJsonAsync())["version"]!.GetValue<int>().ShouldBe(saved + 1, "Nothing is written twice.");
        late.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var told = await late.ReadJsonAsync();
        told["current"]!["judgements"]![0]!["evidence"]!.GetValue<string>().ShouldBe("Den andras.");
        using var again = await SaveAsync(driver, Row, "Mitt igen.", told["version"]!.GetValue<int>());
        again.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_page_is_for_the_reviewers_and_each_has_a_key_of_their_own_that_stays_the_same()
    {
        var (driver, _, mine, theirs) = await StartAsync();
        var address = $"/granskningar/{driver.Id}/besok";

        var (first, again, others) = (await KeyAsync(mine, address), await KeyAsync(mine, address),
            await KeyAsync(theirs, address));

        first.ShouldBe(again);
        first.Key.ShouldNotBe(others.Key);
        first.Scope.ShouldNotBe(others.Scope);
        Convert.FromBase64String(first.Key).Length.ShouldBe(32);
        var reader = await world.SomebodyAsync(Role.QualityDeveloper, ConcernApp.Social);
        using var closed = await reader.GetAsync(address, Cancellation);
        closed.StatusCode.ShouldBe(HttpStatusCode.Forbidden, "Whoever does not review has no key.");
        (await mine.GetPageAsync($"/granskningar/{driver.Id}")).QuerySelector($"main a[href='{address}']")
            .ShouldNotBeNull();
        await driver.DoAsync("judge", Judgement(Row, "Nås."));
        await driver.DoAsync("judge", Judgement(OtherRow, "Räcker."));
        await driver.DoAsync("communicate", new { waived = true, reason = "Brådskar." });
        using var late = await mine.GetAsync(address, Cancellation);
        late.StatusCode.ShouldBe(HttpStatusCode.SeeOther, "There is nothing to judge any more.");
    }

    [Fact]
    public async Task A_row_posted_without_script_comes_back_to_itself()
    {
        var (driver, _, mine, _) = await StartAsync();
        var form = await mine.GetFormAsync($"/granskningar/{driver.Id}/besok", $"#krav-{Row} form");

        using var answer = await form.With("fulfilment", "met").With("source", "besok").SubmitAsync();

        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        answer.Headers.Location!.OriginalString
            .ShouldBe($"/granskningar/{driver.Id}/besok?klart=bedom#krav-{Row}");
    }

    [Fact]
    [Trait("Requirement", "R38")]
    [Trait("Requirement", "R39")]
    public async Task What_is_said_in_an_interview_is_read_by_the_reviewers_alone_and_counted_for_others()
    {
        const string said = "Det hemliga samtalet";
        var (driver, beside, mine, theirs) = await StartAsync();
        await driver.ReadAsync();
        using var first = await driver.TryAsync("note-interview", new { kind = "customer", notes = said });
        using var second = await beside.TryAsync("note-interview", new { kind = "customer", notes = "Ett till." },
            driver.Version);
        (first.StatusCode, second.StatusCode).ShouldBe((HttpStatusCode.OK, HttpStatusCode.OK));
        await driver.DoAsync("record-visit", new { visitedOn = Today, participants = "Två.", notes = "Sett." },
            HttpStatusCode.OK);

        foreach (var reviewer in new[] { mine, theirs })
        {
            var page = (await reviewer.GetPageAsync($"/granskningar/{driver.Id}")).Body!.TextContent;
            page.ShouldContain(said);
            page.ShouldContain("K2");
            page.ShouldContain("2 med kunder");
        }

        foreach (var role in new[] { Role.QualityDeveloper, Role.UnitManager })
        {
            var reader = await world.SomebodyAsync(role, ConcernApp.Social);
            var page = (await reader.GetPageAsync($"/granskningar/{driver.Id}")).Body!.TextContent;
            page.ShouldNotContain(said);
            page.ShouldContain("2 med kunder");
        }

        (await driver.ReadAsync()).ToJsonString().ShouldNotContain(said);
        await world.App.Clock.AdvanceByAsync("PT2M");
        var papers = (await mine.GetPageAsync($"/granskningar/{driver.Id}"))
            .QuerySelectorAll("section[aria-labelledby=dokument] a")
            .ToDictionary(link => link.TextContent, link => link.GetAttribute("href")!);
        var protocol = await ReviewPapers.TextAsync(mine, papers["Besöksprotokoll"]);
        protocol.ShouldContain("Samtal: 2 med kunder");
        foreach (var address in papers.Values)
            (await ReviewPapers.TextAsync(mine, address)).ShouldNotContain(said);
    }

    [Fact]
    public async Task Signing_out_clears_what_the_browser_keeps_but_not_for_another_site()
    {
        var somebody = await world.SomebodyAsync(Role.QualityDeveloper, ConcernApp.Social);
        using var own = await somebody.GetAsync("/logga-ut", Cancellation);
        own.Headers.GetValues("Clear-Site-Data").ShouldBe(["\"storage\""]);
        own.Headers.Location!.OriginalString.ShouldStartWith("/.auth/logout");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/logga-ut");
        request.Headers.Add("Sec-Fetch-Site", "cross-site");
        somebody.DefaultRequestHeaders.Remove("Sec-Fetch-Site");
        using var foreign = await somebody.SendAsync(request, Cancellation);
        foreign.Headers.Contains("Clear-Site-Data").ShouldBeFalse();
        foreign.Headers.Location!.OriginalString.ShouldBe("/");
    }

    /// <summary>A review with two rows and two reviewers.</summary>
    private async Task<(ReviewDriver Driver, ReviewDriver Beside, HttpClient Mine, HttpClient Theirs)> StartAsync()
    {
        var id = await ReviewDriver.TriggerAsync(world);
        var mine = await world.SomebodyAsync(Role.QualityDeveloper, ConcernApp.Social);
        var theirs = await world.SomebodyAsync(Role.QualityDeveloper, ConcernApp.Social);
        var (driver, beside) = (new ReviewDriver(mine, id), new ReviewDriver(theirs, id));
        await driver.StartAsync(world);
        await driver.DoAsync("set-scope",
            new { requirements = new[] { Row, OtherRow }, methods = new[] { "besok" }, reason = "Därför." });
        await beside.DoAsync("join");
        return (driver, beside, mine, theirs);
    }

    private static object Judgement(string requirement, string evidence) =>
        new { requirement, fulfilment = "met", source = "besok", evidence };

    private static Task<HttpResponseMessage> SaveAsync(
        ReviewDriver driver, string requirement, string evidence, int seen) =>
        driver.TryAsync("judge", Judgement(requirement, evidence), seen);

    private static async Task<HttpResponseMessage> SaveAsync(
        HttpClient client, string id, string requirement, string evidence, int seen, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/reviews/{id}/actions/judge")
        {
            Content = JsonContent.Create(Judgement(requirement, evidence)),
        };
        request.Headers.TryAddWithoutValidation("If-Match", $"\"v{seen}\"");
        request.Headers.Add("Idempotency-Key", key);
        return await client.SendAsync(request, Cancellation);
    }

    private static async Task<(string Scope, string Key)> KeyAsync(HttpClient client, string address)
    {
        var visit = (await client.GetPageAsync(address)).QuerySelector("[data-visit]")!;
        return (visit.GetAttribute("data-outbox")!, visit.GetAttribute("data-key")!);
    }
}
