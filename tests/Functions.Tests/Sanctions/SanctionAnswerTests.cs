using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Oversight.Functions.Tests.Answers;
using Oversight.Functions.Tests.Concerns;
using Oversight.Functions.Tests.Reviews;
using Oversight.Testkit;

namespace Oversight.Functions.Tests.Sanctions;

/// <summary>
/// The provider answers a proposed sanction, and confirms an underrättelse, by svarslänk: real mail, the domain clock.
/// </summary>
public sealed class SanctionAnswerTests : IAsyncLifetime
{
    private readonly SanctionApp _world = new();
    private readonly string _address = $"{Unique.Word()}@anordnaren.example";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _world.InitializeAsync();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    [Trait("Requirement", "R115")]
    public async Task A_proposal_is_answered_by_link_and_the_answer_stands_with_the_sanction_and_in_its_papers()
    {
        var scene = await HeardAsync();
        var letter = await _world.LinkAsync(_address);
        (await _world.Mail.LastAsync(_address, 1, Cancellation)).TextBody!
            .ShouldContain("ni får yttra er över förslaget");
        using var provider = await _world.EnterAsync(letter, _address);
        var asked = await provider.GetPageAsync("/svar");
        asked.Body!.TextContent.ShouldContain("Begäran om yttrande");
        var paper = asked.QuerySelectorAll("a").First(found => found.TextContent == "läs").GetAttribute("href")!;
        using (var read = await provider.GetAsync(paper, Cancellation))
        using (var anybody = new HttpClient())
        using (var file = await anybody.GetAsync(read.Headers.Location, Cancellation))
            (await file.ReadPageAsync()).Body!.TextContent.ShouldContain("Vi överväger att föreslå följande");
        await WriteAsync(provider, "Telefonen är bytt sedan dess.");
        await AttachAsync(provider);
        (await ReadAsync(scene)).ShouldNotContain(
            "Telefonen är bytt", Case.Sensitive, "A draft is the provider's own.");
        using (var handedIn = await AnswerApp.HandInAsync(provider))
            await handedIn.ExpectAsync(HttpStatusCode.SeeOther);
        await _world.App.Clock.AdvanceByAsync("PT2M");

        var page = await scene.Reviewer.GetPageAsync($"/sanktioner/{scene.Sanction.Id}");
        page.QuerySelector("section[aria-labelledby=historik]")!.TextContent
            .ShouldContain("Telefonen är bytt sedan dess.");
        var whole = page.QuerySelectorAll("a").Single(link => link.TextContent == "Läs yttrandet med filer");
        var answer = await scene.Reviewer.GetPageAsync(whole.GetAttribute("href")!);
        answer.Body!.TextContent.ShouldContain("Eva Exempel, VD");
        answer.Body.TextContent.ShouldContain("yttrande.pdf");
        using (var registrar = await _world.SomebodyAsync(Role.Registrar, ConcernApp.Social))
            (await registrar.GetPageAsync("/diariet")).Body!.TextContent
                .ShouldContain("Yttrande över förslaget 1 från");
        await scene.DoAsync("submit", new { meeting = SanctionApp.Meeting });
        await _world.App.Clock.AdvanceByAsync("PT2M");
        var text = await ReviewPapers.TextAsync(
            scene.Reviewer, (await scene.Sanction.PapersAsync(scene.Reviewer))["Tjänsteskrivelse, version 1"]);
        text.ShouldContain("har yttrat sig över förslaget. Yttrandet inkom den 4 januari 2027: Telefonen är bytt");
        using var secretary = await _world.SomebodyAsync(Role.BoardSecretary, ConcernApp.Social);
        (await secretary.GetPageAsync($"/sanktioner/{scene.Sanction.Id}")).Body!.TextContent
            .ShouldNotContain("Läs yttrandet");
    }

    [Fact]
    public async Task A_link_that_is_forgotten_is_prompted_can_be_changed_and_ends_when_the_proposal_is_taken_back()
    {
        var scene = await HeardAsync();
        var first = await _world.LinkAsync(_address);
        await _world.AtAsync("2027-01-21");
        await _world.App.Clock.AdvanceByAsync("PT2M");
        (await _world.Mail.LastAsync(_address, 2, Cancellation)).Subject
            .ShouldStartWith("Påminnelse: Begäran om yttrande");
        var prompted = await _world.LinkAsync(_address, 2);
        (await scene.RefusedAsync("renew-link", new { what = "receipt-1", reason = "Fel person." }))
            .ShouldContain("sanction.nothing-asked");
        await scene.DoAsync("renew-link", new { what = "hearing-1", reason = "Fel person." });
        await _world.App.Clock.AdvanceByAsync("PT2M");
        using (var stranger = _world.App.Anonymous())
        using (var old = await stranger.GetAsync(first, Cancellation))
            old.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using (var stranger = _world.App.Anonymous())
        using (var old = await stranger.GetAsync(prompted, Cancellation))
            old.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var provider = await _world.EnterAsync(await _world.LinkAsync(_address, 3), _address, 4);
        await WriteAsync(provider, "Vi hinner inte.");
        await scene.DoAsync("withdraw", new { reason = "Ordnat." });
        await _world.App.Clock.AdvanceByAsync("PT2M");
        var page = (await provider.GetPageAsync("/svar")).Body!.TextContent;
        page.ShouldContain("Nämnden efterfrågar inte längre det här svaret.");
    }

    [Fact]
    public async Task An_answer_on_paper_ends_the_link_and_one_that_comes_late_is_taken_in_as_late()
    {
        var scene = await HeardAsync();
        var link = await _world.LinkAsync(_address);
        await _world.AtAsync("2027-01-29");
        using (var late = await _world.App.Anonymous().GetAsync(link, Cancellation))
            late.StatusCode.ShouldBe(HttpStatusCode.Gone);
        await scene.DoAsync("take-answer", new { on = "2027-01-29", answer = "På papper." });
        (await ReadAsync(scene)).ShouldContain("efter sista svarsdagen");
    }

    [Fact]
    public async Task Nothing_is_asked_by_link_of_a_review_that_is_sealed_meanwhile()
    {
        var scene = await HeardAsync();
        using var provider = await _world.EnterAsync(await _world.LinkAsync(_address), _address);
        await scene.Review.ReadAsync();
        await scene.Review.DoAsync("seal", new { reason = "Brottsmisstanke." });
        await _world.App.Clock.AdvanceByAsync("PT2M");
        var page = (await provider.GetPageAsync("/svar")).Body!.TextContent;
        page.ShouldContain("Nämnden efterfrågar inte längre det här svaret.");
        page.ShouldNotContain("Begäran om yttrande");
    }

    [Fact]
    [Trait("Requirement", "R83")]
    public async Task An_underrattelse_is_sent_once_the_paragraph_is_approved_and_its_receipt_confirmed_by_link()
    {
        await _world.SetContactAsync(_address);
        var scene = await _world.ProposedAsync("varning");
        await scene.ToBoardAsync();
        await _world.AtAsync(SanctionApp.Meeting);
        await scene.ByAsync(
            Role.BoardSecretary, "record-board-decision", new { outcome = "granted", paragraph = "§ 9" });
        (await scene.RefusedAsync("notify")).ShouldContain("sanction.not-approved");
        await scene.ByAsync(Role.BoardSecretary, "approve-minutes", new { approvedOn = SanctionApp.Meeting });
        await scene.DoAsync("notify");
        var link = await _world.LinkAsync(_address);
        (await ReadAsync(scene)).ShouldContain("mottagandet är inte bekräftat");
        using var provider = await _world.EnterAsync(link, _address);
        var told = await provider.GetPageAsync("/svar");
        told.Body!.TextContent.ShouldContain("Läs underrättelsen och bekräfta");
        using (var read = await provider.GetAsync(
            told.QuerySelectorAll("a").Single(found => found.TextContent == "läs").GetAttribute("href"), Cancellation))
        using (var anybody = new HttpClient())
        using (var file = await anybody.GetAsync(read.Headers.Location, Cancellation))
            (await file.ReadPageAsync()).Body!.TextContent.ShouldContain("§ 9");
        // Also after the day by which it was asked for.
        await _world.AtAsync("2027-03-20");
        using var again = await _world.EnterAsync(
            LinkIn((await _world.Mail.LastAsync(_address, 3, Cancellation)).TextBody!), _address, 4);
        var form = await again.GetFormAsync("/svar/gor/bekrafta", "form[action$=bekrafta]");
        using (var confirmed = await form.With("name", "Eva Exempel").With("title", "VD")
            .With("capacity", "employee").With("confirmed", "true").SubmitAsync())
            await confirmed.ExpectAsync(HttpStatusCode.SeeOther);
        await _world.App.Clock.AdvanceByAsync("PT2M");
        var page = await ReadAsync(scene);
        page.ShouldContain("mottaget 20 mars 2027");
        page.ShouldContain("Bekräftat av Eva Exempel, VD");
    }

    private async Task<SanctionScene> HeardAsync()
    {
        await _world.SetContactAsync(_address);
        var scene = await _world.ProposedAsync("varning");
        await scene.WriteAsync();
        await scene.DoAsync("hear", new { until = "2027-01-25" });
        return scene;
    }

    private static async Task<string> ReadAsync(SanctionScene scene) =>
        (await scene.Reviewer.GetPageAsync($"/sanktioner/{scene.Sanction.Id}")).Body!.TextContent;

    private static async Task WriteAsync(HttpClient provider, string text)
    {
        var form = await provider.GetFormAsync("/svar/gor/skriv", "form[action$=skriv]");
        using var saved = await form.With("text", text).SubmitAsync();
        await saved.ExpectAsync(HttpStatusCode.SeeOther);
    }

    private static async Task AttachAsync(HttpClient provider)
    {
        var form = await provider.GetFormAsync("/svar/gor/bifoga", "form[action$=bifoga]");
        using var sent = await form.WithFile(
            "files", "yttrande.pdf", "application/pdf", Encoding.ASCII.GetBytes("%PDF-1.7\n%%EOF\n")).SubmitAsync();
        await sent.ExpectAsync(HttpStatusCode.SeeOther);
    }

    private static string LinkIn(string letter) => Regex.Match(letter, "/svar/in/[A-Za-z0-9_-]+").Value;
}
