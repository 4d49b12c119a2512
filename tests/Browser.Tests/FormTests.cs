using Microsoft.Playwright;
using Oversight.Browser.Tests.Infrastructure;

namespace Oversight.Browser.Tests;

/// <summary>The two-minute form for those who have no mouse, and for those whose browser runs no script.</summary>
public sealed class FormTests(BrowserWorld world)
{
    private const string NoDraft = """
        () => new Promise(done => {
            const asked = indexedDB.deleteDatabase('oversight-drafts');
            asked.onsuccess = asked.onerror = asked.onblocked = () => done(true);
        })
        """;

    private const string Form = "/synpunkter/ny";

    [Fact]
    public async Task The_form_is_filled_in_and_sent_with_the_keyboard_alone()
    {
        var (page, unit) = await OpenAsync();
        await page.Locator("#falt-unitId").FocusAsync();

        await page.Keyboard.TypeAsync(unit);
        await TabToAsync(page, "falt-service");
        await page.Keyboard.TypeAsync("Ledsagar");
        await TabToAsync(page, "falt-text");
        await page.Keyboard.TypeAsync(ConcernForm.Text);
        await TabToAsync(page, "falt-occurredPrecision-0");
        foreach (var _ in Enumerable.Range(0, 4))
            await page.Keyboard.PressAsync("ArrowDown");
        await TabToAsync(page, "falt-consequence-0");
        await page.Keyboard.PressAsync("Space");
        await page.Keyboard.PressAsync("ArrowDown");
        await TabToAsync(page, "BUTTON");
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Synpunkten är mottagen");
        await page.CloseAsync();
    }

    [Fact]
    public async Task The_first_stop_of_the_keyboard_leads_past_the_menu()
    {
        var (page, _) = await OpenAsync();
        // What another test has typed is offered as a draft, with a button of its own before the fields.
        await page.EvaluateAsync(NoDraft);
        await page.ReloadAsync();

        await page.Keyboard.PressAsync("Tab");
        var skip = page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Hoppa till innehållet" });
        await Assertions.Expect(skip).ToBeFocusedAsync();
        await Assertions.Expect(skip).ToBeInViewportAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("main")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Tab");

        await Assertions.Expect(page.Locator("#falt-unitId")).ToBeFocusedAsync();
        await page.CloseAsync();
    }

    [Fact]
    public async Task Every_line_of_the_error_summary_leads_to_its_field()
    {
        var (page, _) = await OpenAsync();
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Skicka synpunkten" }).ClickAsync();
        var links = page.Locator(".ds-error-summary a");
        await Assertions.Expect(page).ToHaveTitleAsync(new System.Text.RegularExpressions.Regex("^Fel: "));

        var addresses = await links.EvaluateAllAsync<string[]>("links => links.map(link => link.getAttribute('href'))");
        addresses.Length.ShouldBeGreaterThan(3);
        foreach (var address in addresses)
        {
            await page.Locator($".ds-error-summary a[href='{address}']").First.PressAsync("Enter");
            await Assertions.Expect(page.Locator(address)).ToBeFocusedAsync();
            await Assertions.Expect(page.Locator(address)).ToBeInViewportAsync();
        }

        await page.CloseAsync();
    }

    [Fact]
    public async Task The_form_works_in_a_browser_without_script()
    {
        var (page, unit) = await OpenAsync(script: false);
        // A part of the name: without script the choice comes with the answer.
        await ConcernForm.FillAsync(page, unit.Split(" – ")[0][..2]);
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Skicka synpunkten" }).ClickAsync();
        await Assertions.Expect(page.GetByLabel("Vad har hänt?")).ToHaveValueAsync(ConcernForm.Text);
        await page.GetByRole(AriaRole.Radio, new PageGetByRoleOptions { Name = unit }).CheckAsync();

        (await ConcernForm.SendAsync(page)).ShouldMatch("^S-[0-9A-Z]{5}-[0-9A-Z]{5}$");

        await page.CloseAsync();
    }

    [Theory]
    [InlineData("/synpunkter/inkorg")]
    [InlineData("/anordnare")]
    [InlineData("/risk")]
    [InlineData("/dokument")]
    public async Task A_selection_can_be_sent_as_it_stands(string path)
    {
        var demonstration = await world.DemonstrationAsync();
        var page = await world.PageAsync(demonstration.App, Role.QualityDeveloper);
        await page.GotoAsync(path);

        await page.Locator(".filter-form button[type=submit]").ClickAsync();

        await Assertions.Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex(@"\?"));
        await Assertions.Expect(page.Locator("tbody tr").First).ToBeVisibleAsync();
        await page.CloseAsync();
    }

    private async Task<(IPage Page, string Unit)> OpenAsync(bool script = true)
    {
        var demonstration = await world.DemonstrationAsync();
        var page = await world.PageAsync(demonstration.App, Role.CaseOfficer, script);
        await page.GotoAsync(Form);
        return (page, (await page.Locator("#falt-unitId-forslag option").First.GetAttributeAsync("value"))!);
    }

    /// <summary>Tab until the field has the focus, as somebody does who sees it come nearer.</summary>
    private static async Task TabToAsync(IPage page, string target)
    {
        for (var stops = 0; stops < 15; stops++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<bool>(
                "target => document.activeElement.id === target || document.activeElement.tagName === target", target))
                return;
        }

        Assert.Fail($"Tangentbordet kommer inte fram till {target}.");
    }
}
