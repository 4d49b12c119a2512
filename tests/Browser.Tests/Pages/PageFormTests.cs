using Microsoft.Playwright;
using Oversight.Browser.Tests.Infrastructure;

namespace Oversight.Browser.Tests.Pages;

/// <summary>Every form, posted empty, tells what is missing where it is missing.</summary>
public sealed class PageFormTests(BrowserWorld world)
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

    public static TheoryData<string> WithForm =>
        [.. PageVisits.All.Where(visit => visit.Form is not null).Select(visit => visit.Name)];

    [Theory]
    [MemberData(nameof(WithForm))]
    public async Task The_form_posted_empty_says_what_is_missing(string name)
    {
        var visit = PageVisits.Of(name);
        var demonstration = await world.DemonstrationAsync();
        var page = await world.PageAsync(demonstration.App, visit.Role);
        await page.GotoAsync(demonstration.Address(visit.Path));
        var form = page.Locator(visit.Form!);
        await form.EvaluateAsync(Empty);

        await form.Locator("button[type=submit]").Last.ClickAsync();

        await Assertions.Expect(page.Locator("main .ds-error-summary[role=alert]")).ToBeVisibleAsync();
        (await page.EvaluateAsync<string[]>(Unmarked))
            .ShouldBeEmpty("Every fault that is told leads to a field that is marked.");
        await Screens.LookOnceAsync(page, $"{name}-fel");
    }
}
