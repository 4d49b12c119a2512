using System.Text.Json;
using Microsoft.Playwright;

namespace Oversight.Browser.Tests.Infrastructure;

/// <summary>axe-core on the page as it stands: WCAG 2.1 A and AA, no exceptions.</summary>
public static class Accessibility
{
    private static readonly string Axe =
        File.ReadAllText(Path.Combine(Repository.Root, "node_modules", "axe-core", "axe.min.js"));

    /// <summary>Every violation as one line: rule, what it says, where.</summary>
    public static async Task<IReadOnlyList<string>> ViolationsAsync(IPage page)
    {
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window"))
            await page.EvaluateAsync(Axe);
        var result = await page.EvaluateAsync<JsonElement>(
            "() => axe.run(document, { resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', "
                + "'wcag21aa'] })");
        return
        [
            .. from violation in result.GetProperty("violations").EnumerateArray()
               from node in violation.GetProperty("nodes").EnumerateArray()
               select $"{new Uri(page.Url).AbsolutePath}: {violation.GetProperty("id").GetString()}: "
                      + $"{violation.GetProperty("help").GetString()} – {node.GetProperty("html").GetString()}",
        ];
    }
}
