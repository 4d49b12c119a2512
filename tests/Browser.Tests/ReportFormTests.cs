using Microsoft.Playwright;
using Oversight.Browser.Tests.Infrastructure;
using Oversight.Testkit;

namespace Oversight.Browser.Tests;

/// <summary>The two-minute form on a phone (390 px), between two visits.</summary>
public sealed class ReportFormTests(BrowserWorld world)
{
    private const int MostPixels = 1600;
    private const int MostTaps = 8;
    private const string Form = "/synpunkter/ny";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_form_fits_a_phone_and_asks_for_an_unknown_provider_only_when_it_is_unknown(bool script)
    {
        var (page, _) = await OpenAsync(script);

        var first = await page.Locator("#falt-unitId").BoundingBoxAsync();
        var last = await page.GetByRole(AriaRole.Button, new() { Name = "Skicka synpunkten" }).BoundingBoxAsync();
        (last!.Y + last.Height - first!.Y).ShouldBeLessThanOrEqualTo(MostPixels);
        await Assertions.Expect(page.GetByLabel("Beskriv anordnaren")).ToBeHiddenAsync();
        await Assertions.Expect(page.GetByLabel("Vilken dag?")).ToBeHiddenAsync();

        await page.GetByLabel("Anordnaren finns inte i listan eller är okänd").CheckAsync();
        await page.GetByLabel("Annan dag").CheckAsync();

        await Assertions.Expect(page.GetByLabel("Beskriv anordnaren")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByLabel("Vilken dag?")).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_concern_takes_at_most_eight_taps_beside_the_text()
    {
        var (page, unit) = await OpenAsync();
        var taps = 0;
        await TapAsync(page.Locator("#falt-unitId"));
        await page.Keyboard.TypeAsync(unit);
        // The list of the browser, which no test reaches: one tap in it.
        taps++;
        await page.Keyboard.PressAsync("Tab");
        if (await page.Locator("#falt-service").InputValueAsync() is "")
        {
            // To open the list and to choose in it.
            taps += 2;
            var own = page.Locator("#falt-service optgroup[label='Enhetens insatser'] option").First;
            await page.Locator("#falt-service").SelectOptionAsync((await own.GetAttributeAsync("value"))!);
        }

        await TapAsync(page.Locator("#falt-text"));
        await page.Keyboard.TypeAsync(ConcernForm.Text);
        await TapAsync(page.GetByLabel("I går"));
        await TapAsync(page.GetByLabel("Insatsen blev inte verkställd"));
        await TapAsync(page.GetByRole(AriaRole.Button, new() { Name = "Skicka synpunkten" }));

        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Synpunkten är mottagen");
        taps.ShouldBeLessThanOrEqualTo(MostTaps);
        await page.GotoAsync("/synpunkter/mina");
        var card = page.Locator(".concern-card").First;
        await Assertions.Expect(card).ToContainTextAsync(ConcernForm.Text);
        await Assertions.Expect(card).ToContainTextAsync("Vad händer nu?");
        await page.Context.CloseAsync();

        Task TapAsync(ILocator target)
        {
            taps++;
            return target.ClickAsync();
        }
    }

    [Fact]
    public async Task One_match_is_taken_and_its_services_come_first()
    {
        var (page, unit) = await OpenAsync();

        await page.Locator("#falt-unitId").FillAsync(unit.ToUpperInvariant());
        await page.Keyboard.PressAsync("Tab");

        await Assertions.Expect(page.Locator("#falt-unitId")).ToHaveValueAsync(unit);
        await Assertions.Expect(page.Locator("#falt-service optgroup").First)
            .ToHaveAttributeAsync("label", "Enhetens insatser");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_draft_outlives_a_reload_belongs_to_its_writer_and_is_gone_when_it_is_sent()
    {
        var (page, unit) = await OpenAsync();
        await FillAsync(page, unit);

        await page.ReloadAsync();

        await Assertions.Expect(page.Locator("#falt-text")).ToHaveValueAsync(ConcernForm.Text);
        await Assertions.Expect(page.Locator(".report-draft")).ToContainTextAsync("Ditt utkast");
        (await page.EvaluateAsync<string>(ReadStored)).ShouldNotContain("tandläkar");
        // The same device, another person.
        var app = (await world.DemonstrationAsync()).App;
        await People.SignInAsync(page.Context, app, Role.QualityDeveloper);
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator(".report[data-saved]")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator("#falt-text")).ToHaveValueAsync("");
        await People.SignInAsync(page.Context, app, Role.CaseOfficer);
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("#falt-text")).ToHaveValueAsync(ConcernForm.Text);

        await page.GetByLabel("I dag", new() { Exact = true }).CheckAsync();
        await page.GetByLabel("Insatsen blev inte verkställd").CheckAsync();
        if (await page.Locator("#falt-service").InputValueAsync() is "")
            await page.Locator("#falt-service").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await ConcernForm.SendAsync(page);
        await page.GotoAsync(Form);
        await Assertions.Expect(page.Locator(".report[data-saved]")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator("#falt-text")).ToHaveValueAsync("");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_draft_is_erased_after_seven_days()
    {
        var (page, unit) = await OpenAsync();
        await FillAsync(page, unit);

        await page.Clock.SetFixedTimeAsync(
            DateTimeOffset.FromUnixTimeMilliseconds(await page.EvaluateAsync<long>("() => Date.now()")).AddDays(8)
                .UtcDateTime);
        await page.ReloadAsync();

        await Assertions.Expect(page.Locator(".report[data-saved]")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator("#falt-text")).ToHaveValueAsync("");
        (await page.EvaluateAsync<string>(ReadStored)).ShouldBe("[]");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task What_is_too_long_is_told_of_and_never_cut()
    {
        var (page, _) = await OpenAsync();
        var pasted = new string('a', 8_050);

        await page.Locator("#falt-text").FillAsync(pasted);

        (await page.Locator("#falt-text").InputValueAsync()).Length.ShouldBe(8_050);
        await Assertions.Expect(page.Locator("#falt-text-grans")).ToContainTextAsync("korta texten med 50");
        await page.GetByRole(AriaRole.Button, new() { Name = "Skicka synpunkten" }).ClickAsync();
        await Assertions.Expect(page.Locator(".ds-error-summary")).ToContainTextAsync("8 050 tecken");
        (await page.Locator("#falt-text").InputValueAsync()).Length.ShouldBe(8_050);
        await page.Context.CloseAsync();
    }

    /// <summary>What lies on the device, as text.</summary>
    private const string ReadStored =
        """
        () => new Promise(resolve => {
          const opening = indexedDB.open('oversight-drafts', 1);
          opening.onsuccess = () => {
            const all = opening.result.transaction('drafts').objectStore('drafts').getAll();
            all.onsuccess = () => resolve(JSON.stringify(all.result.map(
              entry => new TextDecoder().decode(entry.box))));
          };
        })
        """;

    private static async Task FillAsync(IPage page, string unit)
    {
        await page.Locator("#falt-unitId").FillAsync(unit);
        await page.Locator("#falt-text").FillAsync(ConcernForm.Text);
        await Assertions.Expect(page.Locator(".report:not([data-saved='0'])[data-saved]")).ToHaveCountAsync(1);
    }

    /// <summary>A browser of its own: drafts are kept on the device.</summary>
    private async Task<(IPage Page, string Unit)> OpenAsync(bool script = true)
    {
        var app = (await world.DemonstrationAsync()).App;
        var context = await world.NobodyAsync(app, script);
        await People.SignInAsync(context, app, Role.CaseOfficer);
        var page = await context.NewPageAsync();
        await page.SetViewportSizeAsync(390, 844);
        await page.GotoAsync(Form);
        if (script)
            await Assertions.Expect(page.Locator(".report[data-saved]")).ToHaveCountAsync(1);
        return (page, (await page.Locator("#falt-unitId-forslag option").First.GetAttributeAsync("value"))!);
    }
}
