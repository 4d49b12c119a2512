using Microsoft.Playwright;
using Oversight.Browser.Tests.Infrastructure;
using Oversight.Testkit;

namespace Oversight.Browser.Tests;

/// <summary>
/// Besöksläge on a tablet: what is typed is saved row by row, and outlives the network and the session.
/// </summary>
public sealed partial class VisitTests(BrowserWorld world)
{
    // Everything that the browser keeps, as text.
    private const string Kept = """
        async () => {
            const text = [];
            for (const { name } of await indexedDB.databases()) {
                const db = await new Promise(done => { indexedDB.open(name).onsuccess = e => done(e.target.result); });
                for (const store of db.objectStoreNames) {
                    const rows = await new Promise(done => {
                        db.transaction(store).objectStore(store).getAll().onsuccess = e => done(e.target.result);
                    });
                    text.push(...rows.map(row =>
                        JSON.stringify(row) + new TextDecoder('latin1').decode(row.box ?? new Uint8Array())));
                }
                db.close();
            }
            return text;
        }
        """;

    // Targets for fingers that are lower than they should be.
    private const string TooLow = """
        () => [...document.querySelectorAll('.visit :is(label.visit-level, select, input[type=text], button, summary)')]
            .filter(target => target.checkVisibility() && target.getBoundingClientRect().height < 44)
            .map(target => target.outerHTML)
        """;

    [Fact]
    [Trait("Requirement", "R99")]
    public async Task Rows_typed_without_a_network_are_kept_unreadable_and_saved_once_when_it_is_back()
    {
        await using var tablet = await TabletAsync();
        var (page, review) = await OpenAsync(tablet);
        await page.ScreenshotAsync(new() { Path = Screens.PathOf("besokslage-810") });
        var before = await review.ReadAsync();
        await tablet.SetOfflineAsync(true);
        foreach (var row in new[] { 0, 1, 2 })
            await JudgeAsync(page, row, $"Hemligt utan nät {row}.");
        await ExpectStatusAsync(page, "^Ingen kontakt. 3 rader väntar på att sparas.$");
        await page.ScreenshotAsync(new() { Path = Screens.PathOf("besokslage-utan-nat-810") });
        var kept = await page.EvaluateAsync<string[]>(Kept);
        kept.Length.ShouldBe(3);
        kept.ShouldAllBe(text => !text.Contains("Hemligt") && !text.Contains("notMet"));

        await tablet.SetOfflineAsync(false);

        await ExpectStatusAsync(page, @"^Sparat \d\d\.\d\d\.$");
        var after = await review.ReadAsync();
        (after.Version - before.Version).ShouldBe(3, "Each row is written once.");
        after.Evidence.Where(text => text.StartsWith("Hemligt utan nät", StringComparison.Ordinal))
            .Order().ShouldBe(["Hemligt utan nät 0.", "Hemligt utan nät 1.", "Hemligt utan nät 2."]);
        (await page.EvaluateAsync<string[]>(Kept)).ShouldBeEmpty("What is saved is erased.");
        await page.ScreenshotAsync(new() { Path = Screens.PathOf("besokslage-sparat-810"), FullPage = true });
        (await page.EvaluateAsync<string[]>(TooLow)).ShouldBeEmpty();
        (await Accessibility.ViolationsAsync(page)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_row_whose_page_was_closed_without_a_network_is_saved_when_the_page_is_opened_again()
    {
        await using var tablet = await TabletAsync();
        var (page, review) = await OpenAsync(tablet);
        await tablet.SetOfflineAsync(true);
        await JudgeAsync(page, 3, "Skrivet innan sidan stängdes.");
        await ExpectStatusAsync(page, "^Ingen kontakt. 1 rad väntar");
        await page.CloseAsync();
        await tablet.SetOfflineAsync(false);

        (page, _) = await OpenAsync(tablet);

        await ExpectStatusAsync(page, "^Sparat");
        (await review.ReadAsync()).Evidence.ShouldContain("Skrivet innan sidan stängdes.");
    }

    [Fact]
    public async Task A_save_whose_answer_is_lost_is_written_once_and_what_was_typed_meanwhile_after_it()
    {
        await using var tablet = await TabletAsync();
        var (page, review) = await OpenAsync(tablet);
        var before = await review.ReadAsync();
        var lost = new TaskCompletionSource();
        await page.RouteAsync("**/actions/judge", async route =>
        {
            if (lost.Task.IsCompleted)
            {
                await route.ContinueAsync();
                return;
            }

            await route.FetchAsync();
            await route.AbortAsync();
            lost.SetResult();
        });
        await JudgeAsync(page, 4, "Svaret kom aldrig fram.");
        await lost.Task;
        await Row(page, 4).Locator("textarea").FillAsync("Svaret kom aldrig fram. Mer.");

        await ExpectStatusAsync(page, "^Sparat");
        var after = await review.ReadAsync();
        (after.Version - before.Version).ShouldBe(2);
        after.Evidence.ShouldContain("Svaret kom aldrig fram. Mer.");
    }

    [Fact]
    public async Task What_is_typed_after_the_session_has_ended_is_saved_after_signing_in_again_and_by_nobody_else()
    {
        await using var tablet = await TabletAsync();
        var (page, review) = await OpenAsync(tablet);
        await tablet.ClearCookiesAsync();
        await JudgeAsync(page, 5, "Skrivet efter inloggningen.");
        await ExpectStatusAsync(page, "^Du är inte längre inloggad. Det du har skrivit ligger kvar på den här enheten");
        await page.ScreenshotAsync(new() { Path = Screens.PathOf("besokslage-utloggad-810") });
        (await Accessibility.ViolationsAsync(page)).ShouldBeEmpty();

        await SignInAsync(tablet, Other);
        await page.EvaluateAsync("() => window.dispatchEvent(new Event('online'))");
        await ExpectStatusAsync(page, "^En annan person är inloggad.");
        var (others, _) = await OpenAsync(tablet);
        (await Row(others, 5).Locator("textarea").InputValueAsync()).ShouldNotBe("Skrivet efter inloggningen.");
        await others.CloseAsync();
        (await review.ReadAsync()).Evidence.ShouldNotContain("Skrivet efter inloggningen.");

        var again = await page.GetByRole(AriaRole.Link, new() { Name = "Logga in igen" }).GetAttributeAsync("href");
        await People.SignInAsync(tablet, (await world.DemonstrationAsync()).App, Role.QualityDeveloper);
        await page.GotoAsync(new Uri(new Uri(page.Url), again).AbsoluteUri);
        // The page tries now and then by itself: it may have saved the row before it was left.
        await ExpectStatusAsync(page, "^(Sparat|Raderna sparas medan du skriver)");
        while (!(await review.ReadAsync()).Evidence.Contains("Skrivet efter inloggningen."))
            await ExpectStatusAsync(page, "^Sparat");
    }

    [Fact]
    public async Task Signing_out_erases_what_is_kept_after_asking()
    {
        await using var tablet = await TabletAsync();
        var (page, _) = await OpenAsync(tablet);
        await Row(page, 6).Locator("textarea").FillAsync("En halv rad.");
        await Row(page, 6).Locator("select").SelectOptionAsync("");
        await ExpectStatusAsync(page, "^1 rad är inte klar.$");
        (await page.EvaluateAsync<string[]>(Kept)).Length.ShouldBe(1);
        var asked = "";
        page.Dialog += async (_, dialog) =>
        {
            asked = dialog.Message;
            await dialog.AcceptAsync();
        };

        await page.GetByRole(AriaRole.Link, new() { Name = "Logga ut" }).ClickAsync();

        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("Logga in");
        asked.ShouldStartWith("1 rad är inte sparad.");
        (await page.EvaluateAsync<string[]>(Kept)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Signing_out_from_another_page_erases_it_too()
    {
        await using var tablet = await TabletAsync();
        var (page, _) = await OpenAsync(tablet);
        await Row(page, 6).Locator("textarea").FillAsync("En annan halv rad.");
        await Row(page, 6).Locator("select").SelectOptionAsync("");
        await ExpectStatusAsync(page, "^1 rad är inte klar.$");
        await page.GotoAsync("/granskningar");
        (await page.EvaluateAsync<string[]>(Kept)).Length.ShouldBe(1);

        await page.GetByRole(AriaRole.Link, new() { Name = "Logga ut" }).ClickAsync();

        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("Logga in");
        (await page.EvaluateAsync<string[]>(Kept)).ShouldBeEmpty("The answer tells the browser to clear its storage.");
    }

    [Fact]
    public async Task The_same_row_saved_by_another_is_shown_and_mine_is_kept_until_I_choose()
    {
        await using var tablet = await TabletAsync();
        var (page, review) = await OpenAsync(tablet);
        await tablet.SetOfflineAsync(true);
        await JudgeAsync(page, 7, "Min iakttagelse.");
        await review.JudgeAsync(await Row(page, 7).GetAttributeAsync("data-row") ?? "", "Den andras iakttagelse.");
        await tablet.SetOfflineAsync(false);

        var notice = Row(page, 7).Locator("[data-row-notice]");
        await Assertions.Expect(notice).ToContainTextAsync("Någon annan har sparat raden medan du skrev");
        await Assertions.Expect(notice).ToContainTextAsync("Den andras iakttagelse.");
        await Assertions.Expect(Row(page, 7).Locator("textarea")).ToHaveValueAsync("Min iakttagelse.");
        await Row(page, 7).ScrollIntoViewIfNeededAsync();
        await page.ScreenshotAsync(new() { Path = Screens.PathOf("besokslage-konflikt-810") });
        (await Accessibility.ViolationsAsync(page)).ShouldBeEmpty();

        await notice.GetByRole(AriaRole.Button, new() { Name = "Spara det jag har skrivit" }).ClickAsync();
        await ExpectStatusAsync(page, "^Sparat");
        (await review.ReadAsync()).Evidence.ShouldContain("Min iakttagelse.");
    }

    [Fact]
    public async Task Without_script_a_row_is_an_ordinary_form_that_comes_back_to_itself()
    {
        await using var tablet = await TabletAsync(script: false);
        var (page, review) = await OpenAsync(tablet);
        var id = await Row(page, 8).GetAttributeAsync("id");
        await page.ScreenshotAsync(new() { Path = Screens.PathOf("besokslage-utan-skript-810") });
        await JudgeAsync(page, 8, "Utan skript.");
        await Row(page, 8).GetByRole(AriaRole.Button, new() { Name = "Spara" }).ClickAsync();

        await Assertions.Expect(page.GetByText("Bedömningen är sparad.")).ToBeVisibleAsync();
        page.Url.ShouldEndWith($"#{id}");
        await Assertions.Expect(Row(page, 8).Locator("textarea")).ToHaveValueAsync("Utan skript.");
        (await review.ReadAsync()).Evidence.ShouldContain("Utan skript.");
    }

    [Fact]
    public async Task A_phrase_is_added_to_what_is_written()
    {
        await using var tablet = await TabletAsync();
        var (page, _) = await OpenAsync(tablet);
        var row = Row(page, 9);
        await row.Locator("textarea").FillAsync("Vi frågade.");
        await row.Locator("summary").ClickAsync();
        var phrase = row.Locator("[data-phrase] button").First;
        await phrase.ClickAsync();

        await Assertions.Expect(row.Locator("textarea"))
            .ToHaveValueAsync($"Vi frågade. {await phrase.InnerTextAsync()}");
    }
}
