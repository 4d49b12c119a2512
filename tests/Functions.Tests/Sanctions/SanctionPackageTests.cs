using System.IO.Compression;
using System.Net;
using System.Text;
using Oversight.Functions.Tests.Concerns;
using Oversight.Testkit;

namespace Oversight.Functions.Tests.Sanctions;

/// <summary>What the secretary gets for the meeting in one step, and adds after it.</summary>
public sealed class SanctionPackageTests : IAsyncLifetime
{
    private readonly SanctionApp _world = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _world.InitializeAsync();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    [Trait("Requirement", "R111")]
    public async Task The_papers_of_a_meeting_are_fetched_in_one_step_and_the_minutes_are_added_after_it()
    {
        var scene = await _world.ProposedAsync("varning");
        await scene.WriteAsync();
        await scene.DoAsync("hear");
        await scene.DoAsync("take-answer", new { on = "2027-01-04", answer = "Telefonen är bytt." });
        var address = $"/sanktioner/{scene.Sanction.Id}";
        using (var early = await scene.Reviewer.GetAsync($"{address}/namndpaket", Cancellation))
            early.StatusCode.ShouldBe(HttpStatusCode.NotFound, "Nothing has been handed in.");
        await scene.DoAsync("submit", new { meeting = SanctionApp.Meeting });
        await _world.App.Clock.AdvanceByAsync("PT2M");

        using var secretary = await _world.SomebodyAsync(Role.BoardSecretary, ConcernApp.Social);
        (await secretary.GetPageAsync(address)).QuerySelectorAll("a")
            .ShouldContain(link => link.GetAttribute("href") == $"{address}/namndpaket");
        var names = await PackageAsync(secretary, address);
        names[0].ShouldBe("00 Innehåll.docx");
        names[1].ShouldBe("01 Tjänsteskrivelse, version 1.docx");
        names.ShouldContain(name => name.StartsWith("Bilaga 1 Granskningsrapport", StringComparison.Ordinal));
        names.ShouldContain(name => name.StartsWith("Bilaga 3 Yttrande", StringComparison.Ordinal)
            && name.EndsWith("2027-01-04.docx", StringComparison.Ordinal));
        names[^1].ShouldBe("Expedieringslista.docx");
        using (var officer = await _world.SomebodyAsync(Role.CaseOfficer))
        using (var no = await officer.GetAsync($"{address}/namndpaket", Cancellation))
            no.StatusCode.ShouldBe(HttpStatusCode.Forbidden);

        await _world.AtAsync(SanctionApp.Meeting);
        await scene.ByAsync(
            Role.BoardSecretary, "record-board-decision", new { outcome = "granted", paragraph = "§ 9" });
        (await AttachAsync(secretary, address, "MZ this is a program")).ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await AttachAsync(secretary, address, "%PDF-1.7\n%%EOF\n")).ShouldBe(HttpStatusCode.SeeOther);
        var minutes = (await scene.Reviewer.GetPageAsync(address))
            .QuerySelectorAll("section[aria-labelledby=protokollsutdrag] a").Single();
        minutes.TextContent.ShouldBe("paragraf.pdf");
        using (var file = await scene.Reviewer.GetAsync(minutes.GetAttribute("href"), Cancellation))
            file.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await PackageAsync(secretary, address)).ShouldContain("Protokollsutdrag 1 paragraf.pdf");
    }

    [Fact]
    [Trait("Requirement", "R117")]
    public async Task A_small_number_of_people_is_refused_at_the_field_and_a_group_is_not()
    {
        var scene = await _world.ProposedAsync("varning");
        var refused = await scene.RefusedAsync("write-paper", new
        {
            summary = "Det gäller 3 unga kunder sedan den 3 januari.",
            matter = "Enstaka kunder berörs, och 12 boende har flyttat.",
            economy = "Inga.",
            children = true,
            childGroup = "2 syskon",
            childrenWhy = "Flera barn berörs.",
            manager = "Enhetschef Exempel",
            finalDate = "2027-06-30",
        });
        refused.ShouldContain("3 unga kunder");
        refused.ShouldContain("2 syskon");
        refused.ShouldNotContain("12 boende");
    }

    private static async Task<IReadOnlyList<string>> PackageAsync(HttpClient by, string address)
    {
        using var answer = await by.GetAsync($"{address}/namndpaket", Cancellation);
        await answer.ExpectAsync(HttpStatusCode.OK);
        await using var content = await answer.Content.ReadAsStreamAsync(Cancellation);
        using var archive = new ZipArchive(content, ZipArchiveMode.Read);
        archive.Entries.ShouldAllBe(entry => entry.Length > 0);
        return [.. archive.Entries.Select(entry => entry.FullName)];
    }

    private static async Task<HttpStatusCode> AttachAsync(HttpClient by, string address, string content)
    {
        var form = await by.GetFormAsync($"{address}/gor/protokollsutdrag", "form[action$=protokollsutdrag]");
        using var sent = await form.WithFile(
            "files", "paragraf.pdf", "application/pdf", Encoding.ASCII.GetBytes(content)).SubmitAsync();
        return sent.StatusCode;
    }
}
