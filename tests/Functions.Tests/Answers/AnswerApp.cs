using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Oversight.Functions.Providers;
using Oversight.Functions.Settings;
using Oversight.Functions.Storage;
using Oversight.Functions.Tests.Concerns;
using Oversight.Functions.Tests.Reviews;
using Oversight.Providers;
using Oversight.Testkit;

namespace Oversight.Functions.Tests.Answers;

/// <summary>The application with a mail server, and providers who read their mail.</summary>
public partial class AnswerApp : ConcernApp
{
    public const string Requirement = "kontaktvagar";

    public string Today => App.Clock.Now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public MailBox Mail { get; } = MailBox.Start();

    protected override AppOptions Options => new()
    {
        Settings = new Dictionary<string, string?>
        {
            ["Oversight:Mail:Host"] = "127.0.0.1",
            ["Oversight:Mail:Port"] = $"{Mail.Port}",
            ["Oversight:Mail:From"] = "uppfoljning@kommunen.example",
            ["Oversight:Mail:Security"] = "none",
        },
    };

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Mail.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>A review under way, of a unit whose letters go to the address.</summary>
    internal async Task<(ReviewDriver Driver, HttpClient Reviewer)> StartAsync(string? address)
    {
        if (address is not null)
            await SetContactAsync(address);
        var id = await ReviewDriver.TriggerAsync(this);
        var reviewer = await SomebodyAsync(Role.QualityDeveloper, Social);
        var driver = new ReviewDriver(reviewer, id);
        await driver.StartAsync(this);
        await driver.DoAsync("set-scope", new
        {
            requirements = new[] { Requirement },
            methods = new[] { "besok" },
            announced = true,
            reason = "Därför."
        });
        return (driver, reviewer);
    }

    public async Task SetContactAsync(string address)
    {
        var buyer = await SomebodyAsync(Role.Procurement, Social);
        using var read = await buyer.GetAsync($"/api/v1/units/{Unit}", Cancellation);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/units/{Unit}/actions/set-contact")
        { Content = JsonContent.Create(new { contact = address }) };
        request.Headers.TryAddWithoutValidation("If-Match", read.Headers.ETag!.ToString());
        using var set = await buyer.SendAsync(request, Cancellation);
        await set.ExpectAsync(HttpStatusCode.OK);
    }

    /// <summary>Another provider runs the unit from today.</summary>
    public async Task TakeOverAsync(string provider)
    {
        var streams = App.Services.GetRequiredService<Streams>();
        var known = (await streams.LoadAsync(UnitStream.Kind, Unit, Cancellation))!;
        var facts = ((UnitState.Registered)known.State).Agreement with
        {
            ProviderId = Id.Derive("test", provider),
            ProviderName = provider,
            AgreementId = Id.Derive("test", provider + "-agreement"),
        };
        var inForce = await App.Services.GetRequiredService<SettingsProvider>().GetAsync(Cancellation);
        var now = App.Clock.Now;
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var outcome = await streams.ChangeAsync(
            UnitStream.Kind, Unit, new UnitCommand.TakeOver(today, facts),
            new Envelope(new CommandContext(Actor.System, now, today), inForce.Hash, Against.Latest), Cancellation);
        outcome.ShouldBeOfType<Outcome<UnitState>.Done>();
    }

    /// <summary>With one finding and its report, so that an åtgärdsplan is asked for.</summary>
    internal static async Task ReportAsync(ReviewDriver driver)
    {
        await JudgeAsync(driver);
        await driver.DoAsync("communicate", new { waived = true, reason = "Brådskar." });
        await driver.DoAsync("establish", new { summary = "En brist." });
    }

    internal static async Task JudgeAsync(ReviewDriver driver)
    {
        await driver.DoAsync("judge", new
        {
            requirement = Requirement,
            fulfilment = "notMet",
            source = "akter",
            evidence = "Ingen svarade."
        });
        await driver.DoAsync("add-finding", new
        {
            requirement = Requirement,
            category = "kommunikationsvagar",
            severity = 3,
            text = "Svarar inte i telefon."
        });
    }

    /// <summary>The way in of the letter with that number to the address.</summary>
    public async Task<string> LinkAsync(string address, int number = 1)
    {
        await App.Clock.AdvanceByAsync("PT1M");
        var text = (await Mail.LastAsync(address, number, Cancellation)).TextBody!;
        return LinkPattern().Match(text) is { Success: true } found
            ? found.Value
            : throw new InvalidOperationException(text);
    }

    public async Task<string> CodeAsync(string address, int number)
    {
        await App.Clock.AdvanceByAsync("PT1S");
        var text = (await Mail.LastAsync(address, number, Cancellation)).TextBody!;
        return CodePattern().Match(text) is { Success: true } found
            ? found.Value
            : throw new InvalidOperationException(text);
    }

    /// <summary>A browser that has followed the link and given the code of the next letter.</summary>
    public async Task<HttpClient> EnterAsync(string link, string address, int letter = 2)
    {
        var browser = await FollowAsync(link);
        await AskCodeAsync(browser);
        var form = await browser.GetFormAsync("/svar/kod", "form[action='/svar/kod']");
        using var given = await form.With("code", await CodeAsync(address, letter)).SubmitAsync();
        await given.ExpectAsync(HttpStatusCode.SeeOther);
        return browser;
    }

    public async Task<HttpClient> FollowAsync(string link)
    {
        var browser = App.Anonymous();
        using var entered = await browser.GetAsync(link, Cancellation);
        await entered.ExpectAsync(HttpStatusCode.SeeOther);
        return browser;
    }

    public static async Task AskCodeAsync(HttpClient browser)
    {
        var form = await browser.GetFormAsync("/svar/kod", "form[action='/svar/kod/skicka']");
        using var asked = await form.SubmitAsync();
        await asked.ExpectAsync(HttpStatusCode.SeeOther);
    }

    public static async Task<HttpResponseMessage> HandInAsync(HttpClient browser, string capacity = "representative")
    {
        var form = await browser.GetFormAsync("/svar/gor/lamna-in", "form[action$=lamna-in]");
        return await form.With("name", "Eva Exempel").With("title", "VD").With("capacity", capacity)
            .With("confirmed", "true").SubmitAsync();
    }

    [GeneratedRegex("/svar/in/[A-Za-z0-9_-]+")]
    private static partial Regex LinkPattern();

    [GeneratedRegex("[0-9]{6}")]
    private static partial Regex CodePattern();
}
