using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using Azure.Storage.Blobs;
using Azure.Storage.Sas;
using Microsoft.Extensions.DependencyInjection;
using Oversight.Documents;
using Oversight.Functions.Documents;
using Oversight.Functions.Storage;
using Oversight.Testkit;

namespace Oversight.Functions.Tests.Documents;

public class DocumentLinkTests(AppFixture app) : IClassFixture<AppFixture>
{
    [Theory]
    [InlineData("docx")]
    [InlineData("html")]
    public async Task A_link_reads_the_file_that_the_record_names(string format)
    {
        var document = await app.KeepAsync(KeptDocuments.Draft($"read-{format}", KeptDocuments.Plan("Läses")));
        using var client = await app.SignInAsync("reader", Role.ProcessOwner);
        var link = await LinkAsync(client, $"/api/v1/documents/{document.Head.Id}/link?format={format}");

        using var anybody = new HttpClient();
        using var file = await anybody.GetAsync(link.Url, TestContext.Current.CancellationToken);
        await file.ExpectAsync(HttpStatusCode.OK);
        var content = await file.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Convert.ToHexStringLower(SHA256.HashData(content)).ShouldBe(link.Sha256);
        file.Content.Headers.ContentDisposition!.FileName.ShouldBe($"arsplan-socialnamnden-2027-03-01-v1.{format}");
    }

    [Fact]
    public async Task A_link_ends_after_five_real_minutes_and_allows_nothing_but_reading_one_file()
    {
        var document = await app.KeepAsync(KeptDocuments.Draft("limits", KeptDocuments.Plan("Gränser")));
        using var client = await app.SignInAsync("reader", Role.ProcessOwner);
        var link = await LinkAsync(client, $"/api/v1/documents/{document.Head.Id}/link");
        var left = link.ExpiresAt - app.Services.GetRequiredService<PlatformClock>().Now;
        left.ShouldBeInRange(TimeSpan.FromMinutes(4), TimeSpan.FromMinutes(5));

        using var anybody = new HttpClient();
        (await SendAsync(anybody, HttpMethod.Put, link.Url)).ShouldBe(HttpStatusCode.Forbidden);
        (await SendAsync(anybody, HttpMethod.Delete, link.Url)).ShouldBe(HttpStatusCode.Forbidden);
        var other = new UriBuilder(link.Url)
        { Path = link.Url.AbsolutePath.Replace(".docx", ".html", StringComparison.Ordinal) }.Uri;
        (await SendAsync(anybody, HttpMethod.Get, other)).ShouldBe(HttpStatusCode.Forbidden);
        var longer =
            new Uri(link.Url.AbsoluteUri.Replace("se=", "se=2099-01-01T00%3A00%3A00Z&x=", StringComparison.Ordinal));
        (await SendAsync(anybody, HttpMethod.Get, longer)).ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_link_that_has_expired_is_refused()
    {
        var document = await app.KeepAsync(KeptDocuments.Draft("expired", KeptDocuments.Plan("Utgången")));
        var name = document.Kept().Latest.File(FileFormat.Docx).Name;
        var blob = new BlobClient(app.StorageConnectionString, DocumentFiles.Container, name);
        var past = app.Services.GetRequiredService<PlatformClock>().Now.AddMinutes(-1);
        using var anybody = new HttpClient();
        (await SendAsync(anybody, HttpMethod.Get, blob.GenerateSasUri(BlobSasPermissions.Read, past)))
            .ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task The_page_sends_the_browser_to_the_link()
    {
        var document = await app.KeepAsync(KeptDocuments.Draft("redirect", KeptDocuments.Plan("Hämtas")));
        using var client = await app.SignInAsync("reader", Role.BoardSecretary, "socialnamnden");
        using var answer = await client.GetAsync($"/dokument/{document.Head.Id}/hamta?format=html&version=1",
            TestContext.Current.CancellationToken);
        await answer.ExpectAsync(HttpStatusCode.SeeOther);
        using var anybody = new HttpClient();
        using var file = await anybody.GetAsync(answer.Headers.Location, TestContext.Current.CancellationToken);
        (await file.ReadPageAsync()).QuerySelector("h1")!.TextContent.ShouldBe("Hämtas");
    }

    [Theory]
    [InlineData(Role.ProcessOwner, "aldrenamnden")]
    [InlineData(Role.CaseOfficer, "socialnamnden")]
    [InlineData(Role.Administrator, "socialnamnden")]
    public async Task Wrong_board_or_role_gets_403_without_a_word_of_the_content(Role role, string board)
    {
        var document = await app.KeepAsync(KeptDocuments.Draft("secret", KeptDocuments.Plan("Hemligrubrik")));
        using var client = await app.SignInAsync($"other-{role}", role, board);
        string[] paths =
        [
            $"/api/v1/documents/{document.Head.Id}", $"/api/v1/documents/{document.Head.Id}/link",
            $"/dokument/{document.Head.Id}", $"/dokument/{document.Head.Id}/hamta",
        ];
        foreach (var path in paths)
        {
            using var answer = await client.GetAsync(path, TestContext.Current.CancellationToken);
            await answer.ExpectAsync(HttpStatusCode.Forbidden);
            var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            text.ShouldNotContain("Hemligrubrik");
            text.ShouldNotContain("sig=");
        }
    }

    [Fact]
    public async Task An_unknown_document_format_or_version_is_told_as_it_is()
    {
        var document = await app.KeepAsync(KeptDocuments.Draft("unknown", KeptDocuments.Plan("Finns")));
        using var client = await app.SignInAsync("reader", Role.ProcessOwner);
        await ExpectAsync(client, $"/api/v1/documents/{Id.Derive("x", "y")}/link", HttpStatusCode.NotFound,
            "request.not-found");
        await ExpectAsync(client, $"/api/v1/documents/{document.Head.Id}/link?format=model", HttpStatusCode.BadRequest,
            DocumentRefusals.FormatUnknown);
        await ExpectAsync(client, $"/api/v1/documents/{document.Head.Id}/link?version=2", HttpStatusCode.BadRequest,
            DocumentRefusals.VersionUnknown);
    }

    [Fact]
    public async Task The_log_says_that_a_link_was_given_and_not_to_whom()
    {
        var document = await app.KeepAsync(KeptDocuments.Draft("log", KeptDocuments.Plan("Loggas")));
        using var client = await app.SignInAsync("anna-andersson-objekt-id", Role.ProcessOwner);
        await LinkAsync(client, $"/api/v1/documents/{document.Head.Id}/link");
        app.Log.Lines.ShouldContain(
            line => line.Contains($"A link to document {document.Head.Id}", StringComparison.Ordinal));
        app.Log.Lines.ShouldNotContain(line => line.Contains("anna-andersson", StringComparison.Ordinal)
            || line.Contains("sig=", StringComparison.Ordinal));
    }

    private static async Task<DocumentLink> LinkAsync(HttpClient client, string path)
    {
        using var answer = await client.PostAsync(path, null, TestContext.Current.CancellationToken);
        await answer.ExpectAsync(HttpStatusCode.OK);
        return JsonSerializer.Deserialize<DocumentLink>(
            await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StoredJson.Options)!;
    }

    private static async Task<HttpStatusCode> SendAsync(HttpClient client, HttpMethod method, Uri address)
    {
        using var request = new HttpRequestMessage(method, address);
        if (method == HttpMethod.Put)
        {
            request.Headers.Add("x-ms-blob-type", "BlockBlob");
            request.Content = new StringContent("annat");
        }

        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    private static async Task ExpectAsync(HttpClient client, string path, HttpStatusCode status, string code)
    {
        using var answer = await client.GetAsync(path, TestContext.Current.CancellationToken);
        await answer.ExpectAsync(status);
        (await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("code")
            .GetString().ShouldBe(code);
    }
}
