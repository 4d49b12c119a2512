using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Oversight.Functions.Tests.Answers;
using Oversight.Functions.Tests.Concerns;
using Oversight.Functions.Tests.Reviews;
using Oversight.Testkit;

namespace Oversight.Functions.Tests.Telemetry;

/// <summary>The application with mail, and everything that it would have sent away as telemetry.</summary>
public sealed class TelemetryApp : AnswerApp
{
    internal Gathered Gathered { get; } = new();

    protected override AppOptions Options => base.Options with { Services = Gathered.AddTo };
}

/// <summary>
/// A concern from its form to its documents and its provider's answer, with words that can be told from all others:
/// none of them is in any log, trace or measurement.
/// </summary>
public sealed partial class NoWordsTests(TelemetryApp world) : IClassFixture<TelemetryApp>
{
    private const string Number = "811218-9876";

    /// <summary>The worker's own spans say what their names are written after.</summary>
    private const string Schema = "https://opentelemetry.io/schemas/";

    private static CancellationToken Cancellation => ConcernApp.Cancellation;

    [Fact]
    public async Task Nothing_that_a_person_has_written_or_is_called_leaves_as_telemetry()
    {
        var mark = Guid.NewGuid().ToString("N");
        var address = $"post-{mark}@anordnaren.example";
        using var reporter = await world.App.SignInAsync($"anmalare-{mark}", Role.CaseOfficer);
        var (driver, reviewer) = await StartAsync(reporter, mark, address);
        await driver.DoAsync("ask-supplement", new { asked = $"Frågeord-{mark}." });

        var link = await world.LinkAsync(address);
        using var browser = await world.EnterAsync(link, address);
        var draft = await browser.GetFormAsync("/svar/gor/skriv", "form[action$=skriv]");
        using (var saved = await draft.With("text", $"Svarsord-{mark}.").SubmitAsync())
            await saved.ExpectAsync(HttpStatusCode.SeeOther);
        using (var handedIn = await AnswerApp.HandInAsync(browser))
            await handedIn.ExpectAsync(HttpStatusCode.SeeOther);
        await AnswerApp.ReportAsync(driver);
        await WanderAsync(reviewer, mark, link);
        Fail(mark);
        await world.App.Clock.AdvanceByAsync("PT3M");

        world.Gathered.Flush(world.App.Services);
        var words = world.Gathered.Words().ToList();
        foreach (var gathered in new[]
        {
            "operation assess", "append", "projection", "effect review.documents", "document", "Answers_",
            "log Oversight.", "metric oversight.concerns.received", "metric oversight.marks.waiting",
        })
            words.ShouldContain(line => line.Contains(gathered), gathered);
        var token = link[(link.LastIndexOf('/') + 1)..];
        foreach (var secret in new[]
        {
            mark, token, Number, Number.Replace("-", ""), "/svar/in/", "Eva Exempel", "Test user-",
            "anordnaren.example", "Svarar inte i telefon",
        })
            words.Where(line => line.Contains(secret, StringComparison.OrdinalIgnoreCase))
                .ShouldBeEmpty($"{secret} is in telemetry");
        words.Select(line => line.Replace(Schema, "", StringComparison.Ordinal)).Where(line => Address().IsMatch(line))
            .ShouldBeEmpty("No address of a request.");
    }

    /// <summary>Every form of the way in, with the mark in everything that can be typed.</summary>
    private async Task<(ReviewDriver Driver, HttpClient Reviewer)> StartAsync(
        HttpClient reporter, string mark, string address)
    {
        await world.SetContactAsync(address);
        var concern = new
        {
            unitId = world.Unit,
            service = "ledsagarservice",
            text = $"Ordtext-{mark} om {Number}.",
            occurred = "2027-01-12",
            consequence = "ej-verkstalld",
            caseReference = $"Ref-{mark}",
            registeredFor = $"Kollegan-{mark}",
            personalNumbers = new Dictionary<string, string> { ["text"] = "other" },
            attachments = new[] { new { name = $"Brev {mark}.txt",
                content = Convert.ToBase64String(Encoding.UTF8.GetBytes($"Fil-{mark}")) } },
        };
        var id = await ReviewDriver.TriggerAsync(world, concern: concern, by: reporter);
        var reviewer = await world.App.SignInAsync($"granskare-{mark}", Role.QualityDeveloper, ConcernApp.Social);
        var driver = new ReviewDriver(reviewer, id);
        await driver.StartAsync(world);
        await driver.DoAsync("set-scope", new
        {
            requirements = new[] { AnswerApp.Requirement },
            methods = new[] { "besok" },
            announced = true,
            reason = $"Omfattningsord-{mark}.",
        });
        return (driver, reviewer);
    }

    /// <summary>Addresses that hold words, bodies that cannot be read, and links that somebody has changed.</summary>
    private async Task WanderAsync(HttpClient reviewer, string mark, string link)
    {
        using var anybody = world.App.Anonymous();
        foreach (var (client, path) in new[]
        {
            (reviewer, $"/synpunkter/inkorg?sok=Ordtext-{mark}"), (reviewer, $"/finns-inte-{mark}?q={Number}"),
            (reviewer, $"/sok?q=Sokord-{mark}"), (reviewer, $"/sok?q={Number}"),
            (reviewer, $"/granskningar/{mark}/gor/{mark}"), (anybody, $"{link}x?e={mark}"),
            (anybody, $"/svar?x={mark}"),
        })
            using (await client.GetAsync(path, Cancellation)) { }
        using var unreadable = await reviewer.PostAsync(
            "/api/v1/concerns", new StringContent($"{{\"text\": \"{mark}", Encoding.UTF8, "application/json"),
            Cancellation);
    }

    /// <summary>An exception that says what nobody may read, in a log of ours and in one of others.</summary>
    private void Fail(string mark)
    {
        var factory = world.App.Services.GetRequiredService<ILoggerFactory>();
        var failure = new InvalidOperationException($"Undantagsord-{mark}", new FormatException($"Inre-{mark}"));
        factory.CreateLogger("Oversight.Functions.Test").Log(LogLevel.Error, new EventId(1), failure, "Failed");
        factory.CreateLogger("MailKit.Test")
            .Log(LogLevel.Error, new EventId(1), failure, "Refused {Who}", $"vem-{mark}");
        var logged = world.Gathered.Logs
            .Where(log => log.CategoryName is "Oversight.Functions.Test" or "MailKit.Test").ToList();
        logged.Count.ShouldBe(2);
        logged.ShouldAllBe(log => log.Exception == null && log.Attributes!.Any(
            one => one.Key == "exception.type"
                && $"{one.Value}" == "System.InvalidOperationException < System.FormatException"));
    }

    [GeneratedRegex("https?://|/api/v1|/svar|/synpunkter|/granskningar|/sok")]
    private static partial Regex Address();
}
