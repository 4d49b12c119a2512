using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Oversight.Browser.Tests.Infrastructure;
using Oversight.Testkit;

namespace Oversight.Browser.Tests;

/// <summary>The path that must work, from an empty system: a concern goes in, the March årsplan comes out.</summary>
public sealed class FiveStepsTests(BrowserWorld world)
{
    private const string Provider = "Tallbackens Omsorg AB";
    private const string Unit = "Tallbackens ledsagning";
    private const string Reason = "Uppgiften är bekräftad av anordnaren. Tas upp på nästa dialog.";

    [Fact]
    public async Task A_concern_goes_in_and_the_yearly_plan_comes_out()
    {
        Assert.SkipWhen(Chromium.WhyMissing is not null, Chromium.WhyMissing ?? "");
        await using var app = await AppFixture.StartAsync();
        await RegisterAsync(await SignInAsync(app, "Administratör"));

        var officer = await SignInAsync(app, "Handläggare");
        var reference = await ReportAsync(officer);
        var developer = await SignInAsync(app, "Kvalitetsutvecklare");
        await AssessAsync(developer, reference);
        await SeeReasonAsync(officer, reference);
        await SeeRiskAsync(developer, reference);
        await MoveClockAsync(developer);
        var owner = await SignInAsync(app, "Processägare");
        await AdoptAsync(owner, "Socialnämnden", "Äldrenämnden");
    }

    private async Task<IPage> SignInAsync(AppFixture app, string role)
    {
        var page = await (await world.NobodyAsync(app)).NewPageAsync();
        await page.GotoAsync("/");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Logga in");
        await Button(page, role).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Att göra");
        return page;
    }

    private static async Task RegisterAsync(IPage page)
    {
        await Link(page, "Anordnare").ClickAsync();
        await Link(page, "Ny anordnare").ClickAsync();
        await page.GetByLabel("Anordnarens namn").FillAsync(Provider);
        await page.GetByLabel("Organisationsnummer").FillAsync(FictionalNumber);
        await page.GetByLabel("Privat").CheckAsync();
        await Button(page, "Registrera anordnaren").ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(Provider);

        await Link(page, "Nytt avtal").ClickAsync();
        await page.GetByLabel("Kundval").CheckAsync();
        await page.GetByLabel("Avtalsområde").SelectOptionAsync("Ledsagning och avlösning");
        await page.GetByLabel("Socialnämnden").CheckAsync();
        await page.GetByLabel("Ledsagarservice").CheckAsync();
        await page.GetByLabel("Vuxna", new PageGetByLabelOptions { Exact = true }).CheckAsync();
        await page.GetByLabel("Första dag").FillAsync("2024-01-01");
        await Button(page, "Registrera avtalet").ClickAsync();

        await Link(page, "Ny enhet").ClickAsync();
        await page.GetByLabel("Avtal", new PageGetByLabelOptions { Exact = true })
            .SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await page.GetByLabel("Enhetens namn").FillAsync(Unit);
        await page.GetByLabel("Ledsagarservice").CheckAsync();
        await page.GetByLabel("Första dag").FillAsync("2024-01-01");
        await page.GetByLabel("Antal kunder").FillAsync("40");
        await page.GetByLabel("Antalet gällde").FillAsync("2026-12-01");
        await Button(page, "Registrera enheten").ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(Unit);
    }

    private static async Task<string> ReportAsync(IPage page)
    {
        await Link(page, "Ny synpunkt").ClickAsync();
        await ConcernForm.FillAsync(page, $"{Unit} – {Provider}");
        var reference = await ConcernForm.SendAsync(page);
        await page.GetByRole(AriaRole.Main)
            .GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { Name = "Mina synpunkter" }).Last.ClickAsync();
        await Assertions.Expect(Card(page, reference)).ToContainTextAsync(Unit);
        await Assertions.Expect(Card(page, reference)).ToContainTextAsync("Mottagen");
        return reference;
    }

    private static async Task AssessAsync(IPage page, string reference)
    {
        await page.ReloadAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("Bedöm");
        await Link(page, "Anordnare").ClickAsync();
        await Link(page, Provider).ClickAsync();
        await Assertions.Expect(page.Locator(".fact", new PageLocatorOptions { HasText = "Synpunkter att hantera" }))
            .ToContainTextAsync("1");

        await Link(page, "Inkorg").ClickAsync();
        await Link(page, reference).ClickAsync();
        await Assertions.Expect(page.Locator(".quoted").First).ToHaveTextAsync(ConcernForm.Text);
        await page.GetByLabel("Tas upp på nästa dialog").CheckAsync();
        await page.GetByLabel("Typ", new PageGetByLabelOptions { Exact = true }).SelectOptionAsync("Klagomål");
        await page.GetByLabel("Kategori").SelectOptionAsync("Beställningar har inte verkställts");
        await page.GetByLabel("Kvalitetsområde").SelectOptionAsync("Tillgänglighet");
        await page.GetByLabel("3 – Allvarlig").CheckAsync();
        await page.GetByLabel("Motivering").FillAsync(Reason);
        await Button(page, "Spara bedömningen").ClickAsync();
        await Assertions.Expect(page.Locator(".timeline")).ToContainTextAsync(Reason);
    }

    private static async Task SeeReasonAsync(IPage page, string reference)
    {
        await Link(page, "Mina synpunkter").First.ClickAsync();
        await Assertions.Expect(Card(page, reference)).ToContainTextAsync("Bedömd");
        await Assertions.Expect(Card(page, reference)).ToContainTextAsync(Reason);
    }

    private static async Task SeeRiskAsync(IPage page, string reference)
    {
        await Link(page, "Så påverkar den risken").ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync($"Risk för {Unit}");
        var moved = page.GetByRole(AriaRole.Region,
            new PageGetByRoleOptions { Name = $"Så påverkar synpunkten {reference}" });
        var row = moved.Locator("tbody tr", new LocatorLocatorOptions { HasText = "Tillgänglighet" });
        await Assertions.Expect(row.First).ToContainTextAsync(reference);
        await Assertions.Expect(page.Locator("details li", new PageLocatorOptions { HasText = reference }).First)
            .ToContainTextAsync("+");
    }

    private static async Task MoveClockAsync(IPage page)
    {
        await page.GotoAsync("/.local/klocka");
        await Button(page, "Till 1 mars").ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("0 misslyckades");
    }

    private static async Task AdoptAsync(IPage page, params string[] boards)
    {
        foreach (var board in boards)
        {
            await Link(page, "Årsplan").ClickAsync();
            await Assertions.Expect(page.Locator("tr", new PageLocatorOptions { HasText = board }))
                .ToContainTextAsync("Utkast");
            await Link(page, $"2027, {board}").ClickAsync();
            await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync($"Årsplan 2027 för {board}");
            await page.GetByLabel("Motivering").FillAsync("Beslutad av nämnden, § 24.");
            await Button(page, "Fastställ årsplanen").ClickAsync();
            await Assertions.Expect(page.GetByText("Årsplanen är fastställd.")).ToBeVisibleAsync();
            await Link(page, "Årsplanen").Last.ClickAsync();
            await DownloadAsync(page, board);
        }
    }

    /// <summary>
    /// Each file through a link of its own that ends: an address with a time in it, and no cookie of ours.
    /// </summary>
    private static async Task DownloadAsync(IPage page, string board)
    {
        var word = await FetchAsync(page, "Hämta som Word");
        word[..4].ShouldBe("PK\u0003\u0004"u8.ToArray());
        var html = WebUtility.HtmlDecode(Encoding.UTF8.GetString(await FetchAsync(page, "Hämta som webbsida")));
        html.ShouldContain(board);
        html.ShouldContain("Årsplan 2027");
    }

    private static async Task<byte[]> FetchAsync(IPage page, string text)
    {
        var address = await Link(page, text).GetAttributeAsync("href");
        var answer = await page.Context.APIRequest.GetAsync(address!,
            new APIRequestContextOptions { MaxRedirects = 0 });
        answer.Status.ShouldBe(303);
        var link = answer.Headers["location"];
        new Uri(link).Query.ShouldMatch("[?&]se=");
        using var anybody = new HttpClient();
        return await anybody.GetByteArrayAsync(link);
    }

    private static ILocator Card(IPage page, string reference) =>
        page.Locator("article", new PageLocatorOptions { HasText = reference });

    private static ILocator Link(IPage page, string name) =>
        page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { NameRegex = new Regex($"^{Regex.Escape(name)}$") });

    private static ILocator Button(IPage page, string name) =>
        page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { NameRegex = new Regex($"^{Regex.Escape(name)}$") });

    private static string FictionalNumber { get; } = Enumerable.Range(0, 10).Select(check => $"559999-003{check}")
        .First(number => Oversight.Providers.OrganisationNumber.TryParse(number, out _));
}
