using System.Globalization;
using System.Net;
using Oversight.Functions.Referrals;
using Oversight.Functions.Reviews;
using Oversight.Functions.Tests.Concerns;
using Oversight.Functions.Tests.Reviews;
using Oversight.Testkit;

namespace Oversight.Functions.Tests.Referrals;

/// <summary>A serious finding, or a concern, asks whether IVO is to be told, and a person answers.</summary>
public sealed class IvoPathTests(ReferralApp world) : IClassFixture<ReferralApp>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Today => world.App.Clock.Now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    [Fact]
    [Trait("Requirement", "R66")]
    [Trait("Requirement", "R72")]
    public async Task A_serious_finding_keeps_the_review_open_until_the_enhetschef_has_decided_and_IVO_has_been_told()
    {
        var (reviewer, chief) = (await ReviewerAsync(), await ChiefAsync());
        var driver = await world.FindAsync(reviewer, severity: 4);
        await driver.DoAsync("add-finding", ReferralApp.Finding(4));
        await driver.DoAsync("add-finding", ReferralApp.Finding(3));
        var position = await Positions.OneAsync(chief, driver.Id);
        var read = await position.ReadAsync();
        (read["ground"]!.GetValue<string>(), read["duty"]!.GetValue<bool>()).ShouldBe(("allvarliga-brister", true));
        read["findings"]!.AsArray().Select(number => number!.GetValue<int>()).ShouldBe([1, 2]);
        (await ToDoAsync(chief)).ShouldContain($"/ivo/{position.Id}");
        (await ToDoAsync(reviewer)).ShouldNotContain($"/ivo/{position.Id}");
        (await reviewer.GetPageAsync($"/granskningar/{driver.Id}")).QuerySelector($"a[href='/ivo/{position.Id}']")
            .ShouldNotBeNull();

        await ReferralApp.ReportAsync(driver);
        foreach (var number in new[] { 2, 3 })
            await driver.DoAsync("change-finding", new { number, status = "remedied", reason = "Klart." });
        (await ReferralApp.CloseAsync(driver)).ShouldBe("review.ivo-position-open");
        var answer = new { report = false, ground = "allvarliga-brister", reason = "Larmet besvaras nu." };
        using (var other = await position.By(reviewer).TryAsync("decide", answer))
            other.StatusCode.ShouldBe(HttpStatusCode.Forbidden, "A kvalitetsutvecklare does not decide.");
        (await position.RefusedAsync("decide", answer)).ShouldBe("reassessed:ivo.duty-applies");
        await position.DoAsync("decide", answer with { report = true, reason = "Kunder har blivit utan hjälp." });
        (await ReferralApp.CloseAsync(driver)).ShouldBe("review.ivo-position-open", "IVO has not been told.");

        var page = await chief.GetPageAsync($"/ivo/{position.Id}");
        var draft = page.QuerySelectorAll("main a").Single(link => link.TextContent == "Utkast till anmälan till IVO")
            .GetAttribute("href")!;
        foreach (var text in new[]
        {
            await ReviewPapers.TextAsync(chief, draft), await ReviewPapers.UsedAsync(chief, draft),
        })
        {
            foreach (var fact in new[]
            {
                "Omsorg i Testby AB", "Björkens ledsagning", "Box 45184", "27 kap. 7 §", "Ingen svarar på larmet.",
                "Kunder har blivit utan hjälp.", "Flera kunder", "Enhetschef", "delegationsordning", "Brist 2",
                "Verksamhet av ett slag som kräver tillstånd",
            })
                text.ShouldContain(fact);
            text.ShouldNotContain("4 kunder");
            text.ShouldNotContain("Brist 3:", Case.Sensitive, "It is not serious.");
        }

        await position.By(reviewer).DoAsync("record-report", new { reportedOn = Today, number = "IVO 2027-00012" });
        (await ReferralApp.CloseAsync(driver)).ShouldBe("closed");
        (await chief.GetPageAsync($"/ivo/{position.Id}")).Body!.TextContent.ShouldContain("IVO 2027-00012");
        (await ToDoAsync(chief)).ShouldNotContain($"/ivo/{position.Id}");
    }

    [Fact]
    public async Task No_by_reassessing_the_ground_ends_it_and_a_new_serious_finding_asks_again()
    {
        var (reviewer, chief) = (await ReviewerAsync(), await ChiefAsync());
        var driver = await world.FindAsync(reviewer, severity: 4);
        var position = await Positions.OneAsync(chief, driver.Id);
        using (var form = await (await chief.GetFormAsync($"/ivo/{position.Id}/gor/besluta"))
            .With("report", "false").With("reason", "Det var provlarm.").SubmitAsync())
            (await form.ReadPageAsync()).Body!.TextContent.ShouldContain("kryssa i att den är");
        using (var form = await (await chief.GetFormAsync($"/ivo/{position.Id}/gor/besluta"))
            .With("report", "false").With("reassessed", "true").With("reason", "Det var provlarm.").SubmitAsync())
            await form.ExpectAsync(HttpStatusCode.SeeOther);
        (await position.ReadAsync())["decision"]!["reassessed"]!.GetValue<bool>().ShouldBeTrue();
        await driver.DoAsync("add-finding", ReferralApp.Finding(4));
        var both = await Positions.OfAsync(chief, driver.Id);
        both.Select(matter => matter.Status).ShouldBe(["open", "declined"]);
        (await both[0].ReadAsync())["findings"]!.AsArray().Single()!.GetValue<int>().ShouldBe(2);
    }

    [Fact]
    public async Task A_concern_brings_it_without_a_review_and_the_substitute_decides_when_the_days_have_passed()
    {
        var reporter = await world.SomebodyAsync(Role.CaseOfficer);
        var concern = await world.ReportAsync(reporter);
        var (assessor, chief) = (await ReviewerAsync(), await ChiefAsync());
        var owner = await world.SomebodyAsync(Role.ProcessOwner, ConcernApp.Social);
        (await assessor.GetPageAsync($"/synpunkter/arende/{concern}"))
            .QuerySelector($"a[href='/synpunkter/arende/{concern}/ivo/ny']").ShouldNotBeNull();
        (await Positions.RaiseAsync(reporter, concern, new { ground = "tillstand-saknas", reason = "Inget." }))
            .ShouldBe("Forbidden");
        (await Positions.RaiseAsync(assessor, concern, new { reason = "Inget." })).ShouldBe("ivo.ground-missing");
        using (var raised = await (await assessor.GetFormAsync($"/synpunkter/arende/{concern}/ivo/ny"))
            .With("ground", "tillstand-saknas").With("reason", "Inget tillstånd finns.").SubmitAsync())
            await raised.ExpectAsync(HttpStatusCode.SeeOther);
        (await Positions.RaiseAsync(assessor, concern, new { ground = "lamplighet", reason = "Igen." }))
            .ShouldBe("ivo.already-open");
        var rows = (await assessor.GetPageAsync("/ivo")).QuerySelectorAll("tbody a")
            .Select(link => link.GetAttribute("href")!).ToList();
        var id = "";
        foreach (var row in rows)
        {
            if ((await assessor.GetPageAsync(row)).Body!.TextContent.Contains("Inget tillstånd finns."))
                id = row.Split('/')[^1];
        }

        var position = new Matter(owner, $"/api/v1/ivo-positions/{id}");
        var yes = new { report = true, ground = "tillstand-saknas", reason = "Inget tillstånd." };
        (await ToDoAsync(chief)).ShouldContain($"/ivo/{id}");
        (await ToDoAsync(owner)).ShouldNotContain($"/ivo/{id}");
        using (var early = await position.TryAsync("decide", yes))
            early.StatusCode.ShouldBeOneOf(HttpStatusCode.Conflict, HttpStatusCode.UnprocessableEntity);
        await world.App.Clock.AdvanceByAsync("P8D");
        (await ToDoAsync(owner)).ShouldContain($"/ivo/{id}");
        (await owner.GetPageAsync($"/ivo/{id}")).Body!.TextContent.ShouldContain("ersättaren får också besluta");
        await position.DoAsync("decide", yes);
        (await position.ReadAsync())["decision"]!["by"]!.GetValue<string>().ShouldBe("processOwner");
        var draft = await ReviewPapers.UsedAsync(owner, $"/dokument/{IvoPaper.IdOf(Oversight.Id.FromValue(id))}");
        draft.ShouldContain("Ingen granskning är påbörjad.");
        draft.ShouldContain("Inget tillstånd finns.");

        // A review that is made because of the concern says that it is asked already.
        using (var assessed = await ConcernApp.AssessAsync(
            assessor, concern, ConcernApp.Assessment("proposeTriggeredReview", "Allvarligt.", 4)))
            await assessed.ExpectAsync(HttpStatusCode.OK);
        using (var decided = await ReviewDriver.SendAsync(
            chief, $"/api/v1/concerns/{concern}/actions/decide", new { approved = true, reason = "Granskas." }, 2))
            await decided.ExpectAsync(HttpStatusCode.OK);
        await world.App.Clock.AdvanceByAsync("PT2M");
        (await assessor.GetPageAsync($"/granskningar/{ReviewIds.OfConcern(Oversight.Id.FromValue(concern))}"))
            .QuerySelector($"a[href='/ivo/{id}']").ShouldNotBeNull();
    }

    [Fact]
    public async Task Egen_regi_of_a_licensable_kind_gets_the_same_question_and_another_operation_the_guideline()
    {
        var (reviewer, chief) = (await ReviewerAsync(), await ChiefAsync());
        var own = await world.FindAsync(reviewer, 4, ReferralApp.OwnUnit, "bostad-vuxna");
        var position = await (await Positions.OneAsync(chief, own.Id)).ReadAsync();
        (position["duty"]!.GetValue<bool>(), position["ground"]!.GetValue<string>())
            .ShouldBe((true, "allvarliga-brister"));
        var plain = await world.FindAsync(reviewer, 4, ReferralApp.PlainUnit, "dagverksamhet");
        var other = await Positions.OneAsync(chief, plain.Id);
        position = await other.ReadAsync();
        (position["duty"]!.GetValue<bool>(), position["ground"]!.GetValue<string>()).ShouldBe((false, "riktlinje"));
        await other.DoAsync("decide", new { report = false, ground = "riktlinje", reason = "Åtgärdat samma dag." });
        await ReferralApp.ReportAsync(plain);
        (await ReferralApp.CloseAsync(plain)).ShouldBe("closed");
    }

    [Fact]
    public async Task Jav_and_seal_close_it_through_every_door()
    {
        var (reviewer, chief) = (await ReviewerAsync(), await ChiefAsync());
        var driver = await world.FindAsync(reviewer, severity: 4);
        var position = await Positions.OneAsync(chief, driver.Id);
        await position.DoAsync(
            "decide", new { report = true, ground = "allvarliga-brister", reason = "Allvarligt." });
        var document = $"/dokument/{IvoPaper.IdOf(Oversight.Id.FromValue(position.Id))}";
        var (biased, colleague) = (await ReviewerAsync(), await ReviewerAsync());
        var secretary = await world.SomebodyAsync(Role.BoardSecretary, ConcernApp.Social);
        var officer = await world.SomebodyAsync(Role.CaseOfficer, ConcernApp.Social);
        var elsewhere = await world.SomebodyAsync(Role.UnitManager, ConcernApp.Elder);
        (await SeenAsync(secretary, driver.Id, position.Id, document)).ShouldBe("");
        (await SeenAsync(officer, driver.Id, position.Id, document)).ShouldBe("");
        (await SeenAsync(elsewhere, driver.Id, position.Id, document)).ShouldBe("");
        (await SeenAsync(biased, driver.Id, position.Id, document)).ShouldBe("page api list document");
        await new ReviewDriver(biased, driver.Id).DoAsync(
            "declare-conflict", new { reason = "Släkt." }, HttpStatusCode.NoContent);
        (await SeenAsync(biased, driver.Id, position.Id, document)).ShouldBe("");
        (await SeenAsync(colleague, driver.Id, position.Id, document)).ShouldBe("page api list document");
        await driver.DoAsync("seal", new { reason = "Misstänkt stöld." });
        (await SeenAsync(colleague, driver.Id, position.Id, document)).ShouldBe("");
        (await SeenAsync(reviewer, driver.Id, position.Id, document)).ShouldBe("page api list document");
        (await SeenAsync(chief, driver.Id, position.Id, document)).ShouldBe("page api list document");
    }

    [Fact]
    public async Task Jav_of_the_enhetschef_gives_it_to_the_substitute_who_reads_it()
    {
        var (reviewer, chief) = (await ReviewerAsync(), await ChiefAsync());
        var owner = await world.SomebodyAsync(Role.ProcessOwner, ConcernApp.Social);
        var driver = await world.FindAsync(reviewer, severity: 4);
        var position = await Positions.OneAsync(chief, driver.Id);
        using (var declared = await position.TryAsync("declare-conflict", new { reason = "Släkt med ägaren." }))
            declared.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await position.StatusAsync()).ShouldBe(HttpStatusCode.Forbidden);
        (await Positions.OfAsync(chief, driver.Id)).ShouldBeEmpty();
        await position.By(owner).DoAsync(
            "decide", new { report = true, ground = "lamplighet", reason = "Allvarligt." });
    }

    private static async Task<string> SeenAsync(HttpClient client, string review, string id, string document)
    {
        var seen = new List<string>();
        if (await StatusAsync(client, $"/ivo/{id}") == HttpStatusCode.OK)
            seen.Add("page");
        if (await StatusAsync(client, $"/api/v1/ivo-positions/{id}") == HttpStatusCode.OK)
            seen.Add("api");
        if (await StatusAsync(client, "/api/v1/ivo-positions") == HttpStatusCode.OK
            && (await Positions.OfAsync(client, review)).Count > 0)
            seen.Add("list");
        if (await StatusAsync(client, document) == HttpStatusCode.OK)
            seen.Add("document");
        return string.Join(' ', seen);
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, string address)
    {
        using var response = await client.GetAsync(address, Cancellation);
        return response.StatusCode;
    }

    private static async Task<string> ToDoAsync(HttpClient client) =>
        (await client.GetPageAsync("/")).QuerySelector("main")!.InnerHtml;

    private Task<HttpClient> ReviewerAsync() => world.SomebodyAsync(Role.QualityDeveloper, ConcernApp.Social);

    private Task<HttpClient> ChiefAsync() => world.SomebodyAsync(Role.UnitManager, ConcernApp.Social);
}

/// <summary>A question from before the duty follows the law of its day.</summary>
public sealed class EarlierLawTests(EarlierLawTests.Earlier world) : IClassFixture<EarlierLawTests.Earlier>
{
    [Fact]
    public async Task Before_2026_the_guideline_is_the_ground_and_a_plain_no_is_enough()
    {
        var reviewer = await world.SomebodyAsync(Role.QualityDeveloper, ConcernApp.Social);
        var chief = await world.SomebodyAsync(Role.UnitManager, ConcernApp.Social);
        var concern = await world.ReportAsync(await world.SomebodyAsync(Role.CaseOfficer), new
        {
            unitId = world.Unit,
            service = "ledsagarservice",
            text = "Ingen svarade.",
            occurred = "2025-12-15",
            consequence = "ej-verkstalld",
        });
        (await Positions.RaiseAsync(reviewer, concern, new { ground = "tillstand-saknas", reason = "Inget." }))
            .ShouldBe("ivo.unknown-ground");
        var id = await Positions.RaiseAsync(reviewer, concern, new { ground = "riktlinje", reason = "Allvarligt." });
        await world.App.Clock.AdvanceToAsync(new DateTimeOffset(2026, 1, 2, 9, 0, 0, TimeSpan.FromHours(1)));
        var position = new Matter(chief, $"/api/v1/ivo-positions/{id}");
        (await position.ReadAsync())["duty"]!.GetValue<bool>().ShouldBeFalse();
        (await chief.GetPageAsync($"/ivo/{id}")).Body!.TextContent.ShouldContain("innan skyldigheten att anmäla");
        (await position.RefusedAsync(
            "decide", new { report = true, ground = "allvarliga-brister", reason = "Allvarligt." }))
            .ShouldBe("ground:ivo.unknown-ground");
        await position.DoAsync("decide", new { report = false, ground = "riktlinje", reason = "Åtgärdat." });
    }

    public sealed class Earlier : ConcernApp
    {
        protected override AppOptions Options =>
            new() { Clock = new DateTimeOffset(2025, 12, 29, 8, 0, 0, TimeSpan.FromHours(1)) };
    }
}
