using System.Net;
using Azure.Storage.Blobs;
using Azure.Storage.Sas;
using Microsoft.Extensions.DependencyInjection;
using Oversight.Documents;
using Oversight.Functions.Documents;
using Oversight.Functions.Storage;
using Oversight.Testkit;

namespace Oversight.Functions.Tests.Documents;

/// <summary>A link to a file that has expired: storage says so in XML, and our page leads to a new one.</summary>
public sealed class OldLinkTests(AppFixture app) : IClassFixture<AppFixture>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_expired_link_leads_to_its_document_and_a_new_link()
    {
        var document = await app.KeepAsync(KeptDocuments.Draft("old-link", KeptDocuments.Plan("Gammal länk")));
        var blob = new BlobClient(
            app.StorageConnectionString, DocumentFiles.Container, document.Kept().Latest.File(FileFormat.Docx).Name);
        var expired = blob.GenerateSasUri(BlobSasPermissions.Read,
            app.Services.GetRequiredService<PlatformClock>().Now.AddMinutes(-1));
        using var anybody = new HttpClient();
        using (var answer = await anybody.GetAsync(expired, Cancellation))
            (await answer.Content.ReadAsStringAsync(Cancellation)).ShouldContain("<Error>");

        using var reader = await app.SignInAsync("reader", Role.ProcessOwner);
        using var found = await (await reader.GetFormAsync("/dokument/gammal-lank")).With("link", $" {expired} ")
            .SubmitAsync();
        await found.ExpectAsync(HttpStatusCode.OK);
        var page = await found.ReadPageAsync();
        page.QuerySelector(".ds-alert[autofocus]")!.TextContent.ShouldContain("Gammal länk");
        var fetch = page.QuerySelector(".ds-alert a")!.GetAttribute("href")!;
        fetch.ShouldBe($"/dokument/{document.Head.Id}/hamta?format=docx&version=1");
        using var minted = await reader.GetAsync(fetch, Cancellation);
        await minted.ExpectAsync(HttpStatusCode.SeeOther);
        using var file = await anybody.GetAsync(minted.Headers.Location, Cancellation);
        await file.ExpectAsync(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("")]
    [InlineData("hej")]
    [InlineData("https://elak.example/documents/0123/1/x.docx")]
    [InlineData("https://exempel.blob.core.windows.net/attachments/00000000000000000000000000a/1/x.docx")]
    [InlineData("javascript:alert(1)")]
    public async Task What_is_no_link_to_a_document_is_told_at_the_field_and_kept(string pasted)
    {
        using var reader = await app.SignInAsync("reader", Role.ProcessOwner);
        using var answer = await (await reader.GetFormAsync("/dokument/gammal-lank")).With("link", pasted)
            .SubmitAsync();
        await answer.ExpectAsync(HttpStatusCode.UnprocessableEntity);
        var page = await answer.ReadPageAsync();
        page.QuerySelector(".ds-error-summary a")!.GetAttribute("href").ShouldBe("#falt-link");
        page.QuerySelector("input[name=link]")!.GetAttribute("value").ShouldBe(pasted);
    }

    [Fact]
    public async Task Whoever_may_not_know_of_the_document_learns_nothing_of_it()
    {
        var document = await app.KeepAsync(KeptDocuments.Draft("old-link-secret", KeptDocuments.Plan("Hemlig rubrik")));
        using var stranger = await app.SignInAsync("stranger", Role.ProcessOwner, "aldrenamnden");
        using var answer = await (await stranger.GetFormAsync("/dokument/gammal-lank"))
            .With("link", $"https://x.example/documents/{document.Head.Id}/1/0123456789abcdef.docx").SubmitAsync();
        await answer.ExpectAsync(HttpStatusCode.Forbidden);
        (await answer.Content.ReadAsStringAsync(Cancellation)).ShouldNotContain("Hemlig rubrik");
    }
}
