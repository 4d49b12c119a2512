using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Oversight.Functions.Dependencies;
using Oversight.Functions.Messaging;
using Oversight.Functions.Storage;
using Oversight.Functions.Tests.Concerns;
using Oversight.Functions.Web;
using Oversight.Testkit;

namespace Oversight.Functions.Tests.Faults;

/// <summary>
/// One dependency is away and the others are not: what people and callers are told, and how long they wait for it.
/// </summary>
public sealed class DependencyAwayTests
{
    private static readonly TimeSpan ASecond = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan ABusyMachine = TimeSpan.FromSeconds(0.8);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Without_the_message_queue_the_start_page_comes_within_a_second_and_says_what_it_does_not_know(
        bool silent)
    {
        using var nowhere = new DeadAddress(silent);
        await using var app = await WithoutMessagesAsync(nowhere);
        using var administrator = await app.SignInAsync("adm", Role.Administrator);
        await administrator.GetPageAsync("/drift");

        var page = await WithinAsync(ASecond, () => administrator.GetPageAsync("/"));

        var row = page.QuerySelectorAll("main ul.todo li").ShouldHaveSingleItem().TextContent;
        row.ShouldContain("Antalet är okänt just nu: meddelandekön svarade inte inom en sekund.");
        row.ShouldContain("Driftstörning");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Without_the_message_queue_its_own_page_is_refused_within_two_seconds_and_names_the_queue(
        bool silent)
    {
        using var nowhere = new DeadAddress(silent);
        await using var app = await WithoutMessagesAsync(nowhere);
        using var administrator = await app.SignInAsync("adm", Role.Administrator);
        await administrator.GetPageAsync("/drift");

        using var shown = await WithinAsync(2 * ASecond,
            () => administrator.GetAsync("/drift/meddelanden", Cancellation));
        await ShouldNameAsync(shown, "Meddelandekön svarar inte just nu.");
        using var runAgain = await WithinAsync(
            2 * ASecond, () =>
                administrator.PostFormAsync("/drift/meddelanden", [new("queue", "jobs"), new("number", "1")]));
        await ShouldNameAsync(runAgain, "Meddelandekön svarar inte just nu.");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_job_that_cannot_be_sent_is_refused_within_two_seconds(bool silent)
    {
        using var nowhere = new DeadAddress(silent);
        await using var app = await WithoutMessagesAsync(nowhere);

        var failure = await WithinAsync(2 * ASecond, () => Should.ThrowAsync<DependencyUnavailableException>(() =>
            app.Services.GetRequiredService<Jobs>()
                .SendAsync(JobMessage.For("test", 1, new { }), "one", Cancellation)));

        failure.Dependency.ShouldBe(Dependency.Messages);
    }

    [Theory]
    [InlineData("messages deadLetters", false)]
    [InlineData("messages deadLetters", true)]
    [InlineData("tables oldMarks lists effectsPutAside waiting", false)]
    [InlineData("tables oldMarks lists effectsPutAside waiting", true)]
    [InlineData("blobs exports", false)]
    [InlineData("blobs exports", true)]
    public async Task Health_names_what_is_away_and_nothing_else_within_a_second(string away, bool silent)
    {
        using var nowhere = new DeadAddress(silent);
        await using var app = await WithoutAsync(away.Split(' ')[0], nowhere);
        using var client = app.Anonymous();
        await UntilOthersAnswerAsync(client, away.Split(' '));

        using var response = await WithinAsync(ASecond, () => client.GetAsync("/api/health", Cancellation));

        await response.ExpectAsync(HttpStatusCode.ServiceUnavailable);
        Down(await response.ReadJsonAsync()).ShouldBe(away.Split(' '), ignoreOrder: true);
    }

    [Theory]
    [InlineData("tables", "Tabellagringen svarar inte just nu.")]
    [InlineData("blobs", "Dokumentlagringen svarar inte just nu.")]
    public async Task What_cannot_be_kept_is_refused_with_the_name_of_the_store_that_is_away(string away, string words)
    {
        using var nowhere = new DeadAddress(silent: false);
        await using var app = await WithoutAsync(away, nowhere);
        using var reporter = await app.SignInAsync("anna", Role.CaseOfficer, ConcernApp.Elder);

        using var refused = await ConcernLedger.SendAsync(reporter, "key", ConcernLedger.Concern("Skickat.", null),
            Cancellation);
        await refused.ExpectAsync(HttpStatusCode.ServiceUnavailable);
        refused.Headers.RetryAfter!.Delta!.Value.ShouldBeGreaterThan(TimeSpan.Zero);
        var problem = await refused.ReadJsonAsync();
        problem["code"]!.GetValue<string>().ShouldBe(WebRefusals.Unavailable);
        problem["dependency"]!.GetValue<string>().ShouldBe(away);
        problem["title"]!.GetValue<string>().ShouldStartWith("Systemet svarar inte just nu.");
        problem["detail"]!.GetValue<string>().ShouldBe(words);
        using var page = await reporter.GetAsync("/synpunkter/mina", Cancellation);
        await ShouldNameAsync(page, words);
    }

    private static Task<AppFixture> WithoutMessagesAsync(DeadAddress nowhere) => WithoutAsync("messages", nowhere);

    /// <summary>The application alone is led astray: the host's own parts go on as they are.</summary>
    private static Task<AppFixture> WithoutAsync(string away, DeadAddress nowhere) =>
        AppFixture.StartAsync(new AppOptions
        {
            Settings = away == "messages"
                ? new Dictionary<string, string?> { [QueueNames.Connection] = nowhere.ServiceBus }
                : new Dictionary<string, string?>(),
            Services = away == "messages"
                ? null
                : services =>
                    services.AddSingleton(made =>
                        Misled(StoreOptions.From(made.GetRequiredService<IConfiguration>()), away, nowhere)),
        });

    private static StoreOptions Misled(StoreOptions options, string away, DeadAddress nowhere)
    {
        var part = away == "tables" ? "TableEndpoint=" : "BlobEndpoint=";
        var parts = options.ConnectionString!.Split(';')
            .Select(setting => setting.StartsWith(part, StringComparison.Ordinal)
                ? part + new UriBuilder(setting[part.Length..]) { Port = nowhere.Port }.Uri
                : setting);
        return options with { ConnectionString = string.Join(';', parts) };
    }

    /// <summary>
    /// The first call opens connections and creates tables, which may take longer than a second on a busy machine.
    /// </summary>
    private static async Task UntilOthersAnswerAsync(HttpClient client, string[] away)
    {
        for (var time = 0; time < 20; time++)
        {
            using var response = await client.GetAsync("/api/health", Cancellation);
            if (!Down(await response.ReadJsonAsync()).Except(away).Any())
                return;
        }
    }

    private static List<string> Down(JsonNode health) =>
        [.. health["parts"]!.AsObject().Where(part => part.Value!["state"]!.GetValue<string>() == "down")
            .Select(part => part.Key)];

    /// <summary>Once in three times: whatever else runs on the machine may hold up one of them.</summary>
    private static async Task<T> WithinAsync<T>(TimeSpan limit, Func<Task<T>> ask)
    {
        for (var time = 1; ; time++)
        {
            var started = Stopwatch.GetTimestamp();
            var answer = await ask();
            var took = Stopwatch.GetElapsedTime(started);
            if (took < limit + ABusyMachine)
                return answer;
            time.ShouldBeLessThan(3, $"It took {took}.");
        }
    }

    private static async Task ShouldNameAsync(HttpResponseMessage response, string words)
    {
        await response.ExpectAsync(HttpStatusCode.ServiceUnavailable);
        response.Headers.RetryAfter!.Delta!.Value.ShouldBeGreaterThan(TimeSpan.Zero);
        var page = await response.ReadPageAsync();
        page.QuerySelector("h1")!.TextContent.ShouldBe("Systemet svarar inte just nu");
        page.QuerySelector("main")!.TextContent.ShouldContain(words);
    }
}
