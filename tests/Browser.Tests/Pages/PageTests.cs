using Oversight.Browser.Tests.Infrastructure;
using Oversight.Functions.Web;

namespace Oversight.Browser.Tests.Pages;

/// <summary>
/// Every page at the width of a desk and of a phone: a picture, axe, and what a page must have. With data, without
/// (<see cref="EmptyPageTests"/>) and with what was posted empty (<see cref="PageFormTests"/>), side by side.
/// </summary>
public sealed class PageTests(BrowserWorld world)
{
    public static TheoryData<string> WithData => [.. PageVisits.All.Select(visit => visit.Name)];

    [Fact]
    public void Every_page_among_the_functions_is_visited()
    {
        var pages = RouteTable.All.Where(route => route.Methods.Contains("GET") && !route.IsApi)
            .Select(route => route.Function)
            .Except(PageVisits.NotPages.Keys);

        PageVisits.All.Select(visit => visit.Function).OfType<string>().Distinct().Order().ShouldBe(pages.Order());
        PageVisits.All.Select(visit => visit.Name).ShouldBeUnique();
    }

    [Theory]
    [MemberData(nameof(WithData))]
    public async Task The_page_stands_with_data(string name)
    {
        var visit = PageVisits.Of(name);
        var demonstration = await world.DemonstrationAsync();
        var page = await world.PageAsync(demonstration.App, visit.Role);
        await page.GotoAsync(demonstration.Address(visit.Path));

        await Screens.LookOnceAsync(page, name);
    }
}
