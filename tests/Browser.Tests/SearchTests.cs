using Microsoft.Playwright;
using Oversight.Browser.Tests.Infrastructure;
using Oversight.Testkit;

namespace Oversight.Browser.Tests;

/// <summary>From any page to a unit or a concern with the keyboard alone.</summary>
public sealed class SearchTests(BrowserWorld world)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_unit_and_a_concern_are_found_from_the_first_page_with_the_keyboard_alone(bool script)
    {
        var demonstration = await world.DemonstrationAsync();
        using var developer = await demonstration.App.SignInAsync(
            People.User(Role.QualityDeveloper), Role.QualityDeveloper);
        var unit = (await developer.GetPageAsync(demonstration.Address("/enheter/{unit}"))).QuerySelector("h1")!
            .TextContent.Trim();
        var page = await world.PageAsync(demonstration.App, Role.QualityDeveloper, script);

        await SearchAsync(page, Plainly(unit));
        var first = page.Locator(".found").First;
        await Assertions.Expect(first.Locator("h2")).ToContainTextAsync("Enheter");
        var link = page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = unit, Exact = true }).First;
        await link.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(unit);

        var concern = demonstration.Address("/synpunkter/arende/{unassessed}");
        await SearchAsync(page, Id.FromValue(concern.Split('/')[^1]).Reference('S').ToLowerInvariant());
        await page.WaitForURLAsync($"**{concern}");
        await page.CloseAsync();
    }

    [Fact]
    public async Task On_a_phone_the_head_leads_to_the_page_with_the_field()
    {
        var demonstration = await world.DemonstrationAsync();
        var page = await world.PageAsync(demonstration.App, Role.CaseOfficer);
        await page.SetViewportSizeAsync(390, 844);
        await page.GotoAsync("/");

        (await page.Locator("#sok-allt").IsVisibleAsync()).ShouldBeFalse();
        await page.Locator("header")
            .GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { Name = "Sök", Exact = true }).ClickAsync();
        await page.Locator("#falt-q").FillAsync("hemtj");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".found h2").First).ToBeVisibleAsync();
        await page.CloseAsync();
    }

    /// <summary>The skip link, the name of the page, then the field.</summary>
    private static async Task SearchAsync(IPage page, string typed)
    {
        await page.GotoAsync("/");
        for (var stop = 0; stop < 3; stop++)
            await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.GetByLabel("Sök på namn eller nummer")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync(typed);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(url => new Uri(url).AbsolutePath != "/");
    }

    private static string Plainly(string name) => name.ToLowerInvariant().Replace('å', 'a').Replace('ä', 'a')
        .Replace('ö', 'o').Replace('é', 'e');
}
