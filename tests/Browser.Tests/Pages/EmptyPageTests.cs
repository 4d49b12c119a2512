using Oversight.Browser.Tests.Infrastructure;

namespace Oversight.Browser.Tests.Pages;

/// <summary>Pages of a municipality that has nothing yet.</summary>
public sealed class EmptyPageTests(BrowserWorld world)
{
    public static TheoryData<string> WithoutData =>
        [.. PageVisits.All.Where(visit => visit is { IsForAll: true, Function: not null }).Select(visit => visit.Name)];

    [Theory]
    [MemberData(nameof(WithoutData))]
    public async Task The_page_stands_without_data(string name)
    {
        var visit = PageVisits.Of(name);
        var page = await world.PageAsync(await world.EmptyAsync(), visit.Role);
        await page.GotoAsync(visit.Path);

        await Screens.LookOnceAsync(page, $"{name}-tom");
    }
}
