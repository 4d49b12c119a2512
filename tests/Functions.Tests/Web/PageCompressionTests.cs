using System.IO.Compression;
using System.Net;
using Oversight.Testkit;

namespace Oversight.Functions.Tests.Web;

/// <summary>What is sent small, and what never is.</summary>
public sealed class PageCompressionTests(PageCompressionTests.Application world)
    : IClassFixture<PageCompressionTests.Application>
{
    [Theory]
    [InlineData("/anordnare", "same-origin", true)]
    [InlineData("/anordnare", "none", true)]
    [InlineData("/anordnare", "cross-site", false)]
    [InlineData("/anordnare", "same-site", false)]
    [InlineData("/anordnare", null, false)]
    [InlineData("/finns-inte", "same-origin", true)]
    [InlineData("/api/v1/providers", "same-origin", false)]
    public async Task A_page_is_sent_small_unless_another_site_may_have_asked_for_it(
        string path, string? site, bool isSmall)
    {
        var client = await world.App.SignInAsync("kim", Role.QualityDeveloper);
        client.DefaultRequestHeaders.Remove("Sec-Fetch-Site");
        var plain = await client.GetStringAsync("/anordnare", TestContext.Current.CancellationToken);
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.AcceptEncoding.ParseAdd("br");
        if (site is not null)
            request.Headers.Add("Sec-Fetch-Site", site);

        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);

        answer.Content.Headers.ContentEncoding.ShouldBe(isSmall ? ["br"] : []);
        if (isSmall && answer.StatusCode == HttpStatusCode.OK)
        {
            await using var small = await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
            using var read = new StreamReader(new BrotliStream(small, CompressionMode.Decompress));
            (await read.ReadToEndAsync(TestContext.Current.CancellationToken)).ShouldBe(plain);
        }
    }

    [Fact]
    public async Task Style_sheets_are_sent_small_to_everybody_who_can_read_that()
    {
        var client = world.App.Anonymous();
        client.DefaultRequestHeaders.Remove("Sec-Fetch-Site");
        var signedIn = await world.App.SignInAsync("kim", Role.QualityDeveloper);
        var sheets = (await signedIn.GetPageAsync("/")).QuerySelectorAll("link[rel=stylesheet]")
            .Select(sheet => sheet.GetAttribute("href")!).ToList();
        sheets.Count.ShouldBe(3);
        foreach (var sheet in sheets)
        {
            var whole = await client.GetByteArrayAsync(sheet, TestContext.Current.CancellationToken);
            using var request = new HttpRequestMessage(HttpMethod.Get, sheet);
            request.Headers.AcceptEncoding.ParseAdd("gzip");
            using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
            var small = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
            answer.Content.Headers.ContentEncoding.ShouldBe(["gzip"]);
            answer.Headers.Vary.ShouldContain("Accept-Encoding");
            small.Length.ShouldBeLessThan(whole.Length / 2);
        }
    }

    public sealed class Application : IAsyncLifetime
    {
        public AppFixture App { get; private set; } = null!;

        public async ValueTask InitializeAsync() => App = await AppFixture.StartAsync();

        public ValueTask DisposeAsync() => App.DisposeAsync();
    }
}
