using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Oversight.Browser.Tests.Infrastructure;

namespace Oversight.Browser.Tests;

/// <summary>From a list that is narrowed to one of its rows and back, as people do it all day.</summary>
public sealed class WayBackTests(BrowserWorld world)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_way_back_from_a_review_leads_to_the_list_as_it_was_left(bool script)
    {
        var demonstration = await world.DemonstrationAsync();
        var page = await world.PageAsync(demonstration.App, Role.QualityDeveloper, script);
        await page.GotoAsync("/granskningar");
        await page.Locator("#falt-status").SelectOptionAsync("underway");
        await page.Locator(".filter-form button[type=submit]").ClickAsync();
        await page.Locator("thead a").First.ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("status=underway.*sortera=enhet"));

        await page.Locator("tbody th a").First.ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/granskningar/[0-9a-z]{27}$"));
        await page.Locator(".ds-breadcrumbs a").First.ClickAsync();

        await Assertions.Expect(page).ToHaveURLAsync(new Regex(@"/granskningar\?.*status=underway"));
        await Assertions.Expect(page.Locator("#falt-status")).ToHaveValueAsync("underway");
        await Assertions.Expect(page.Locator("th[aria-sort=ascending]")).ToHaveCountAsync(1);
        await page.CloseAsync();
    }

    [Fact]
    public async Task The_way_back_from_a_unit_leads_to_the_units_that_were_looked_for()
    {
        var demonstration = await world.DemonstrationAsync();
        var page = await world.PageAsync(demonstration.App, Role.CaseOfficer);
        await page.GotoAsync("/enheter");
        await page.Locator("#falt-namn").FillAsync("hem");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("tbody th a").First.ClickAsync();

        await page.Locator(".ds-breadcrumbs a", new PageLocatorOptions { HasTextString = "Enheter" }).ClickAsync();

        await Assertions.Expect(page.Locator("#falt-namn")).ToHaveValueAsync("hem");
        await page.CloseAsync();
    }
}
