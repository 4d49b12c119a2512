using System.Net;
using Microsoft.Playwright;
using Oversight.Browser.Tests.Infrastructure;
using Oversight.Testkit;

namespace Oversight.Browser.Tests;

/// <summary>How many clicks an assessor's day takes.</summary>
public sealed class AssessorQueueTests(BrowserWorld world)
{
    private const int MostClicksOfOne = 5;
    private const int MostClicksOfTwenty = 120;

    [Fact]
    public Task Twenty_ordinary_concerns_take_at_most_120_clicks() => AssessAllAsync(script: true, concerns: 20);

    /// <summary>Fewer of them: a click without script is a page.</summary>
    [Fact]
    public Task They_take_no_more_in_a_browser_without_script() => AssessAllAsync(script: false, concerns: 4);

    private async Task AssessAllAsync(bool script, int concerns)
    {
        var demonstration = await world.DemonstrationAsync();
        using var officer = await demonstration.App.SignInAsync(People.User(Role.CaseOfficer), Role.CaseOfficer);
        var (unit, service) = await UnitAsync(officer, script ? 0 : 1);
        for (var number = 0; number < concerns; number++)
            await ReportAsync(officer, unit, service, $"Personalen kom {number + 1} timmar för sent {script}.");
        var page = await world.PageAsync(demonstration.App, Role.QualityDeveloper, script);
        await page.GotoAsync($"/synpunkter/inkorg?status=received&sok={Uri.EscapeDataString(unit)}&sortera=-komin");
        var waiting = await page.Locator("tbody tr").CountAsync();
        waiting.ShouldBeGreaterThanOrEqualTo(concerns);

        var hand = new Hand();
        await hand.ClickAsync(page.Locator("tbody th a").First);
        for (var number = 1; number <= concerns; number++)
        {
            var before = hand.Clicks - (number == 1 ? 1 : 0);
            await Assertions.Expect(page.Locator(".quoted").First).ToContainTextAsync("för sent");
            await hand.ClickAsync(page.GetByText("Börja från en standardfras"));
            await hand.ClickAsync(page.Locator(".phrases a[data-category='ej-verkstallda-bestallningar']").First);
            await Assertions.Expect(page.Locator("#falt-category")).ToHaveValueAsync("ej-verkstallda-bestallningar");
            await Assertions.Expect(page.Locator("#falt-area")).ToHaveValueAsync("tillganglighet");
            await hand.ClickAsync(page.GetByRole(AriaRole.Button, new() { Name = "Spara och nästa" }));
            await Assertions.Expect(page.Locator("main")).ToContainTextAsync("är sparad");
            (hand.Clicks - before).ShouldBeLessThanOrEqualTo(MostClicksOfOne);
        }

        hand.Clicks.ShouldBeLessThanOrEqualTo(MostClicksOfTwenty * concerns / 20);
        await page.GotoAsync($"/synpunkter/inkorg?status=received&sok={Uri.EscapeDataString(unit)}");
        (await page.Locator("tbody tr").CountAsync()).ShouldBe(waiting - concerns);
        await page.CloseAsync();
    }

    private static async Task<(string Unit, string Service)> UnitAsync(HttpClient officer, int number)
    {
        var form = await officer.GetPageAsync("/synpunkter/ny");
        return (form.QuerySelectorAll("datalist option")[number + 4].GetAttribute("value")!, "ledsagarservice");
    }

    private static async Task ReportAsync(HttpClient officer, string unit, string service, string text)
    {
        using var sent = await (await officer.GetFormAsync("/synpunkter/ny")).Tampered("unitId", unit)
            .Tampered("service", service).Tampered("text", text).Tampered("occurred", "2027-01-12")
            .Tampered("occurredPrecision", "day").Tampered("consequence", "ej-verkstalld").SubmitAsync();
        await sent.ExpectAsync(HttpStatusCode.SeeOther);
    }

    /// <summary>Counts what a hand does. Nothing else in a test of clicks touches the page.</summary>
    private sealed class Hand
    {
        public int Clicks { get; private set; }

        public Task ClickAsync(ILocator target)
        {
            Clicks++;
            return target.ClickAsync();
        }
    }
}
