using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using Oversight.Documents;
using Oversight.Functions.Documents;
using Oversight.Functions.Storage;
using Oversight.Testkit;

namespace Oversight.Functions.Tests.Documents;

public class DocumentPagesTests(AppFixture app) : IClassFixture<AppFixture>
{
    [Fact]
    public async Task The_list_shows_the_documents_of_ones_own_boards()
    {
        await app.KeepAsync(KeptDocuments.Draft("list-s", KeptDocuments.Plan("Lista social")));
        await app.KeepAsync(KeptDocuments.Draft("list-a", KeptDocuments.Plan("Lista äldre"), KeptDocuments.ElderBoard));
        using var client = await app.SignInAsync("reader", Role.QualityDeveloper, "aldrenamnden");
        var page = await client.GetPageAsync("/dokument");
        page.Body!.TextContent.ShouldContain("Lista äldre");
        page.Body.TextContent.ShouldNotContain("Lista social");
    }

    [Fact]
    public async Task The_list_is_filtered_by_board_type_and_status()
    {
        await app.KeepAsync(KeptDocuments.Draft("filter-s", KeptDocuments.Plan("Filter social")));
        await app.KeepAsync(
            KeptDocuments.Draft("filter-a", KeptDocuments.Plan("Filter äldre"), KeptDocuments.ElderBoard));
        using var client = await app.SignInAsync("reader", Role.QualityDeveloper);
        (await client.GetPageAsync("/dokument?board=aldrenamnden&type=arsplan&status=workingMaterial"))
            .QuerySelector("table")!.TextContent
            .ShouldSatisfyAllConditions(text => text.ShouldContain("Filter äldre"),
                text => text.ShouldNotContain("Filter social"));
        (await client.GetPageAsync("/dokument?status=dispatched")).Body!.TextContent
            .ShouldContain("Inga dokument stämmer med urvalet.");
    }

    [Fact]
    public async Task The_page_shows_facts_and_every_version_and_script_in_a_title_is_inert()
    {
        await app.KeepAsync(KeptDocuments.Draft("page", KeptDocuments.Plan(DocumentExamples.Script, "Ett")));
        var document = await app.KeepAsync(
            KeptDocuments.Draft("page", KeptDocuments.Plan(DocumentExamples.Script, "Två")));
        using var client = await app.SignInAsync("reader", Role.ProcessOwner);
        var page = await client.GetPageAsync($"/dokument/{document.Head.Id}");
        page.QuerySelector("h1")!.TextContent.ShouldBe(DocumentExamples.Script);
        page.QuerySelectorAll("main script, main img").ShouldBeEmpty();
        page.QuerySelectorAll("table tbody tr").Length.ShouldBe(2);
        page.QuerySelector("main")!.TextContent.ShouldContain("Dnr saknas");
        page.QuerySelectorAll("main form[method=post]").ShouldBeEmpty();
    }

    [Fact, Trait("Requirement", "R1")]
    public async Task The_registrator_enters_the_diarienummer_and_the_next_file_has_it_in_its_head()
    {
        var document = await app.KeepAsync(KeptDocuments.Draft("register", KeptDocuments.Plan("Diarieförs")));
        using var client = await app.SignInAsync("registrar", Role.Registrar);
        var form = await client.GetFormAsync($"/dokument/{document.Head.Id}");
        using var answer = await form.With("number", "SOCN 2027-00012").SubmitAsync();
        await answer.ExpectAsync(HttpStatusCode.SeeOther);

        (await client.GetPageAsync($"/dokument/{document.Head.Id}")).QuerySelector(".facts")!.TextContent
            .ShouldContain("SOCN 2027-00012");
        var kept = (await LoadAsync(document.Head.Id)).State.ShouldBeOfType<DocumentState.Kept>();
        kept.Latest.Number.ShouldBe(2);
        var html = await app.Services.GetRequiredService<Blobs>().FindAsync(
            DocumentFiles.Container, kept.Latest.File(FileFormat.Html).Name, TestContext.Current.CancellationToken);
        Encoding.UTF8.GetString(html!).ShouldContain("SOCN 2027-00012");

        // What is made later keeps the number without knowing of it.
        var later = await app.KeepAsync(KeptDocuments.Draft("register", KeptDocuments.Plan("Diarieförs", "Nytt")));
        later.Kept().RegistrationNumber.ShouldBe("SOCN 2027-00012");
        later.Kept().Latest.Number.ShouldBe(3);
    }

    [Fact]
    public async Task A_diarienummer_of_another_form_comes_back_as_typed_with_the_reason()
    {
        var document = await app.KeepAsync(KeptDocuments.Draft("register-wrong", KeptDocuments.Plan("Diarieförs fel")));
        using var client = await app.SignInAsync("registrar", Role.Registrar);
        var form = await client.GetFormAsync($"/dokument/{document.Head.Id}");
        using var answer = await form.With("number", "<b>12</b>").SubmitAsync();
        await answer.ExpectAsync(HttpStatusCode.UnprocessableEntity);
        var page = await answer.ReadPageAsync();
        page.QuerySelector("input[name=number]")!.GetAttribute("value").ShouldBe("<b>12</b>");
        page.QuerySelector(".ds-error-summary")!.TextContent.ShouldContain("Diarienumret har inte nämndens form");
        (await LoadAsync(document.Head.Id)).Head.Version.ShouldBe(document.Head.Version);
    }

    [Fact]
    public async Task Somebody_else_than_the_registrator_cannot_enter_a_number()
    {
        var document = await app.KeepAsync(KeptDocuments.Draft("register-other", KeptDocuments.Plan("Diarieförs ej")));
        using var client = await app.SignInAsync("reader", Role.ProcessOwner);
        using var answer = await client.PostFormAsync($"/dokument/{document.Head.Id}/gor/diariefor",
            [new("number", "SOCN 2027-00012")]);
        await answer.ExpectAsync(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task The_API_lists_page_by_page_until_every_document_has_come_once()
    {
        for (var i = 0; i < 5; i++)
            await app.KeepAsync(KeptDocuments.Draft($"paged-{i}", KeptDocuments.Plan($"Sida {i}"),
                i % 2 == 0 ? KeptDocuments.SocialBoard : KeptDocuments.ElderBoard));
        using var client = await app.SignInAsync("reader", Role.ProcessOwner);
        List<string> seen = [];
        for (string? next = ""; next is not null;)
        {
            var page = await client.GetFromJsonAsync<JsonElement>(
                $"/api/v1/documents?size=2&page={Uri.EscapeDataString(next)}", TestContext.Current.CancellationToken);
            seen.AddRange(page.GetProperty("items").EnumerateArray()
                .Select(item => item.GetProperty("id").GetString()!));
            next = page.GetProperty("nextPage").GetString();
        }

        seen.ShouldBeUnique();
        Enumerable.Range(0, 5).Select(i => Id.Derive("test", $"paged-{i}").Value).ShouldBeSubsetOf(seen);
    }

    [Theory]
    [InlineData("?board=annan", HttpStatusCode.BadRequest)]
    [InlineData("?status=hemlig", HttpStatusCode.BadRequest)]
    [InlineData("?page=9.x", HttpStatusCode.BadRequest)]
    [InlineData("?page=0.%2F%5C%23", HttpStatusCode.BadRequest)]
    [InlineData("?board=aldrenamnden", HttpStatusCode.Forbidden)]
    public async Task A_list_that_cannot_be_given_is_refused_in_words(string query, HttpStatusCode status)
    {
        await app.KeepAsync(KeptDocuments.Draft("query", KeptDocuments.Plan("Fråga")));
        using var client = await app.SignInAsync("social-reader", Role.ProcessOwner, "socialnamnden");
        using var answer = await client.GetAsync($"/api/v1/documents{query}", TestContext.Current.CancellationToken);
        await answer.ExpectAsync(status);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
    }

    [Fact]
    public async Task The_API_tells_versions_and_hashes_and_keeps_the_stores_names_to_itself()
    {
        var document = await app.KeepAsync(KeptDocuments.Draft("api", KeptDocuments.Plan("API")));
        using var client = await app.SignInAsync("reader", Role.ProcessOwner);
        using var answer = await client.GetAsync($"/api/v1/documents/{document.Head.Id}",
            TestContext.Current.CancellationToken);
        await answer.ExpectAsync(HttpStatusCode.OK);
        answer.Headers.ETag!.Tag.ShouldBe($"\"v{document.Head.Version}\"");
        var json = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        json.ShouldContain(document.Kept().Latest.File(FileFormat.Docx).Sha256);
        json.ShouldNotContain(document.Kept().Latest.File(FileFormat.Docx).Name);
    }

    private async Task<Folded<DocumentState>> LoadAsync(Id id) =>
        (await app.Services.GetRequiredService<Streams>()
            .LoadAsync(DocumentStream.Kind, id, TestContext.Current.CancellationToken))!;
}
