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
    private const int MostClicksOfTenAlike = 15;

    [Fact]
    public Task Twenty_ordinary_concerns_take_at_most_120_clicks() => AssessAllAsync(script: true, concerns: 20);

    /// <summary>Fewer of them: a click without script is a page.</summary>
    [Fact]
    public Task They_take_no_more_in_a_browser_without_script() => AssessAllAsync(script: false, concerns: 4);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Ten_that_are_alike_are_marked_and_assessed_together_in_at_most_15_clicks(bool script)
    {
        var (page, unit, hand) = await AlikeAsync(script ? 2 : 3, script);
        await page.GotoAsync($"/synpunkter/inkorg?status=received&sok={Uri.EscapeDataString(unit)}&sortera=-komin");
        var waiting = await page.Locator("tbody tr").CountAsync();
        for (var number = 0; number < 10; number++)
            await hand.ClickAsync(page.Locator("tbody tr").Nth(number).Locator(".mark"));
        await hand.ClickAsync(page.GetByRole(AriaRole.Button, new() { Name = "Bedöm de markerade tillsammans" }));
        await TogetherAsync(page, hand, 10);

        hand.Clicks.ShouldBeLessThanOrEqualTo(MostClicksOfTenAlike);
        await page.GetByRole(AriaRole.Link, new() { Name = "Till inkorgen" }).ClickAsync();
        (await page.Locator("tbody tr").CountAsync()).ShouldBe(waiting - 10);
        await page.CloseAsync();
    }

    [Fact]
    public async Task Where_one_of_them_is_assessed_the_others_are_offered_and_marked_already()
    {
        var (page, unit, hand) = await AlikeAsync(4, script: true);
        await page.GotoAsync($"/synpunkter/inkorg?status=received&sok={Uri.EscapeDataString(unit)}");
        await hand.ClickAsync(page.Locator("tbody th a").First);
        await hand.ClickAsync(page.GetByRole(AriaRole.Link, new() { Name = "Bedöm dem tillsammans" }));
        await TogetherAsync(page, hand, 10);

        hand.Clicks.ShouldBeLessThanOrEqualTo(MostClicksOfOne);
        await page.CloseAsync();
    }

    /// <summary>Ten concerns about a unit of their own, with the same service and consequence.</summary>
    private async Task<(IPage Page, string Unit, Hand Hand)> AlikeAsync(int number, bool script)
    {
        var demonstration = await world.DemonstrationAsync();
        using var officer = await demonstration.App.SignInAsync(People.User(Role.CaseOfficer), Role.CaseOfficer);
        var (unit, service) = await UnitAsync(officer, number);
        for (var one = 0; one < 10; one++)
            await ReportAsync(officer, unit, service, $"Personalen kom {one + 1} minuter för sent {number}.");
        return (await world.PageAsync(demonstration.App, Role.QualityDeveloper, script), unit, new Hand());
    }

    private static async Task TogetherAsync(IPage page, Hand hand, int concerns)
    {
        await hand.ClickAsync(page.GetByText("Börja från en standardfras"));
        await hand.ClickAsync(page.Locator(".phrases a[data-category='ej-verkstallda-bestallningar']").First);
        await Assertions.Expect(page.Locator("#falt-category")).ToHaveValueAsync("ej-verkstallda-bestallningar");
        var marked = await page.Locator("input[name=synpunkt]:checked").CountAsync();
        marked.ShouldBeGreaterThanOrEqualTo(concerns);
        await hand.ClickAsync(page.GetByRole(AriaRole.Button, new() { Name = "Spara bedömningen av de markerade" }));
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync($"{marked} synpunkter är bedömda");
    }

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
