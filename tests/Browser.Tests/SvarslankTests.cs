using Microsoft.Playwright;
using Oversight.Browser.Tests.Infrastructure;
using Oversight.Testkit;

namespace Oversight.Browser.Tests;

/// <summary>
/// A provider on a phone, from the letter to the receipt; and the reviewer who brings the letter and reads what
/// comes. There is no mail server here, so the letters are brought by hand.
/// </summary>
public sealed class SvarslankTests(BrowserWorld world)
{
    private const string Asked = "Skicka rutinen för hur ni svarar i telefon.";
    private const string Written = "Vi har en ny rutin sedan i mars. Telefonen besvaras vardagar 8–16.";

    [Fact]
    [Trait("Requirement", "R91")]
    public async Task A_provider_answers_on_a_phone_and_the_reviewer_reads_it()
    {
        var demonstration = await world.DemonstrationAsync();
        var staff = await world.PageAsync(demonstration.App, Role.QualityDeveloper);
        await staff.GotoAsync(demonstration.Address("/granskningar/{review-underway}/gor/begar-komplettering"));
        await staff.GetByLabel("Vad behöver kompletteras?").FillAsync(Asked);
        await staff.ClickAsync("main form button[type=submit]");
        var link = await BringAsync(demonstration.App, staff, "Begäran med svarslänk", "/svar/in/");

        await using var phone = await world.NobodyAsync(demonstration.App);
        var page = await phone.NewPageAsync();
        await page.SetViewportSizeAsync(390, 844);
        // The test host learns its port when it has started; the rest of the address is as it is.
        await page.GotoAsync(new Uri(link).PathAndQuery);
        await Look("svar-kod", page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Skicka en kod" }).ClickAsync();
        await Look("svar-kod-skickad", page);
        await page.Locator("main [name=code]").FillAsync("000000");
        await page.GetByRole(AriaRole.Button, new() { Name = "Fortsätt" }).ClickAsync();
        await Assertions.Expect(page.Locator(".ds-error-summary")).ToBeVisibleAsync();
        var code = (await BringAsync(demonstration.App, staff, "Engångskod", "Koden är ")).Split(' ')[^1];
        await page.Locator("main [name=code]").FillAsync(code);
        await page.GetByRole(AriaRole.Button, new() { Name = "Fortsätt" }).ClickAsync();
        await Assertions.Expect(page.GetByText(Asked)).ToBeVisibleAsync();
        await Look("svar-fraga", page);

        await page.GetByRole(AriaRole.Link, new() { Name = "Skriv svaret" }).ClickAsync();
        await page.Locator("main [name=text]").FillAsync(Written);
        await Look("svar-skriv", page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Spara utkastet" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Bifoga filer" }).ClickAsync();
        await page.Locator("main [name=files]")
            .SetInputFilesAsync(new FilePayload
            { Name = "Rutin.txt", MimeType = "text/plain", Buffer = "Vi svarar."u8.ToArray() });
        await Look("svar-bifoga", page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Bifoga", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Lämna in svaret" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Lämna in" }).ClickAsync();
        await Look("svar-lamna-in-fel", page);
        await page.Locator("main [name=name]").FillAsync("Eva Exempel");
        await page.Locator("main [name=title]").FillAsync("Verksamhetschef");
        await page.Locator("main [name=capacity][value=employee]").CheckAsync();
        await page.Locator("main [name=confirmed]").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Lämna in" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Svaret är inlämnat.")).ToBeVisibleAsync();
        await Look("svar-kvitto", page);

        await demonstration.App.Clock.AdvanceByAsync("PT1M");
        await staff.GotoAsync(demonstration.Address("/granskningar/{review-underway}"));
        await staff.Locator("section[aria-labelledby=svarslankar]")
            .GetByRole(AriaRole.Link, new() { Name = "Komplettering" }).ClickAsync();
        await Assertions.Expect(staff.GetByText(Written)).ToBeVisibleAsync();
        await Look("svar-hos-granskaren", staff);
        await staff.CloseAsync();

        var registrar = await world.PageAsync(demonstration.App, Role.Registrar);
        await registrar.GotoAsync("/diariet");
        await registrar.GetByRole(AriaRole.Link, new() { Name = "Komplettering 1 från" }).First.ClickAsync();
        await Look("diariefor-svar", registrar);
        await registrar.Locator("main [name=number]").FillAsync("tolv");
        await registrar.GetByRole(AriaRole.Button, new() { Name = "Spara diarienummer" }).ClickAsync();
        await Look("diariefor-svar-fel", registrar);
        await registrar.Locator("main [name=number]").FillAsync("SOCN 2027-00012");
        await registrar.GetByRole(AriaRole.Button, new() { Name = "Spara diarienummer" }).ClickAsync();
        await Assertions.Expect(registrar.GetByText("Diarienumret är sparat.")).ToBeVisibleAsync();
        await Look("diariefor-svar-klart", registrar);
        await registrar.CloseAsync();
    }

    /// <summary>The line of the newest letter of that kind that holds the secret, as somebody brings it.</summary>
    private static async Task<string> BringAsync(AppFixture app, IPage staff, string title, string holds)
    {
        await app.Clock.AdvanceByAsync("PT1M");
        await staff.GotoAsync("/utskick");
        await staff.GetByRole(AriaRole.Link, new() { Name = title }).First.ClickAsync();
        await staff.GetByRole(AriaRole.Button, new() { Name = "Visa brevet" }).ClickAsync();
        await Look($"utskick-{(title == "Engångskod" ? "kod" : "begaran")}", staff);
        var text = await staff.Locator(".letter-text").InnerTextAsync();
        return text.Split('\n').Single(line => line.Contains(holds, StringComparison.Ordinal)).Trim();
    }

    private static async Task Look(string name, IPage page)
    {
        var screens = new Screens(page);
        await screens.LookAsync(name);
        screens.Complaints.ShouldBeEmpty();
    }
}
