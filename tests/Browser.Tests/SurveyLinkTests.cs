using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Oversight.Browser.Tests.Infrastructure;
using Oversight.Functions.Answers;
using Oversight.Functions.Answers.OfSurveys;
using Oversight.Functions.Settings;
using Oversight.Functions.Storage;
using Oversight.Functions.Web;
using Oversight.Settings;
using Oversight.Surveys;
using Oversight.Testkit;

namespace Oversight.Browser.Tests;

/// <summary>A provider answers an avtalsenkät on a phone and with the keyboard, and staff read it.</summary>
public sealed class SurveyLinkTests(BrowserWorld world)
{
    [Fact]
    [Trait("Requirement", "R46")]
    public async Task A_provider_answers_every_kind_of_question_on_a_phone_and_hands_it_in()
    {
        var demonstration = await world.DemonstrationAsync();
        var (id, unit) = (SurveyAsking.IdOf(Id.Derive("test", "survey"), 1), demonstration.Address("{unit}"));
        await AskAsync(demonstration.App, Id.FromValue(unit));
        await using var phone = await world.NobodyAsync(demonstration.App);
        var page = await EnterAsync(demonstration.App, phone, id);
        await Look("enkat-start", page);

        foreach (var section in new[] { "verksamheten", "kvalitetsarbete", "missforhallanden", "personal", "avtal" })
        {
            await page.GotoAsync($"/svar/fragor/{section}");
            await Look($"enkat-{section}", page);
        }

        await page.GotoAsync("/svar/fragor/verksamheten");
        await page.Locator("[name='replies.kunder']").FillAsync("några");
        await page.Locator("[name='replies.ansvarig']").FillAsync("Eva Exempel");
        await page.Locator("[name='replies.ansvarig-bytt'][value=nej]").FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await page.Locator("[name='replies.kunder']").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".ds-error-summary")).ToBeVisibleAsync();
        await Look("enkat-fel", page);
        await page.Locator("[name='replies.kunder']").FillAsync("12");
        await page.GetByRole(AriaRole.Button, new() { Name = "Spara och fortsätt" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Svaren är sparade. Här är nästa avsnitt.")).ToBeVisibleAsync();

        await page.GotoAsync("/svar/gor/lamna-in");
        await Look("enkat-saknas", page);
        await page.Locator("section[aria-labelledby=saknas] a").First.ClickAsync();
        await Assertions.Expect(page.Locator("main form[action^='/svar/fragor/']")).ToBeVisibleAsync();
    }

    private static async Task AskAsync(AppFixture app, Id unit)
    {
        var set = app.Services.GetRequiredService<SettingsProvider>().Current.Settings.Surveys
            .On(new("avtalsenkat"), DateOnly.FromDateTime(app.Clock.Now.Date))!;
        await app.Services.GetRequiredService<SurveyAsking>().AskAsync(
            new SurveyRequest
            {
                SurveyId = Id.Derive("test", "survey"),
                Number = 1,
                UnitId = unit,
                Board = new("socialnamnden"),
                Until = DateOnly.FromDateTime(app.Clock.Now.Date).AddDays(30),
                Set = set.Code,
                From = set.From,
                Questions = [.. set.Questions.Select(question => question.Code)],
                Known = Replies.None.With(new("kunder"), new ReplyValue.Number(12)),
            },
            new Envelope(
                app.Services.GetRequiredService<CommandContexts>().ForSystem(),
                app.Services.GetRequiredService<SettingsProvider>().Current.Hash, Against.Latest),
            TestContext.Current.CancellationToken);
    }

    /// <summary>With the link and the code of the letters, which nobody has sent here.</summary>
    private static async Task<IPage> EnterAsync(AppFixture app, IBrowserContext phone, Id answer)
    {
        var secrets = app.Services.GetRequiredService<AnswerSecrets>();
        var cancellation = TestContext.Current.CancellationToken;
        var page = await phone.NewPageAsync();
        await page.SetViewportSizeAsync(390, 844);
        await page.GotoAsync($"/svar/in/{await secrets.MintLinkAsync(answer, cancellation)}");
        var cookie = (await phone.CookiesAsync()).Single(cookie => cookie.Name == "svarslank").Value;
        var session = await secrets.FindSessionAsync(cookie, cancellation);
        await page.Locator("main [name=code]").FillAsync((await secrets.MintCodeAsync(session!.Key, cancellation))!);
        await page.GetByRole(AriaRole.Button, new() { Name = "Fortsätt" }).ClickAsync();
        return page;
    }

    private static async Task Look(string name, IPage page)
    {
        var screens = new Screens(page);
        await screens.LookAsync(name);
        screens.Complaints.ShouldBeEmpty();
    }
}
