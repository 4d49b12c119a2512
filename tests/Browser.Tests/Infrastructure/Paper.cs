using Microsoft.Playwright;

namespace Oversight.Browser.Tests.Infrastructure;

/// <summary>Looks at a page as it is printed: no fact of the screen is lost or cut off.</summary>
internal static class Paper
{
    /// <summary>An A4 within the margins of our style sheet, in CSS pixels.</summary>
    private const int Width = 680;

    /// <summary>What is done on a screen has no place on paper.</summary>
    private const string Screen =
        "form, nav, button, .no-print, .ds-breadcrumbs, .page-actions, .pager, .list-bar a, .ds-sr-only";

    private const string Facts = """
        screen => {
            window.facts = [...document
                .querySelectorAll('main :is(h1, h2, h3, p, li, dt, dd, th, td, caption, figcaption)')]
                .filter(fact => !fact.closest(screen) && fact.checkVisibility({ visibilityProperty: true })
                    && fact.innerText.trim() !== '' && fact.getBoundingClientRect().width > 1);
            return window.facts.length;
        }
        """;

    private const string Lost = """
        width => window.facts
            .map(fact => [fact, fact.getBoundingClientRect()])
            .filter(([fact, box]) => !fact.checkVisibility({ visibilityProperty: true }) || box.right > width + 1)
            .map(([fact, box]) => (box.width === 0 ? 'syns inte' : `slutar vid ${Math.round(box.right)} px`)
                + ': ' + fact.outerHTML.slice(0, 100))
            .slice(0, 5)
        """;

    public static async Task<IReadOnlyList<string>> ComplaintsAsync(IPage page)
    {
        await page.EvaluateAsync(Facts, Screen);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        await page.SetViewportSizeAsync(Width, 960);
        try
        {
            return await page.EvaluateAsync<string[]>(Lost, Width);
        }
        finally
        {
            await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Screen });
            await page.SetViewportSizeAsync(1280, 900);
        }
    }
}
