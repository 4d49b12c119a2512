using Microsoft.Playwright;

namespace Oversight.Browser.Tests.Infrastructure;

/// <summary>The two-minute form as somebody fills it in, by the labels they read.</summary>
internal static class ConcernForm
{
    public const string Text = "Ledsagaren kom inte till tandläkarbesöket. Ingen ringde och besöket blev inte av.";

    public static async Task FillAsync(IPage page, string unit)
    {
        await page.GetByLabel("Anordnare och enhet").FillAsync(unit);
        await FillRestAsync(page);
    }

    /// <summary>Where the register has nobody.</summary>
    public static async Task FillUnknownAsync(IPage page)
    {
        await page.GetByLabel("Anordnaren finns inte i listan eller är okänd").CheckAsync();
        await page.GetByLabel("Beskriv anordnaren").FillAsync("Ett boende i Fisksätra");
        await page.GetByLabel("Nämnd").SelectOptionAsync("Socialnämnden");
        await FillRestAsync(page);
    }

    private static async Task FillRestAsync(IPage page)
    {
        await page.GetByLabel("Insats", new PageGetByLabelOptions { Exact = true })
            .SelectOptionAsync("Ledsagarservice");
        await page.GetByLabel("Vad har hänt?").FillAsync(Text);
        await page.GetByLabel("Annan dag").CheckAsync();
        await page.GetByLabel("Vilken dag?").FillAsync("2027-01-12");
        await page.GetByLabel("Insatsen blev inte verkställd").CheckAsync();
    }

    /// <summary>Posts the form; the reference on the receipt.</summary>
    public static async Task<string> SendAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Skicka synpunkten" }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Synpunkten är mottagen");
        return await page.Locator(".reference").InnerTextAsync();
    }
}
