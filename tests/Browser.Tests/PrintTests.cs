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
        var paper = await page.PdfAsync(new PagePdfOptions { Format = "A4", PreferCSSPageSize = true });
        // One page object per sheet; the name promises one for a provider with few units.
        System.Text.Encoding.Latin1.GetString(paper).Split("/Type /Page\n").Length.ShouldBeLessThanOrEqualTo(2);
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
}
