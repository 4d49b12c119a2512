using System.Net;
using System.Text;
using Oversight.Functions.Reviews.Papers;
using Oversight.Functions.Tests.Concerns;
using Oversight.Functions.Tests.Reviews;
using Oversight.Testkit;

namespace Oversight.Functions.Tests.Answers;

/// <summary>
/// Providers answer through links, without accounts: real mail, real browser sessions, the domain clock.
/// </summary>
public sealed class AnswerLinkTests(AnswerApp world) : IClassFixture<AnswerApp>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Requirement", "R91")]
    [Trait("Requirement", "R115")]
    public async Task A_supplement_is_asked_for_by_mail_written_by_colleagues_and_comes_into_the_review_word_for_word()
    {
        var address = $"{Unique.Word()}@anordnaren.example";
        var (driver, reviewer) = await world.StartAsync(address);
        await driver.DoAsync("ask-supplement", new { asked = "Skicka rutinen för beställningar." });
        var link = await world.LinkAsync(address);
        // Something that looks into mails follows the link first, twice: it uses nothing up.
        using (var scanner = await world.FollowAsync(link))
            await world.FollowAsync(link);

        using var browser = await world.EnterAsync(link, address);
        var page = await browser.GetPageAsync("/svar");
        page.Body!.TextContent.ShouldContain("Skicka rutinen för beställningar.");
        page.Body.TextContent.ShouldNotContain("Huvudmeny");
        var draft = await browser.GetFormAsync("/svar/gor/skriv", "form[action$=skriv]");
        using (var saved = await draft.With("text", "Rutinen är ändrad sedan i mars.").SubmitAsync())
            await saved.ExpectAsync(HttpStatusCode.SeeOther);
        var paper = page.QuerySelectorAll("a").Single(found => found.TextContent == "läs").GetAttribute("href")!;
        using (var read = await browser.GetAsync(paper, Cancellation))
        using (var anybody = new HttpClient())
        using (var paperFile = await anybody.GetAsync(read.Headers.Location, Cancellation))
            (await paperFile.ReadPageAsync()).Body!.TextContent.ShouldContain("Skicka rutinen för beställningar.");

        using var colleague = await world.EnterAsync(link, address, letter: 3);
        (await colleague.GetFormAsync("/svar/gor/skriv", "form[action$=skriv]"))["text"]
            .ShouldBe("Rutinen är ändrad sedan i mars.");
        (await reviewer.GetPageAsync($"/granskningar/{driver.Id}")).Body!.TextContent
            .ShouldNotContain("sedan i mars", Case.Sensitive, "A draft is the provider's own.");

        await AttachAsync(colleague, "rutin.pdf", Encoding.ASCII.GetBytes("MZ this is a program"),
            HttpStatusCode.UnprocessableEntity);
        await AttachAsync(colleague, "rutin.pdf", Encoding.ASCII.GetBytes("%PDF-1.7\n%%EOF\n"),
            HttpStatusCode.SeeOther);
        var unsigned = await colleague.GetFormAsync("/svar/gor/lamna-in", "form[action$=lamna-in]");
        using (var refused = await unsigned.With("name", "Eva Exempel").SubmitAsync())
        {
            refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
            var told = (await refused.ReadPageAsync()).Body!.TextContent;
            told.ShouldContain("Intyga att du får svara för verksamheten.");
            told.ShouldContain("Välj i vilken egenskap du lämnar in.");
        }

        using (var handedIn = await AnswerApp.HandInAsync(colleague, "employee"))
            await handedIn.ExpectAsync(HttpStatusCode.SeeOther);
        await world.App.Clock.AdvanceByAsync("PT1M");
        (await colleague.GetPageAsync("/svar")).Body!.TextContent.ShouldContain("Eva Exempel, VD");
        var receipt = await world.Mail.LastAsync(address, 4, Cancellation);
        receipt.Subject.ShouldBe("Vi har tagit emot ert svar – Björkens ledsagning");
        receipt.TextBody!.ShouldNotContain("sedan i mars");

        var review = await reviewer.GetPageAsync($"/granskningar/{driver.Id}");
        review.QuerySelector("section[aria-labelledby=historik]")!.TextContent
            .ShouldContain("Rutinen är ändrad sedan i mars.");
        var handed = review.QuerySelectorAll("section[aria-labelledby=svarslankar] tbody a").Single()
            .GetAttribute("href")!;
        var whole = await reviewer.GetPageAsync(handed);
        whole.Body!.TextContent.ShouldContain("Eva Exempel, VD");
        using var file = await reviewer.GetAsync(
            whole.QuerySelectorAll("section[aria-labelledby=filer] a").Single().GetAttribute("href"), Cancellation);
        file.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        var letters = await reviewer.GetPageAsync("/utskick");
        letters.Body!.TextContent.ShouldContain("Kvitto på ett svar");
        // A letter that is sent is not brought as well: a new code would put the sent one out of use.
        var sent = letters.QuerySelectorAll("tbody a").First(found => found.TextContent == "Engångskod")
            .GetAttribute("href")!;
        using (var brought = await reviewer.PostFormAsync($"{sent}/brev", []))
            brought.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        world.App.Log.Lines.ShouldNotContain(line => line.Contains(address, StringComparison.Ordinal),
            "Nor does an address.");
        var token = link["/svar/in/".Length..];
        world.App.Log.Lines.ShouldNotContain(line => line.Contains(token, StringComparison.Ordinal),
            "A token stands in no log.");

        var other = await world.SomebodyAsync(Role.QualityDeveloper, ConcernApp.Elder);
        using var closed = await other.GetAsync(handed, Cancellation);
        closed.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_wrong_code_five_times_closes_the_code_and_even_the_right_one_is_refused_then()
    {
        var address = $"{Unique.Word()}@anordnaren.example";
        var (driver, _) = await world.StartAsync(address);
        await driver.DoAsync("ask-supplement", new { asked = "Rutinen." });
        using var browser = await world.FollowAsync(await world.LinkAsync(address));
        using (var early = await browser.GetAsync("/svar", Cancellation))
            early.Headers.Location!.OriginalString.ShouldBe("/svar/kod", "The link alone shows nothing.");
        await AnswerApp.AskCodeAsync(browser);
        var code = await world.CodeAsync(address, 2);
        var wrong = code == "123456" ? "654321" : "123456";
        for (var attempt = 1; attempt <= 5; attempt++)
        {
            (await TryAsync(wrong)).ShouldContain(attempt < 5 ? "Koden stämmer inte." : "För många försök.");
        }

        (await TryAsync(code)).ShouldContain("För många försök.");
        await AnswerApp.AskCodeAsync(browser);
        var next = await browser.GetFormAsync("/svar/kod", "form[action='/svar/kod']");
        using var given = await next.With("code", await world.CodeAsync(address, 3)).SubmitAsync();
        given.StatusCode.ShouldBe(HttpStatusCode.SeeOther);

        async Task<string> TryAsync(string tried)
        {
            var form = await browser.GetFormAsync("/svar/kod", "form[action='/svar/kod']");
            using var answer = await form.With("code", tried).SubmitAsync();
            answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
            return (await answer.ReadPageAsync()).Body!.TextContent;
        }
    }

    [Fact]
    public async Task Two_days_too_late_the_link_says_where_the_answer_goes_and_the_reviewers_record_it_as_late()
    {
        var address = $"{Unique.Word()}@anordnaren.example";
        var (driver, _) = await world.StartAsync(address);
        await driver.DoAsync("ask-supplement", new { asked = "Rutinen." });
        var link = await world.LinkAsync(address);
        using var browser = await world.EnterAsync(link, address);
        var draft = await browser.GetFormAsync("/svar/gor/skriv", "form[action$=skriv]");
        // Fourteen days and what is left of a week-end, and two more.
        await world.App.Clock.AdvanceByAsync("P18D");

        using (var late = await world.App.Anonymous().GetAsync(link, Cancellation))
        {
            late.StatusCode.ShouldBe(HttpStatusCode.Gone);
            (await late.ReadPageAsync()).Body!.TextContent.ShouldContain("registratorn på Socialnämnden");
        }

        // Somebody had the page open all the time: what they wrote is in the answer, to be sent elsewhere.
        using var kept = await draft.With("text", "Vi hann inte.").SubmitAsync();
        kept.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await kept.ReadPageAsync()).Body!.InnerHtml.ShouldContain("Vi hann inte.");
        await driver.DoAsync("receive-supplement", new
        {
            number = 1,
            receivedOn = world.App.Clock.Now.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            answer = "Kom till registratorn.",
        });
    }

    [Fact]
    [Trait("Requirement", "R93")]
    [Trait("Requirement", "R94")]
    [Trait("Requirement", "R92")]
    public async Task An_action_plan_is_handed_in_with_a_measure_for_every_finding_by_somebody_who_may_sign()
    {
        var address = $"{Unique.Word()}@anordnaren.example";
        var (driver, reviewer) = await world.StartAsync(address);
        await AnswerApp.ReportAsync(driver);
        await driver.DoAsync("ask-plan");
        using var browser = await world.EnterAsync(await world.LinkAsync(address), address);
        (await browser.GetPageAsync("/svar")).Body!.TextContent.ShouldContain("Svarar inte i telefon.");
        using (var early = await AnswerApp.HandInAsync(browser))
            (await early.ReadPageAsync()).Body!.TextContent.ShouldContain("Det saknas för brist 1.");
        var measure = await browser.GetFormAsync("/svar/gor/lagg-till-atgard?finding=1",
            "form[action$=lagg-till-atgard]");
        using (var added = await measure.With("what", "Ny telefonväxel.").With("responsible", "Verksamhetschefen")
            .With("due", "2027-09-01").SubmitAsync())
            await added.ExpectAsync(HttpStatusCode.SeeOther);
        using (var employee = await AnswerApp.HandInAsync(browser, "employee"))
            (await employee.ReadPageAsync()).Body!.TextContent.ShouldContain("firmatecknare eller av ombud");
        using (var proxy = await AnswerApp.HandInAsync(browser, "proxy"))
            (await proxy.ReadPageAsync()).Body!.TextContent.ShouldContain("Bifoga fullmakten");
        using (var done = await AnswerApp.HandInAsync(browser))
            await done.ExpectAsync(HttpStatusCode.SeeOther);
        await world.App.Clock.AdvanceByAsync("PT1M");

        (await reviewer.GetPageAsync("/")).Body!.TextContent
            .ShouldContain("Ta ställning till åtgärdsplanen från Björkens ledsagning");
        (await reviewer.GetPageAsync($"/granskningar/{driver.Id}")).Body!.TextContent.ShouldContain("Ny telefonväxel.");
        // Returned, the provider is asked anew by a link of its own.
        await driver.DoAsync("return-plan", new { reason = "När är växeln på plats?" });
        using var again = await world.EnterAsync(await world.LinkAsync(address, 4), address, letter: 5);
        (await again.GetPageAsync("/svar")).Body!.TextContent.ShouldContain("Ingen åtgärd än");
    }

    [Fact]
    [Trait("Requirement", "R29")]
    public async Task Comments_on_a_draft_come_by_link_and_are_answered_before_the_report_is_established()
    {
        var address = $"{Unique.Word()}@anordnaren.example";
        var (driver, _) = await world.StartAsync(address);
        await AnswerApp.JudgeAsync(driver);
        await driver.DoAsync("communicate");
        using var browser = await world.EnterAsync(await world.LinkAsync(address), address);
        var form = await browser.GetFormAsync("/svar/gor/skriv", "form[action$=skriv]");
        using (var saved = await form.With("text", "Vi svarade visst.").SubmitAsync())
            await saved.ExpectAsync(HttpStatusCode.SeeOther);
        using (var done = await AnswerApp.HandInAsync(browser, "employee"))
            await done.ExpectAsync(HttpStatusCode.SeeOther);
        await world.App.Clock.AdvanceByAsync("PT1M");
        await driver.ReadAsync();
        using (var early = await driver.TryAsync("establish", new { summary = "Brist." }))
            (await early.CodesAsync())
                .ShouldContain(code => code.EndsWith("review.comment-unanswered", StringComparison.Ordinal));
        await driver.DoAsync("answer-comment", new { comment = 1, answer = "Vi ringde tre gånger." });
        await driver.DoAsync("establish", new { summary = "Brist." });
    }

    [Fact]
    public async Task A_letter_that_a_busy_mail_server_turns_away_comes_later_and_once()
    {
        var (driver, _) = await world.StartAsync(MailBox.Busy);
        await driver.DoAsync("ask-supplement", new { asked = "Rutinen." });
        await world.App.Clock.AdvanceByAsync("PT1H");
        world.Mail.TurnedAway.ShouldBe(1);
        world.Mail.To(MailBox.Busy).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Colleagues_who_write_at_once_lose_nothing_and_handing_in_twice_is_handing_in_once()
    {
        var address = $"{Unique.Word()}@anordnaren.example";
        var (driver, reviewer) = await world.StartAsync(address);
        await driver.DoAsync("ask-supplement", new { asked = "Rutinen." });
        var link = await world.LinkAsync(address);
        using var one = await world.EnterAsync(link, address);
        using var other = await world.EnterAsync(link, address, letter: 3);
        var (mine, theirs) = (await one.GetFormAsync("/svar/gor/skriv", "form[action$=skriv]"),
            await other.GetFormAsync("/svar/gor/skriv", "form[action$=skriv]"));
        using (var first = await mine.With("text", "Den enas svar.").SubmitAsync())
            await first.ExpectAsync(HttpStatusCode.SeeOther);
        using (var second = await theirs.With("text", "Den andras svar.").SubmitAsync())
        {
            second.StatusCode.ShouldBe(HttpStatusCode.Conflict);
            var shown = (await second.ReadPageAsync()).Body!;
            shown.TextContent.ShouldContain("Någon annan hann före");
            shown.InnerHtml.ShouldContain("Den andras svar.");
        }

        var form = (await one.GetFormAsync("/svar/gor/lamna-in", "form[action$=lamna-in]"))
            .With("name", "Eva Exempel").With("title", "VD").With("capacity", "employee").With("confirmed", "true");
        using (var handedIn = await form.SubmitAsync())
            await handedIn.ExpectAsync(HttpStatusCode.SeeOther);
        using (var again = await form.SubmitAsync())
            again.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        await world.App.Clock.AdvanceByAsync("PT1M");
        world.Mail.To(address)
            .Count(letter => letter.Subject!.StartsWith("Vi har tagit emot", StringComparison.Ordinal)).ShouldBe(1);
        (await reviewer.GetPageAsync($"/granskningar/{driver.Id}")).QuerySelectorAll(".timeline-head")
            .Count(entry => entry.TextContent.Contains("Komplettering 1 inkom", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task A_draft_that_corrects_a_report_of_the_same_day_is_what_the_provider_reads()
    {
        var address = $"{Unique.Word()}@anordnaren.example";
        var (driver, _) = await world.StartAsync(address);
        await AnswerApp.ReportAsync(driver);
        await driver.DoAsync("correct", new { what = "Bristen.", reason = "Fel enhet." });
        await driver.DoAsync("communicate");
        using var browser = await world.EnterAsync(await world.LinkAsync(address), address);
        var paper = (await browser.GetPageAsync("/svar")).QuerySelectorAll("a")
            .First(found => found.TextContent == "läs").GetAttribute("href")!;
        paper.ShouldEndWith(ReportPaper.IdOf(Id.FromValue(driver.Id), 2).Value);

        // Taken back, it is worked on: the link that showed it shows it no more.
        await driver.DoAsync("take-back", new { reason = "Vi läser om akterna." });
        await world.App.Clock.AdvanceByAsync("PT1M");
        (await browser.GetPageAsync("/svar")).Body!.InnerHtml.ShouldNotContain(paper);
        using var closed = await browser.GetAsync(paper, Cancellation);
        closed.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_letter_without_an_address_waits_on_Utskick_until_the_address_is_told_or_somebody_brings_it()
    {
        await world.SetContactAsync(MailBox.Refused);
        var (driver, reviewer) = await world.StartAsync(null);
        await driver.DoAsync("ask-supplement", new { asked = "Rutinen." });
        await world.App.Clock.AdvanceByAsync("PT1M");
        var row = await RowAsync(reviewer);
        row.Text.ShouldContain("E-postservern tog inte emot brevet");
        // Whoever brings it sees the link once; it works like that of the mail.
        var open = await reviewer.GetFormAsync(row.Address, "form[action$=brev]");
        using (var shown = await open.SubmitAsync())
        {
            await shown.ExpectAsync(HttpStatusCode.OK);
            var text = (await shown.ReadPageAsync()).QuerySelector(".letter-text")!.TextContent;
            (await world.FollowAsync(text[text.IndexOf("/svar/in/", StringComparison.Ordinal)..].Split('\n')[0].Trim()))
                .Dispose();
        }

        (await reviewer.GetPageAsync(row.Address)).Body!.TextContent
            .ShouldContain("Brevet visades för att lämnas till mottagaren");

        await driver.DoAsync("ask-supplement", new { asked = "Och schemat." });
        await world.App.Clock.AdvanceByAsync("PT1M");
        var address = $"{Unique.Word()}@anordnaren.example";
        await world.SetContactAsync(address);
        var next = await RowAsync(reviewer);
        using (var retried = await (await reviewer.GetFormAsync($"{next.Address}/gor/forsok-igen",
            "form[action$=forsok-igen]")).SubmitAsync())
            await retried.ExpectAsync(HttpStatusCode.SeeOther);
        (await world.LinkAsync(address)).ShouldStartWith("/svar/in/");
        (await reviewer.GetPageAsync(next.Address)).Body!.TextContent.ShouldContain("Brevet skickades");

        await driver.DoAsync("declare-conflict", new { reason = "Min bror arbetar där." }, HttpStatusCode.NoContent);
        using var closed = await reviewer.GetAsync(next.Address, Cancellation);
        closed.StatusCode.ShouldBe(HttpStatusCode.Forbidden,
            "Whoever is in a conflict of interest gets no link to the review.");

        async Task<(string Address, string Text)> RowAsync(HttpClient client)
        {
            var rows = (await client.GetPageAsync("/utskick")).QuerySelectorAll("tbody tr")
                .Where(found => found.TextContent.Contains("Att skicka", StringComparison.Ordinal)).ToList();
            return (rows.Single().QuerySelector("a")!.GetAttribute("href")!, rows.Single().TextContent);
        }
    }

    private static async Task AttachAsync(HttpClient browser, string name, byte[] content, HttpStatusCode expected)
    {
        var form = await browser.GetFormAsync("/svar/gor/bifoga", "form[action$=bifoga]");
        using var answer = await form.WithFile("files", name, "application/pdf", content).SubmitAsync();
        await answer.ExpectAsync(expected);
    }
}
