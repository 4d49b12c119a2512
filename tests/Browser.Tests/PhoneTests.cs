using Microsoft.Playwright;
using Oversight.Browser.Tests.Infrastructure;

namespace Oversight.Browser.Tests;

/// <summary>The pages of the day on a phone: a low head, and targets that a finger hits.</summary>
public sealed class PhoneTests(BrowserWorld world)
{
    private const int HighestHead = 120;
    private const int SmallestTarget = 44;

    /// <summary>Links in running text are as high as the text (WCAG 2.5.8); nobody touches what is hidden.</summary>
    private const string SmallTargets =
        """
        smallest => [...document.querySelectorAll('a, button, select, summary, input:not([type=hidden])')]
          .filter(target => target.checkVisibility({ visibilityProperty: true }))
          .filter(target => !target.closest('.ds-skip-link, p, dd, li:not(nav li, .todo li, .phrases li)'))
          .map(target => [target, ['radio', 'checkbox'].includes(target.type) ? target.closest('.ds-field, .mark') : target])
          .map(([target, box]) => [target, box.getBoundingClientRect().height])
          .filter(([, height]) => height > 0 && height < smallest - 0.5)
          .map(([target, height]) => `${Math.round(height)} px: ${target.outerHTML.slice(0, 120)}`)
        """;

    [Theory]
    [InlineData(Role.CaseOfficer, "/")]
    [InlineData(Role.CaseOfficer, "/synpunkter/ny")]
    [InlineData(Role.CaseOfficer, "/synpunkter/mina")]
    [InlineData(Role.QualityDeveloper, "/")]
    [InlineData(Role.QualityDeveloper, "/synpunkter/inkorg")]
    [InlineData(Role.QualityDeveloper, "/synpunkter/arende/{unassessed}")]
    [InlineData(Role.QualityDeveloper, "/anordnare")]
    [InlineData(Role.QualityDeveloper, "/enheter")]
    [InlineData(Role.CaseOfficer, "/sok")]
    [InlineData(Role.QualityDeveloper, "/sok?q=hem")]
    [InlineData(Role.UnitManager, "/synpunkter/inkorg?status=awaitingDecision")]
    public async Task The_head_is_low_and_what_is_touched_is_big_enough(Role role, string path)
    {
        var demonstration = await world.DemonstrationAsync();
        var page = await world.PageAsync(demonstration.App, role);
        await page.SetViewportSizeAsync(390, 844);
        await page.GotoAsync(demonstration.Address(path));

        (await page.Locator(".site-head").BoundingBoxAsync())!.Height.ShouldBeLessThanOrEqualTo(HighestHead);
        (await page.EvaluateAsync<string[]>(SmallTargets, SmallestTarget)).ShouldBeEmpty();
        await page.CloseAsync();
    }
}
