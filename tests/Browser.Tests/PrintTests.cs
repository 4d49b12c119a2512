using System.Text;
using Microsoft.Playwright;
using Oversight.Browser.Tests.Infrastructure;

namespace Oversight.Browser.Tests;

public sealed class PrintTests(BrowserWorld world)
{
    [Fact]
    public async Task Anordnaren_pa_en_A4_is_printed_without_what_belongs_to_the_screen()
    {
        var demonstration = await world.DemonstrationAsync();
        var page = await world.PageAsync(demonstration.App, Role.QualityDeveloper);
        await page.GotoAsync(demonstration.Address("/anordnare/{provider}"));
        await Assertions.Expect(page.GetByRole(AriaRole.Navigation, new PageGetByRoleOptions { Name = "Huvudmeny" }))
            .ToBeVisibleAsync();

        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });

        await Assertions.Expect(page.GetByRole(AriaRole.Navigation)).ToHaveCountAsync(0);
        await Assertions.Expect(page.GetByText("Logga ut")).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator("h1")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#enheter")).ToBeVisibleAsync();
        await page.SetViewportSizeAsync(680, 960);
        await page.ScreenshotAsync(new PageScreenshotOptions
        { Path = Screens.PathOf("anordnaren-pa-en-a4-utskrift"), FullPage = true });
        // The name promises one sheet for a provider with few units.
        (await SheetsAsync(page)).ShouldBe(1);
        await page.CloseAsync();
    }

    [Theory]
    [InlineData("Årsplanen", 4)]
    [InlineData("tjänsteskrivelsen", 1)]
    public async Task What_the_board_is_sent_is_short_on_paper(string document, int sheets)
    {
        var demonstration = await world.DemonstrationAsync();
        var page = await world.PageAsync(demonstration.App, Role.ProcessOwner);
        await page.GotoAsync("/arsplan/aldrenamnden/2027");
        await page.Locator("dl").GetByRole(AriaRole.Link, new() { Name = document, Exact = true }).ClickAsync();
        var link = page.Locator("main a[href*='format=html']").First;
        var newest = await link.EvaluateAsync<string>("link => link.href");
        var file = await page.Context.APIRequest.GetAsync(newest);
        file.Ok.ShouldBeTrue($"{file.Status}");
        await page.GotoAsync("about:blank");

        await page.SetContentAsync(await file.TextAsync());

        (await page.Locator("h1").TextContentAsync())!.ShouldContain("2027");
        (await SheetsAsync(page)).ShouldBeLessThanOrEqualTo(sheets);
        await page.CloseAsync();
    }

    [Fact]
    public async Task What_is_folded_on_the_screen_stands_on_paper()
    {
        var demonstration = await world.DemonstrationAsync();
        var page = await world.PageAsync(demonstration.App, Role.QualityDeveloper);
        await page.GotoAsync(demonstration.Address("/risk/{unit}"));
        var silent = page.Locator("details:not([open]):has(summary:text('Räknas inte'))").First;
        await Assertions.Expect(silent.Locator("li").First).ToBeHiddenAsync();

        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });

        await Assertions.Expect(silent.Locator("summary")).ToBeVisibleAsync();
        await Assertions.Expect(silent.Locator("li").First).ToBeVisibleAsync();
        await page.CloseAsync();
    }

    /// <summary>How many A4 sheets the page is printed on: a printed file has one page object for each.</summary>
    private static async Task<int> SheetsAsync(IPage page)
    {
        var paper = await page.PdfAsync(new PagePdfOptions { Format = "A4", PreferCSSPageSize = true });
        return Encoding.Latin1.GetString(paper).Split("/Type /Page\n").Length - 1;
    }
}
