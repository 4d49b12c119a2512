using Microsoft.AspNetCore.Http;
using Microsoft.Playwright;
using Oversight.Browser.Tests.Infrastructure;
using Oversight.Functions.Web;

namespace Oversight.Browser.Tests.Pages;

/// <summary>Every page at the width of a desk and of a phone: a picture, axe, and what a page must have.</summary>
public sealed class PageTests(BrowserWorld world)
{
    // Empties every field, and takes away what the browser would fill in of itself.
    private const string Empty = """
        form => {
            for (const field of form.elements) {
                if (['hidden', 'submit', 'button', 'fieldset'].includes(field.type)) continue;
                if (['checkbox', 'radio'].includes(field.type)) field.checked = false;
                else if (field.tagName === 'SELECT') { field.value = ''; }
                else field.value = '';
                field.required = false;
            }
        }
        """;

    // The links of the error summary that do not lead to a field with that message.
    private const string Unmarked = """
        () => [...document.querySelectorAll('.ds-error-summary a')]
            .filter(link => {
                const field = document.getElementById(link.hash.slice(1));
                return !field || !(field.closest('.form-field') ?? field).innerText.includes(link.innerText);
            })
            .map(link => link.hash)
        """;

    public static TheoryData<string> WithData => [.. PageVisits.All.Select(visit => visit.Name)];

    public static TheoryData<string> WithoutData =>
        [.. PageVisits.All.Where(visit => visit is { IsForAll: true, Function: not null }).Select(visit => visit.Name)];

    public static TheoryData<string> WithForm =>
        [.. PageVisits.All.Where(visit => visit.Form is not null).Select(visit => visit.Name)];

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
        var visit = Visit(name);
        var demonstration = await world.DemonstrationAsync();
        var page = await world.TabAsync(demonstration.App, visit.Role);
        var answer = await page.GotoAsync(demonstration.Address(visit.Path));

        if (visit.Function != "ZzzFallback")
            answer!.Status.ShouldNotBe(StatusCodes.Status404NotFound, "An id of the demonstration leads nowhere.");
        await LookAsync(page, name);
    }

    [Theory]
    [MemberData(nameof(WithoutData))]
    public async Task The_page_stands_without_data(string name)
    {
        var visit = Visit(name);
        var page = await world.TabAsync(await world.EmptyAsync(), visit.Role);
        await page.GotoAsync(visit.Path);

        await LookAsync(page, $"{name}-tom");
    }

    [Theory]
    [MemberData(nameof(WithForm))]
    public async Task The_form_posted_empty_says_what_is_missing(string name)
    {
        var visit = Visit(name);
        var demonstration = await world.DemonstrationAsync();
        var page = await world.TabAsync(demonstration.App, visit.Role);
        await page.GotoAsync(demonstration.Address(visit.Path));
        var form = page.Locator(visit.Form!);
        await form.EvaluateAsync(Empty);

        await form.Locator("button[type=submit]").Last.ClickAsync();

        await Assertions.Expect(page.Locator("main .ds-error-summary[role=alert]")).ToBeVisibleAsync();
        (await page.EvaluateAsync<string[]>(Unmarked))
            .ShouldBeEmpty("Every fault that is told leads to a field that is marked.");
        await LookAsync(page, $"{name}-fel");
    }

    private static PageVisit Visit(string name) => PageVisits.All.Single(visit => visit.Name == name);

    private static async Task LookAsync(IPage page, string name)
    {
        var screens = new Screens(page);
        await screens.LookAsync(name);
        screens.Complaints.ShouldBeEmpty();
    }
}
