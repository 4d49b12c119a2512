using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using Oversight.Functions.Tests.Concerns;
using Oversight.Testkit;

namespace Oversight.Functions.Tests.Reviews;

/// <summary>The documents of a review, opened as those who use them do.</summary>
public sealed class ReviewPaperTests(ConcernApp world) : IClassFixture<ConcernApp>
{
    private const string Requirement = "kontaktvagar";

    private string Today => Day(0);

    [Fact]
    [Trait("Requirement", "R30")]
    [Trait("Requirement", "R32")]
    public async Task Every_document_of_a_review_can_be_used_as_it_is()
    {
        var (driver, reviewer) = await StartAsync();
        await driver.DoAsync("set-scope", new
        {
            requirements = new[] { Requirement },
            methods = new[] { "besok", "stickprov" },
            visitOn = Day(5),
            announced = true,
            reason = "Risk.",
        });
        await driver.DoAsync("announce-visit", new
        {
            time = "klockan 9–15",
            meet = "Verksamhetschefen.",
            prepare = "Rutinen för telefon."
        });
        await driver.DoAsync("record-visit", new
        {
            visitedOn = Today,
            participants = "Verksamhetschef.",
            notes = "Vi ringde tio gånger."
        });
        await driver.DoAsync(
            "judge", new
            {
                requirement = Requirement,
                fulfilment = "notMet",
                sampleMet = 6,
                sampleTaken = 10,
                source = "akter",
                evidence = "Fyra svar."
            });
        await driver.DoAsync(
            "add-finding", new
            {
                requirement = Requirement,
                category = "kommunikationsvagar",
                severity = 3,
                affected = 2,
                text = "Svarar inte."
            });
        await driver.DoAsync("communicate");
        await driver.DoAsync("receive-comment", new
        {
            receivedOn = Today,
            text = "Vi håller med.",
            answer = "Noterat."
        });
        await driver.DoAsync("establish", new { summary = "En brist." });
        await driver.DoAsync("correct", new { what = "Antalet samtal.", reason = "Fel räknat." });
        await driver.DoAsync("communicate", new { waived = true, reason = "Bara en siffra." });
        await driver.DoAsync("establish", new { summary = "En brist, rätt räknad." });
        await driver.DoAsync("ask-plan");
        await driver.DoAsync("add-measure", new
        {
            finding = 1,
            what = "Ny växel",
            responsible = "Chef",
            due = "2027-06-01"
        });
        await driver.DoAsync("approve-plan", new { reason = "Räcker." });
        await driver.DoAsync("sum-up", new { lessons = "Ring först.", readers = "Avtalsgruppen\nBeställarna" });
        await world.App.Clock.AdvanceByAsync("PT2M");

        var papers = await ReviewPapers.OfAsync(reviewer, driver.Id);
        papers.Keys.ShouldBe(
        [
            "Granskningsplan", "Aviseringsbrev 1", "Besöksprotokoll", "Granskningsrapport, version 1",
            "Granskningsrapport, version 2", "Kommuniceringsbrev 1",
            "Rättelse, version 2", "Begäran om åtgärdsplan 1", "Åtgärdsplan",
            "Intern sammanfattning för lärande",
        ]);
        var texts = new Dictionary<string, string>();
        foreach (var (title, address) in papers)
        {
            texts[title] = await ReviewPapers.UsedAsync(reviewer, address);
            texts[title].ShouldContain("Kvalitetsutvecklare", Case.Sensitive, title);
            texts[title].ShouldContain("Omsorgsenheten, Socialnämnden", Case.Sensitive, title);
            texts[title].ShouldNotContain("utkast", Case.Insensitive, title);
        }

        texts["Granskningsplan"].ShouldContain("Granskningen följer Omsorgsenhetens rutin för kvalitetsgranskning.");
        (await reviewer.GetPageAsync($"/granskningar/{driver.Id}")).Body!.TextContent
            .ShouldContain("Omsorgsenhetens rutin för kvalitetsgranskning");
        texts["Aviseringsbrev 1"].ShouldContain("klockan 9–15");
        texts["Aviseringsbrev 1"].ShouldContain("Verksamhetschefen.");
        texts["Aviseringsbrev 1"].ShouldContain("Rutinen för telefon.");
        texts["Aviseringsbrev 1"].ShouldContain("frivilligt");
        texts["Aviseringsbrev 1"].ShouldNotContain("handläggare", Case.Insensitive,
            "Who told of it is not for the provider to guess.");
        texts["Besöksprotokoll"].ShouldContain("Hälften eller fler");
        texts["Besöksprotokoll"].ShouldContain("Ej uppfyllt");
        texts["Besöksprotokoll"].ShouldContain("Vi ringde tio gånger.");
        texts["Rättelse, version 2"].ShouldContain("Antalet samtal.");
        texts["Rättelse, version 2"].ShouldContain("Fel räknat.");
        texts["Rättelse, version 2"].ShouldContain("Granskningsrapport, version 2, ");
        texts["Begäran om åtgärdsplan 1"].ShouldContain("Granskningsrapport, version 2, ");
        texts["Intern sammanfattning för lärande"].ShouldContain("Beställarna");
        texts["Intern sammanfattning för lärande"].ShouldNotContain("Svarar inte.", Case.Sensitive,
            "The words of a finding may tell of clients.");
        using var secretary = await world.SomebodyAsync(Role.BoardSecretary, ConcernApp.Social);
        var listed = (await secretary.GetPageAsync("/dokument")).Body!.InnerHtml;
        listed.ShouldContain(papers["Rättelse, version 2"]);
        listed.ShouldNotContain(papers["Intern sammanfattning för lärande"]);
        listed.ShouldNotContain(papers["Besöksprotokoll"]);
    }

    [Fact]
    [Trait("Requirement", "R28")]
    public async Task Every_report_of_a_period_is_accounted_for_and_nobody_in_conflict_in_one_accounts_for_them()
    {
        var (driver, reviewer) = await StartAsync();
        var inConflict = await world.SomebodyAsync(Role.UnitManager, ConcernApp.Social);
        var beside = new ReviewDriver(inConflict, driver.Id);
        await beside.ReadAsync();
        using var declared = await beside.TryAsync("declare-conflict", new { reason = "Min syster är chef där." });
        declared.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await ReviewMatrixTests.AdvanceAsync(world, driver, Oversight.Reviews.ReviewStatus.PlanApproved,
            isStarted: true);
        var period = new { board = ConcernApp.Social, from = Today, to = Today };
        using var refused = await inConflict.PostAsJsonAsync("/api/v1/reviews/accounts", period,
            ConcernApp.Cancellation);
        (await refused.Content.ReadAsStringAsync(ConcernApp.Cancellation)).ShouldContain("account.in-conflict");

        var chief = await world.SomebodyAsync(Role.UnitManager, ConcernApp.Social);
        (await chief.GetPageAsync("/granskningar")).QuerySelector("a[href='/granskningar/redovisning']")
            .ShouldNotBeNull();
        using var made = await (await chief.GetFormAsync("/granskningar/redovisning"))
            .With("board", ConcernApp.Social).With("from", Today).With("to", Today).SubmitAsync();
        await made.ExpectAsync(HttpStatusCode.SeeOther);
        var document = made.Headers.Location!.OriginalString;
        var text = await ReviewPapers.UsedAsync(chief, document);
        text.ShouldContain("Björkens ledsagning");
        text.ShouldContain("Påkallad, enstaka synpunkter", Case.Sensitive, "One concern points at who told of it.");
        text.ShouldContain("Måttliga: 1");
        text.ShouldContain("Godkänd ");
        text.ShouldContain("Enhetschef");
        text.ShouldContain("Granskningsrapport för Björkens ledsagning, version 1, ");
        using var secretary = await world.SomebodyAsync(Role.BoardSecretary, ConcernApp.Social);
        (await ReviewPapers.TextAsync(secretary, document)).ShouldContain("Björkens ledsagning");
        using var closed = await inConflict.GetAsync(document, ConcernApp.Cancellation);
        closed.StatusCode.ShouldBe(HttpStatusCode.Forbidden);

        using var again = await reviewer.PostAsJsonAsync("/api/v1/reviews/accounts", period, ConcernApp.Cancellation);
        await again.ExpectAsync(HttpStatusCode.Created);
        foreach (var (body, code) in new (object, string)[]
        {
            (new { board = ConcernApp.Elder, from = Today, to = Today }, "account.board-foreign"),
            (new { board = "ingen", from = Today, to = Today }, "account.board-unknown"),
            (new { board = ConcernApp.Social, from = Today, to = "2020-01-01" }, "account.backwards"),
            (new { board = ConcernApp.Social, from = "2020-01-01", to = "2020-02-01" }, "account.no-reports"),
            (new { board = ConcernApp.Social, to = Today }, "account.day-missing"),
        })
        {
            using var wrong = await reviewer.PostAsJsonAsync("/api/v1/reviews/accounts", body, ConcernApp.Cancellation);
            wrong.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, code);
            (await wrong.Content.ReadAsStringAsync(ConcernApp.Cancellation)).ShouldContain(code);
        }
    }

    private string Day(int ahead) =>
        world.App.Clock.Now.AddDays(ahead).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private async Task<(ReviewDriver Driver, HttpClient Reviewer)> StartAsync()
    {
        var reviewer = await world.SomebodyAsync(Role.QualityDeveloper, ConcernApp.Social);
        var driver = new ReviewDriver(reviewer, await ReviewDriver.TriggerAsync(world));
        await driver.StartAsync(world);
        return (driver, reviewer);
    }
}
