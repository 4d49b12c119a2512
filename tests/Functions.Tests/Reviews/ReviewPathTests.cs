using System.Globalization;
using System.Net;
using Oversight.Functions.Tests.Concerns;
using Oversight.Testkit;

namespace Oversight.Functions.Tests.Reviews;

/// <summary>Reviews from their reason to the approved åtgärdsplan, over HTTP on the domain clock.</summary>
public sealed class ReviewPathTests(ConcernApp world) : IClassFixture<ConcernApp>
{
    private const string Requirement = "kontaktvagar";

    private static readonly string[] Broken =
        ["verkstallighet", "kontaktvagar", "byte-av-ansvarig", "dokumentation-lss", "avtalsenkat", "ledningssystem"];

    private static readonly string[] Categories =
    [
        "ej-verkstallda-bestallningar", "kommunikationsvagar", "byte-av-ansvarig-ej-anmalt", "social-dokumentation",
        "avtalsenkat-ej-besvarad", "ledningssystem",
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Today => world.App.Clock.Now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    [Fact]
    [Trait("Requirement", "R25")]
    [Trait("Requirement", "R37")]
    [Trait("Requirement", "R40")]
    [Trait("Requirement", "R42")]
    [Trait("Requirement", "R85")]
    [Trait("Requirement", "R88")]
    [Trait("Requirement", "R93")]
    [Trait("Requirement", "R96")]
    [Trait("Requirement", "R100")]
    [Trait("Requirement", "R101")]
    [Trait("Requirement", "R102")]
    [Trait("Requirement", "R103")]
    [Trait("Requirement", "R105")]
    public async Task A_decision_leads_to_a_review_with_six_findings_and_that_to_an_approved_plan()
    {
        var id = await ReviewDriver.TriggerAsync(world);
        var reviewer = await world.SomebodyAsync(Role.QualityDeveloper, ConcernApp.Social);
        (await reviewer.GetPageAsync("/")).Body!.TextContent.ShouldContain("Börja granskningen av Björkens ledsagning");
        var driver = new ReviewDriver(reviewer, id);
        await driver.StartAsync(world);
        // The scope is filled in from what the concern is about.
        (await reviewer.GetPageAsync($"/granskningar/{id}/gor/omfattning"))
            .QuerySelectorAll("input[name=requirements][checked]")
            .Select(ticked => ticked.GetAttribute("value")).ShouldBe([Requirement]);
        await driver.DoAsync("set-scope", Scope(Broken));
        await driver.DoAsync("record-visit", new
        {
            visitedOn = Today,
            participants = "Verksamhetschef",
            notes = "Vi gick igenom rutinerna."
        });
        foreach (var (requirement, category) in Broken.Zip(Categories))
        {
            await driver.DoAsync("judge", Judgement(requirement));
            await driver.DoAsync("add-finding", new
            {
                requirement,
                category,
                severity = category == Categories[0] ? 4 : 2,
                affected = 4,
                text = $"Brist i {requirement}.",
                consequence = "Kunder har väntat.",
            });
        }

        await driver.DoAsync("change-finding", new
        {
            number = 2,
            status = "begun",
            causeOf = 1,
            reason = "Ny telefonväxel."
        });
        await driver.DoAsync("ask-supplement", new { asked = "Rutinen för beställningar." });
        await driver.DoAsync("receive-supplement", new { number = 1, receivedOn = Today, answer = "Rutinen kom in." });
        await driver.DoAsync("communicate");
        await driver.DoAsync("receive-comment", new
        {
            receivedOn = Today,
            text = "Vi håller inte med om brist 3.",
            answer = "Vi står fast."
        });
        await driver.DoAsync("establish", new { summary = "Allvarliga brister." });
        await driver.DoAsync("ask-plan");
        var early = await driver.TryAsync("approve-plan", new { reason = "Räcker." }, (await ReadVersionAsync(driver)));
        (await early.ReadJsonAsync()).ToJsonString().ShouldContain("review.without-measure");
        foreach (var finding in Enumerable.Range(1, Broken.Length))
            await driver.DoAsync("add-measure", new
            {
                finding,
                what = $"Åtgärd {finding}",
                responsible = "Verksamhetschef",
                due = "2027-06-01"
            });
        var done = await driver.DoAsync("approve-plan", new { reason = "Åtgärderna är konkreta." });

        done["status"]!.GetValue<string>().ShouldBe("planApproved");
        await world.App.Clock.AdvanceByAsync("PT2M");
        var page = await reviewer.GetPageAsync($"/granskningar/{id}");
        var papers = page.QuerySelectorAll("section[aria-labelledby=dokument] a")
            .ToDictionary(link => link.TextContent, link => link.GetAttribute("href")!);
        papers.Keys.ShouldBe(
        [
            "Granskningsplan", "Besöksprotokoll", "Begäran om komplettering 1", "Granskningsrapport, version 1",
            "Kommuniceringsbrev 1", "Begäran om åtgärdsplan 1", "Åtgärdsplan",
        ]);
        var report = await TextAsync(reviewer, papers["Granskningsrapport, version 1"]);
        report.ShouldContain("enstaka synpunkter från enstaka handläggare", Case.Sensitive,
            "Who told of it cannot be guessed from the number.");
        report.ShouldContain("Flera kunder", Case.Sensitive, "Four customers are not told by their number.");
        report.ShouldContain("Vi håller inte med om brist 3.");
        report.ShouldContain("Hälften eller fler", Case.Sensitive, "Six of ten tells that four were not.");
        report.ShouldNotContain("6 av 10");
        report.ShouldContain("Bidragande orsak till brist 1");
        (await TextAsync(reviewer, papers["Åtgärdsplan"])).ShouldContain("Åtgärd 6");
        foreach (var (title, address) in papers)
        {
            var text = await TextAsync(reviewer, address);
            text.ShouldContain("Omsorgsenheten, Socialnämnden");
            text.ShouldNotContain("utkast", Case.Insensitive, $"{title} is established.");
        }
    }

    [Fact]
    public async Task The_report_waits_for_the_providers_days_and_what_is_overdue_is_told_once()
    {
        var (driver, reviewer) = await StartAsync();
        await driver.DoAsync("set-scope", Scope(Requirement));
        await driver.DoAsync("judge", Judgement(Requirement));
        await driver.DoAsync("add-finding", Finding());
        await driver.DoAsync("communicate");
        using var early = await driver.TryAsync("establish", new { summary = "För tidigt." },
            await ReadVersionAsync(driver));
        (await early.ReadJsonAsync()).ToJsonString().ShouldContain("review.still-commenting");

        await world.App.Clock.AdvanceByAsync("P20D");
        (await reviewer.GetPageAsync("/")).Body!.TextContent.ShouldContain("Björkens ledsagning: svarstiden är ute");
        var chief = await world.SomebodyAsync(Role.UnitManager, ConcernApp.Social);
        (await chief.GetPageAsync("/")).Body!.TextContent.ShouldNotContain("svaret dröjer");
        await world.App.Clock.AdvanceByAsync("P3D");
        (await chief.GetPageAsync("/")).Body!.TextContent.ShouldContain("Björkens ledsagning: svaret dröjer");
        (await reviewer.GetPageAsync("/")).Body!.TextContent.ShouldNotContain("svaret dröjer");
        var page = await reviewer.GetPageAsync($"/granskningar/{driver.Id}");
        page.QuerySelectorAll(".timeline-head")
            .Count(entry => entry.TextContent.Contains("Svarstiden är ute", StringComparison.Ordinal)).ShouldBe(1);
        await driver.DoAsync("establish", new { summary = "Inga synpunkter kom." });
        (await reviewer.GetPageAsync("/")).Body!.TextContent.ShouldContain("Begär åtgärdsplan av Björkens ledsagning");
    }

    [Fact]
    public async Task Two_reviewers_judge_different_rows_at_once_and_the_same_row_is_a_conflict_that_shows_the_others()
    {
        var (driver, reviewer) = await StartAsync();
        await driver.DoAsync("set-scope", Scope(Requirement, "bemanning"));
        var other = await world.SomebodyAsync(Role.QualityDeveloper, ConcernApp.Social);
        var beside = new ReviewDriver(other, driver.Id);
        await beside.DoAsync("join");
        var seen = await ReadVersionAsync(driver);
        using var first = await driver.TryAsync("judge", Judgement(Requirement), seen);
        using var second = await beside.TryAsync("judge", Judgement("bemanning"), seen);
        (first.StatusCode, second.StatusCode).ShouldBe((HttpStatusCode.OK, HttpStatusCode.OK));
        using var same = await beside.TryAsync("judge", Judgement(Requirement), seen);
        same.StatusCode.ShouldBe(HttpStatusCode.Conflict);

        var form = await reviewer.GetFormAsync($"/granskningar/{driver.Id}/gor/bedom?requirement={Requirement}");
        (form["fulfilment"], form["sampleMet"], form["evidence"]).ShouldBe(("notMet", "6", "Fyra av tio var sena."));
        await beside.DoAsync("judge", Judgement(Requirement, evidence: "Den andras iakttagelse."));
        using var late = await form.With("fulfilment", "met").With("source", "dokument")
            .With("evidence", "Min iakttagelse.").SubmitAsync();
        late.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var shown = await late.ReadPageAsync();
        var answer = shown.Body!.TextContent;
        answer.ShouldContain("Den andras iakttagelse.");
        answer.ShouldContain("Min iakttagelse.");
        var resent = FormPage.Of(reviewer, shown, $"/granskningar/{driver.Id}/gor/bedom", "main form[method=post]");
        using var again = await resent.SubmitAsync();
        again.StatusCode.ShouldBe(HttpStatusCode.SeeOther, "Having seen the other's, the reviewer may say otherwise.");
    }

    [Fact]
    public async Task Whoever_is_in_conflict_neither_reads_nor_finds_the_review_and_another_takes_over_everything()
    {
        var (driver, reviewer) = await StartAsync();
        await driver.ReadAsync();
        using var declared = await driver.TryAsync("declare-conflict", new { reason = "Min syster är chef där." });
        declared.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        using var page = await reviewer.GetAsync($"/granskningar/{driver.Id}", Cancellation);
        page.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await reviewer.GetPageAsync("/granskningar")).Body!.InnerHtml.ShouldNotContain(driver.Id);

        var substitute = await world.SomebodyAsync(Role.QualityDeveloper, ConcernApp.Social);
        (await substitute.GetPageAsync("/")).Body!.TextContent
            .ShouldContain("Ta över granskningen av Björkens ledsagning");
        var taken = new ReviewDriver(substitute, driver.Id);
        await taken.DoAsync("take-over", new { reason = "Jäv." });
        await taken.DoAsync("set-scope", Scope(Requirement));
    }

    [Fact]
    public async Task Another_board_does_not_read_a_review_and_its_own_chief_reads_without_writing()
    {
        var (driver, _) = await StartAsync();
        foreach (var (role, board, expected) in new[]
        {
            (Role.QualityDeveloper, ConcernApp.Elder, HttpStatusCode.Forbidden),
            (Role.CaseOfficer, ConcernApp.Social, HttpStatusCode.Forbidden),
            (Role.BoardSecretary, ConcernApp.Social, HttpStatusCode.Forbidden),
            (Role.Administrator, ConcernApp.Social, HttpStatusCode.Forbidden),
            (Role.UnitManager, ConcernApp.Social, HttpStatusCode.OK),
            (Role.ProcessOwner, ConcernApp.Social, HttpStatusCode.OK),
        })
        {
            var somebody = await world.SomebodyAsync(role, board);
            using var page = await somebody.GetAsync($"/granskningar/{driver.Id}", Cancellation);
            page.StatusCode.ShouldBe(expected, $"{role} of {board}");
            using var call = await new ReviewDriver(somebody, driver.Id).TryAsync("set-scope", Scope(Requirement), 2);
            call.StatusCode.ShouldBe(HttpStatusCode.Forbidden, $"{role} of {board}");
        }
    }

    [Fact]
    public async Task A_review_without_findings_is_reported_and_closed()
    {
        var (driver, _) = await StartAsync();
        await driver.DoAsync("set-scope", Scope(Requirement));
        await driver.DoAsync("judge", new { requirement = Requirement, fulfilment = "met", source = "dokument" });
        await driver.DoAsync("communicate", new { waived = true, reason = "Inget att invända mot." });
        await driver.DoAsync("establish", new { summary = "Inga brister." });
        (await driver.DoAsync("close", ReviewDriver.Closing))["ending"]!.GetValue<string>()
            .ShouldBe("completed");
    }

    private async Task<(ReviewDriver Driver, HttpClient Reviewer)> StartAsync()
    {
        var id = await ReviewDriver.TriggerAsync(world);
        var reviewer = await world.SomebodyAsync(Role.QualityDeveloper, ConcernApp.Social);
        var driver = new ReviewDriver(reviewer, id);
        await driver.StartAsync(world);
        return (driver, reviewer);
    }

    private static async Task<int> ReadVersionAsync(ReviewDriver driver)
    {
        await driver.ReadAsync();
        return driver.Version;
    }

    private static object Scope(params string[] requirements) =>
        new
        {
            requirements,
            methods = new[] { "besok", "stickprov" },
            announced = true,
            reason = "Efter synpunkterna."
        };

    private static object Judgement(string requirement, string evidence = "Fyra av tio var sena.") =>
        new { requirement, fulfilment = "notMet", sampleMet = 6, sampleTaken = 10, source = "akter", evidence };

    private static object Finding() =>
        new { requirement = Requirement, category = "kommunikationsvagar", severity = 3, text = "Svarar inte." };

    private static Task<string> TextAsync(HttpClient client, string document) =>
        ReviewPapers.TextAsync(client, document);
}
