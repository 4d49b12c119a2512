using System.Globalization;
using System.Net;
using System.Text;
using Oversight.Functions.Tests.Concerns;
using Oversight.Testkit;

namespace Oversight.Functions.Tests.Reviews;

/// <summary>
/// What a review builds on, over HTTP: attached by its reviewers, and gathered of the unit by itself.
/// </summary>
public sealed class SourcePathTests(ConcernApp world) : IClassFixture<ConcernApp>
{
    private static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.7\n%%EOF\n");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Today => world.App.Clock.Now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    [Fact]
    [Trait("Requirement", "R35")]
    [Trait("Requirement", "R36")]
    public async Task What_is_attached_stands_on_the_page_and_in_the_papers_with_kind_source_and_date_and_without_note()
    {
        var (driver, reviewer) = await StartAsync();
        await AttachAsync(reviewer, driver.Id, "kvalitetsregister", "Trycksår, årsrapport", "register.pdf", Pdf);
        await driver.DoAsync("set-scope", Scope());
        await driver.DoAsync("attach-source", new
        {
            kind = "individuppfoljning",
            what = "Sammanställning av individuppföljningar",
            origin = "Myndighetsenheten",
            from = Today,
            note = "Ledsagningen uteblir ofta.",
        });
        await driver.DoAsync("attach-source", new
        {
            kind = "annat",
            what = "Fel rapport",
            origin = "Okänd",
            from = Today
        });
        (await reviewer.GetPageAsync($"/granskningar/{driver.Id}/gor/ta-bort-underlag"))
            .QuerySelectorAll("select[name=number] option[value]:not([value=''])").Length.ShouldBe(3);
        await driver.DoAsync("withdraw-source", new { number = 3, reason = "Den gäller en annan enhet." });
        await driver.DoAsync("judge", new { requirement = "kontaktvagar", fulfilment = "met", source = "kund" });
        await driver.DoAsync("communicate", new { waived = true, reason = "Brådskar." });
        await driver.DoAsync("establish", new { summary = "Inga brister." });
        await world.App.Clock.AdvanceByAsync("PT2M");

        var page = await reviewer.GetPageAsync($"/granskningar/{driver.Id}");
        var section = page.QuerySelector("section[aria-labelledby=underlag]")!;
        section.TextContent.ShouldContain("Trycksår, årsrapport");
        section.TextContent.ShouldContain("Ledsagningen uteblir ofta.");
        section.TextContent.ShouldNotContain("Fel rapport");
        page.QuerySelector("section[aria-labelledby=historik]")!.TextContent
            .ShouldContain("Den gäller en annan enhet.");

        var papers = await ReviewPapers.OfAsync(reviewer, driver.Id);
        foreach (var title in new[] { "Granskningsplan", "Granskningsrapport, version 1" })
        {
            var text = await ReviewPapers.UsedAsync(reviewer, papers[title]);
            text.ShouldContain("Underlag", Case.Sensitive, title);
            foreach (var told in new[]
            {
                "Kvalitetsregister", "Trycksår, årsrapport", "Nationella registret", "Resultat av individuppföljning",
                "Sammanställning av individuppföljningar", "Myndighetsenheten",
            })
                text.ShouldContain(told, Case.Sensitive, title);
            text.ShouldNotContain("Ledsagningen uteblir ofta.", Case.Sensitive, "The note is the reviewers' own.");
            text.ShouldNotContain("Fel rapport", Case.Sensitive, title);
        }
    }

    [Fact]
    public async Task A_file_is_handed_out_by_a_link_of_its_own_and_one_that_lies_about_its_type_is_not_taken()
    {
        var (driver, reviewer) = await StartAsync();
        var before = (await driver.ReadAsync())["version"]!.GetValue<int>();
        await AttachAsync(reviewer, driver.Id, "annat", "Bild", "bild.pdf", Encoding.UTF8.GetBytes("<script>"),
            HttpStatusCode.UnprocessableEntity);
        (await driver.ReadAsync())["version"]!.GetValue<int>().ShouldBe(before, "nothing was attached");
        await AttachAsync(reviewer, driver.Id, "patientsakerhetsberattelse", "Berättelse", "berättelse.pdf", Pdf);

        var told = (await driver.ReadAsync())["sources"]!.AsArray().Single()!;
        told["what"]!.GetValue<string>().ShouldBe("Berättelse");
        told["kind"]!.GetValue<string>().ShouldBe("patientsakerhetsberattelse");
        told["hasFile"]!.GetValue<bool>().ShouldBeTrue();
        var colleague = await world.SomebodyAsync(Role.UnitManager, ConcernApp.Social);
        var address = (await colleague.GetPageAsync($"/granskningar/{driver.Id}"))
            .QuerySelector("section[aria-labelledby=underlag] a[href$='/underlag/1']")!.GetAttribute("href")!;
        using var link = await colleague.GetAsync(address, Cancellation);
        await link.ExpectAsync(HttpStatusCode.SeeOther);
        using var anybody = new HttpClient();
        using var file = await anybody.GetAsync(link.Headers.Location, Cancellation);
        (await file.Content.ReadAsByteArrayAsync(Cancellation)).ShouldBe(Pdf);
        file.Content.Headers.ContentType!.MediaType.ShouldBe("application/pdf");

        foreach (var (who, at, expected) in new[]
        {
            (await world.SomebodyAsync(Role.UnitManager, ConcernApp.Elder), address, HttpStatusCode.Forbidden),
            (await world.SomebodyAsync(Role.BoardSecretary, ConcernApp.Social), address, HttpStatusCode.Forbidden),
            (await InConflictAsync(driver.Id), address, HttpStatusCode.Forbidden),
            (colleague, address.Replace("/underlag/1", "/underlag/2", StringComparison.Ordinal),
                HttpStatusCode.NotFound),
        })
        {
            using var answer = await who.GetAsync(at, Cancellation);
            answer.StatusCode.ShouldBe(expected);
        }

        (await driver.DoAsync("withdraw-source", new { number = 1, reason = "Fel fil." }))["sources"]!.AsArray()
            .ShouldBeEmpty();
        using var gone = await colleague.GetAsync(address, Cancellation);
        gone.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_the_system_knows_of_the_unit_stands_beside_it_for_those_who_may_know()
    {
        var (earlier, reviewer) = await StartAsync();
        await ReviewMatrixTests.AdvanceAsync(world, earlier, Oversight.Reviews.ReviewStatus.PlanApproved,
            isStarted: true);
        await world.App.Clock.AdvanceByAsync("PT2M");
        var (driver, _) = await StartAsync();

        var known = (await reviewer.GetPageAsync($"/granskningar/{driver.Id}"))
            .QuerySelector("section[aria-labelledby=redan-kant]")!;
        known.QuerySelector($"a[href='/granskningar/{earlier.Id}']").ShouldNotBeNull();
        known.TextContent.ShouldContain("0 av 1", Case.Sensitive, "its finding is remedied");
        known.TextContent.ShouldContain("Godkänd");
        known.QuerySelectorAll("a[href^='/dokument/']").Length.ShouldBeGreaterThanOrEqualTo(2);
        var list = known.QuerySelector("a[href^='/synpunkter/inkorg']")!.GetAttribute("href")!;
        (await reviewer.GetPageAsync(list)).Body!.TextContent.ShouldContain("Björkens ledsagning");

        var apart = await InConflictAsync(earlier.Id);
        var less = (await apart.GetPageAsync($"/granskningar/{driver.Id}"))
            .QuerySelector("section[aria-labelledby=redan-kant]")!;
        less.InnerHtml.ShouldNotContain(earlier.Id, Case.Sensitive, "jäv closes the earlier review here too");
        var nurse = await world.SomebodyAsync(Role.MedicallyResponsible, ConcernApp.Social);
        var read = (await nurse.GetPageAsync($"/granskningar/{driver.Id}"))
            .QuerySelector("section[aria-labelledby=redan-kant]")!;
        read.QuerySelector("a[href^='/dokument/']").ShouldBeNull("she reads no documents");
        read.TextContent.ShouldContain("Godkänd");
    }

    private static object Scope() => new
    {
        requirements = new[] { "kontaktvagar" },
        methods = new[] { "besok" },
        reason = "Därför.",
    };

    private async Task AttachAsync(
        HttpClient reviewer, string review, string kind, string what, string fileName, byte[] content,
        HttpStatusCode expected = HttpStatusCode.SeeOther)
    {
        var form = await reviewer.GetFormAsync($"/granskningar/{review}/gor/nytt-underlag");
        using var answer = await form.With("kind", kind).With("what", what).With("origin", "Nationella registret")
            .With("from", Today).WithFile("files", fileName, "application/pdf", content).SubmitAsync();
        await answer.ExpectAsync(expected);
    }

    private async Task<HttpClient> InConflictAsync(string review)
    {
        var somebody = await world.SomebodyAsync(Role.UnitManager, ConcernApp.Social);
        using var declared = await (await somebody.GetFormAsync($"/granskningar/{review}/gor/anmal-jav"))
            .With("reason", "Min syster är chef där.").SubmitAsync();
        await declared.ExpectAsync(HttpStatusCode.SeeOther);
        return somebody;
    }

    private async Task<(ReviewDriver Driver, HttpClient Reviewer)> StartAsync()
    {
        var reviewer = await world.SomebodyAsync(Role.QualityDeveloper, ConcernApp.Social);
        var driver = new ReviewDriver(reviewer, await ReviewDriver.TriggerAsync(world));
        await driver.StartAsync(world);
        return (driver, reviewer);
    }
}
