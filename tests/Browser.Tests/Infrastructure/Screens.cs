using Microsoft.Playwright;

namespace Oversight.Browser.Tests.Infrastructure;

/// <summary>
/// Looks at a page as people do: on a desk (1280) and on a phone (390), with a picture of each and axe on both.
/// </summary>
public sealed class Screens(IPage page)
{
    private static readonly string Folder = Directory.CreateDirectory(
        Path.Combine(Repository.Root, "artifacts", "screenshots")).FullName;
    private readonly List<string> _complaints = [];

    /// <summary>Everything that is wrong on the pages looked at so far.</summary>
    public IReadOnlyList<string> Complaints => _complaints;

    public static string PathOf(string name) => Path.Combine(Folder, $"{name}.png");

    public async Task LookAsync(string name)
    {
        foreach (var (width, height) in new[] { (1280, 900), (390, 844) })
        {
            await page.SetViewportSizeAsync(width, height);
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = PathOf($"{name}-{width}"), FullPage = true });
            _complaints.AddRange((await Accessibility.ViolationsAsync(page))
                .Select(text => $"{name} ({width}): {text}"));
            var overflow = await page.EvaluateAsync<int>(
                "() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
            if (overflow > 0)
                _complaints.Add($"{name} ({width}): sidan är {overflow} px bredare än skärmen");
        }

        await page.SetViewportSizeAsync(1280, 900);
        var cut = await page.EvaluateAsync<int>(
            "() => Math.max(0, ...[...document.querySelectorAll('.table-scroll')].map(region => region.scrollWidth - "
                + "region.clientWidth))");
        if (cut > 0)
            _complaints.Add($"{name}: en tabell är {cut} px bredare än sin plats på en bred skärm");
        _complaints.AddRange((await Paper.ComplaintsAsync(page)).Select(text => $"{name} (utskrift): {text}"));
        _complaints.AddRange((await CodesShown.OnAsync(page))
            .Select(code => $"{name}: koden {code} står i stället för en text"));
        if (await page.Locator("h1").CountAsync() != 1)
            _complaints.Add($"{name}: sidan har inte precis en rubrik på nivå 1");
        if (await page.Locator("html").GetAttributeAsync("lang") != "sv")
            _complaints.Add($"{name}: sidan säger inte att den är på svenska");
        if (await page.TitleAsync() is "")
            _complaints.Add($"{name}: sidan saknar titel");
    }
}
