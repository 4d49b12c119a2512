using Microsoft.Playwright;
using Oversight.Browser.Tests.Infrastructure;
using Oversight.Testkit;

namespace Oversight.Browser.Tests;

/// <summary>
/// Every answer of the edge in a browser, at the width of a desk and of a phone: where the focus is, and what is kept.
/// </summary>
public sealed class AnswerTests(BrowserWorld world)
{
    private const string Reason = "Flera synpunkter om samma sak, den senaste i går.";

    [Fact]
    public async Task What_is_wrong_comes_first_and_has_the_focus()
    {
        var page = await CaseAsync("/gor/ratta", Role.CaseOfficer);
        await page.Locator("textarea[name=reason]").FillAsync("");

        await page.Locator("main form button[type=submit]").ClickAsync();

        await FocusedAsync(page, "ds-error-summary");
        await LookAsync(page, "svar-fel");
    }

    [Fact]
    public async Task What_was_done_is_said_in_one_line_and_nothing_invites_to_do_it_again()
    {
        var page = await CaseAsync("", Role.QualityDeveloper, "{unassessed}");
        var form = page.Locator("form[action$='/gor/bedom']");
        await form.Locator("input[name=outcome][value=unfounded]").CheckAsync();
        await form.Locator("textarea[name=reason]").FillAsync(Reason);

        await form.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Spara bedömningen" }).ClickAsync();

        await FocusedAsync(page, "ds-alert");
        await Assertions.Expect(page.Locator(".ds-alert")).ToContainTextAsync("Bedömningen är sparad.");
        await Assertions.Expect(page.Locator("form[action$='/gor/bedom']")).ToHaveCountAsync(0);
        await LookAsync(page, "svar-klart");
    }

    [Fact]
    public async Task Whoever_comes_second_sees_what_the_first_wrote_and_keeps_their_own_words()
    {
        var (mine, theirs) = (
            await CaseAsync("/gor/maskera", Role.QualityDeveloper, "{shared}"),
            await CaseAsync("/gor/maskera", Role.MedicallyResponsible, "{shared}"));
        foreach (var (page, words, reason) in new[]
            { (theirs, "Ledsagaren", "Den andras skäl."), (mine, "läkarbesöket", Reason) })
        {
            await page.Locator("input[name=words]").FillAsync(words);
            await page.Locator("textarea[name=reason]").FillAsync(reason);
            await page.Locator("main form button[type=submit]").ClickAsync();
        }

        await FocusedAsync(mine, "ds-alert");
        await Assertions.Expect(mine.Locator(".ds-alert")).ToContainTextAsync("Den andras skäl.");
        await Assertions.Expect(mine.Locator("textarea[name=reason]")).ToHaveValueAsync(Reason);
        await LookAsync(mine, "svar-nagon-hann-fore");
        await theirs.CloseAsync();
    }

    [Fact]
    public async Task A_draft_survives_that_the_session_ended()
    {
        var demonstration = await world.DemonstrationAsync();
        var page = await world.PageAsync(demonstration.App, Role.CaseOfficer);
        await page.GotoAsync("/synpunkter/ny");
        await page.Locator("textarea[name=text]").FillAsync(ConcernForm.Text);
        await page.Context.ClearCookiesAsync();
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Skicka synpunkten" }).ClickAsync();
        await FocusedAsync(page, "ds-alert");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Du är inte längre inloggad");
        var screens = new Screens(page);
        await screens.LookAsync("svar-utloggad");
        screens.Complaints.ShouldBeEmpty();

        await People.SignInAsync(page.Context, demonstration.App, Role.CaseOfficer);
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Skicka igen" }).ClickAsync();

        await Assertions.Expect(page.Locator("textarea[name=text]")).ToHaveValueAsync(ConcernForm.Text);
        await page.CloseAsync();
    }

    [Fact]
    public async Task Files_that_are_too_large_are_told_at_their_field_with_the_text_still_there()
    {
        var demonstration = await world.DemonstrationAsync();
        var page = await world.PageAsync(demonstration.App, Role.CaseOfficer);
        await page.GotoAsync("/synpunkter/ny");
        await page.Locator("textarea[name=text]").FillAsync(ConcernForm.Text);
        using var folder = new TemporaryFolder();
        var large = Path.Combine(folder.Path, "stor.pdf");
        await File.WriteAllBytesAsync(large, new byte[27 * 1024 * 1024], TestContext.Current.CancellationToken);
        await page.Locator("details summary").ClickAsync();
        await page.Locator("input[type=file]").SetInputFilesAsync(large);

        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Skicka synpunkten" }).ClickAsync();

        await FocusedAsync(page, "ds-error-summary");
        await Assertions.Expect(page.Locator("textarea[name=text]")).ToHaveValueAsync(ConcernForm.Text);
        await LookAsync(page, "svar-for-stort");
    }

    [Fact]
    public async Task What_was_typed_is_kept_while_storage_is_away_and_sent_once_when_it_is_back()
    {
        BrowserWorld.NeedsBrowser();
        await using var azurite = await StoppableAzurite.StartAsync();
        await using var app = await AppFixture.StartAsync(new AppOptions
        { StorageConnectionString = azurite.ConnectionString });
        await using var context = await world.NobodyAsync(app);
        await People.SignInAsync(context, app, Role.CaseOfficer);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/synpunkter/ny");
        await ConcernForm.FillUnknownAsync(page);
        await azurite.StopAsync();

        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Skicka synpunkten" }).ClickAsync();

        await Assertions.Expect(page.Locator("h1"))
            .ToHaveTextAsync("Systemet svarar inte just nu", new() { Timeout = 30_000 });
        await FocusedAsync(page, "ds-alert");
        await page.Locator("details summary").ClickAsync();
        await Assertions.Expect(page.Locator("main .quoted").Filter(new() { HasText = ConcernForm.Text }))
            .ToBeVisibleAsync();
        var screens = new Screens(page);
        await screens.LookAsync("svar-systemet-svarar-inte");
        screens.Complaints.ShouldBeEmpty();

        await azurite.ContinueAsync();
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Skicka igen" }).ClickAsync();

        await Assertions.Expect(page.Locator("h1"))
            .ToHaveTextAsync("Synpunkten är mottagen", new() { Timeout = 30_000 });
        await page.GotoAsync("/synpunkter/mina");
        await Assertions.Expect(page.Locator("main a[href^='/synpunkter/arende/']")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task A_link_to_a_file_that_has_expired_leads_to_the_document_and_a_new_link()
    {
        var demonstration = await world.DemonstrationAsync();
        var page = await world.PageAsync(demonstration.App, Role.QualityDeveloper);
        await page.GotoAsync(demonstration.Address("/synpunkter/arende/{decided}"));
        var document = await page.Locator("main a[href^='/dokument/']").Last.GetAttributeAsync("href");
        var expired =
            $"https://lagring.exempel/documents/{document!.Split('/')[^1]}/1/0123456789abcdef.docx?se=2027-01-01&sig=x";
        await page.GotoAsync("/dokument");
        await page.GetByRole(AriaRole.Link,
            new PageGetByRoleOptions { Name = "En länk till en fil fungerar inte längre" }).ClickAsync();
        await page.Locator("input[name=link]").FillAsync(expired);
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Hitta dokumentet" }).ClickAsync();

        await FocusedAsync(page, "ds-alert");
        await Assertions.Expect(page.Locator("input[name=link]")).ToHaveValueAsync(expired);
        var file = await page.RunAndWaitForDownloadAsync(() =>
            page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Hämta filen på nytt" }).ClickAsync());
        file.SuggestedFilename.ShouldEndWith("-v1.docx");
        await LookAsync(page, "svar-lanken-har-gatt-ut");
    }

    private async Task<IPage> CaseAsync(string operation, Role role, string id = "{own}")
    {
        var demonstration = await world.DemonstrationAsync();
        var page = await world.PageAsync(demonstration.App, role);
        await page.GotoAsync(demonstration.Address($"/synpunkter/arende/{id}{operation}"));
        return page;
    }

    private static async Task FocusedAsync(IPage page, string name) =>
        await Assertions.Expect(page.Locator($"main .{name}").First).ToBeFocusedAsync();

    private static async Task LookAsync(IPage page, string name)
    {
        var screens = new Screens(page);
        await screens.LookAsync(name);
        await page.CloseAsync();
        screens.Complaints.ShouldBeEmpty();
    }
}
