using System.Net;
using System.Text.Json.Nodes;
using Azure;
using Azure.Data.Tables;
using Microsoft.Extensions.DependencyInjection;
using Oversight.Functions.Maintenance.Rebuilding;
using Oversight.Functions.Storage;
using Oversight.Functions.Tests.Concerns;
using Oversight.Functions.Tests.Planning;
using Oversight.Functions.Tests.Storage;
using Oversight.Testkit;

namespace Oversight.Functions.Tests.Faults;

/// <summary>
/// A deploy has changed the rows of concerns: what people see until the lists are whole again, and that it ends by
/// itself.
/// </summary>
public sealed class ListsAwayTests : IAsyncLifetime
{
    private const string Words = "Listorna räknas om efter en uppdatering. Försök igen om en stund.";
    private const string Unit = "Björken";
    private readonly ManualClock _platform = new();
    private AppFixture _app = null!;
    private HttpClient _reporter = null!;
    private HttpClient _assessor = null!;
    private HttpClient _administrator = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _app = await AppFixture.StartAsync(new AppOptions
        {
            Services = services => services.AddSingleton(new PlatformClock(_platform)),
        });
        _reporter = await _app.SignInAsync("anna", Role.CaseOfficer);
        _assessor = await _app.SignInAsync("bo", Role.QualityDeveloper);
        _administrator = await _app.SignInAsync("adm", Role.Administrator);
        await new RegisterSeed(_app).UnitAsync(Unit, RegisterSeed.Social);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Lists_are_refused_after_a_deploy_until_the_rebuild_that_starts_by_itself_is_done()
    {
        var before = await ReportAsync("before");
        await DeployAsync();

        using (var page = await _assessor.GetAsync("/risk", Cancellation))
        {
            await page.ExpectAsync(HttpStatusCode.ServiceUnavailable);
            page.Headers.RetryAfter!.Delta!.Value.ShouldBeGreaterThan(TimeSpan.Zero);
            (await page.ReadPageAsync()).QuerySelector("main")!.TextContent.ShouldContain(Words);
        }

        using (var answer = await _reporter.GetAsync("/api/v1/concerns/mine", Cancellation))
        {
            await answer.ExpectAsync(HttpStatusCode.ServiceUnavailable);
            (await answer.ReadJsonAsync())["dependency"]!.GetValue<string>().ShouldBe("lists");
        }

        (await HealthAsync())["state"]!.GetValue<string>().ShouldBe("needsAttention");
        (await RebuildPageAsync()).ShouldContain("Listor räknas om efter en uppdatering");
        (await _reporter.GetAsync($"/synpunkter/arende/{before}", Cancellation)).StatusCode.ShouldBe(HttpStatusCode.OK);
        var meanwhile = await ReportAsync("meanwhile");

        await _app.Clock.AdvanceByAsync("PT1M");
        await UntilShownAsync();

        await new ConcernLedger(_reporter, _assessor, ConcernApp.Social).ShouldHoldAsync([before, meanwhile]);
        (await HealthAsync())["state"]!.GetValue<string>().ShouldBe("good");
        (await RebuildPageAsync()).ShouldNotContain("Listor räknas om efter en uppdatering");
        await _app.Clock.AdvanceByAsync("PT2M");
        (await _app.Services.GetRequiredService<RebuildTable>().ReadAsync(Cancellation)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_rebuild_that_a_deploy_came_into_does_not_count_and_one_whose_message_was_lost_is_pushed()
    {
        await ReportAsync("before");
        await DeployAsync();
        // As other code has left it, with everything projected.
        await (await TableAsync("rebuilds")).AddEntityAsync(
            new TableEntity("rebuild", Id.Derive("rebuild", "others").Value)
            {
                ["Step"] = 3,
                ["Phase"] = "Sweep",
                ["Total"] = 2,
                ["Streams"] = 2,
                ["Failed"] = 0,
                ["Swept"] = 0,
                ["StartedAt"] = _platform.GetUtcNow(),
                ["ChangedAt"] = _platform.GetUtcNow(),
                ["Versions"] = "concern:1",
            },
            Cancellation);

        await _app.Clock.AdvanceByAsync("PT1M");
        (await RebuildsAsync()).ShouldHaveSingleItem().Step.ShouldBe(3);

        _platform.Offset = TimeSpan.FromMinutes(6);
        await _app.Clock.AdvanceByAsync("PT1M");
        await UntilAsync(async () => (await RebuildsAsync()).All(rebuild => rebuild.IsDone));
        using (var page = await _assessor.GetAsync("/risk", Cancellation))
            await page.ExpectAsync(HttpStatusCode.ServiceUnavailable);
        await _app.Clock.AdvanceByAsync("PT1M");
        await UntilShownAsync();

        (await RebuildsAsync()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_stream_that_cannot_be_read_does_not_keep_the_lists_away_and_shows_in_health()
    {
        var whole = await ReportAsync("whole");
        var broken = await ReportAsync("broken");
        var unreadable = new TableEntity($"concern-{broken}", "0000000001") { ["Type"] = "concern.burnt.v1" };
        await (await TableAsync("streams")).UpdateEntityAsync(unreadable, ETag.All, cancellationToken: Cancellation);
        await DeployAsync();

        await _app.Clock.AdvanceByAsync("PT1M");
        await UntilShownAsync();

        await new ConcernLedger(_reporter, _assessor, ConcernApp.Social).ShouldHoldAsync([whole, broken]);
        var health = await HealthAsync();
        (health["state"]!.GetValue<string>(), health["count"]!.GetValue<int>()).ShouldBe(("needsAttention", 1));
        (await RebuildPageAsync()).ShouldContain("Allt kunde inte räknas om");
    }

    /// <summary>
    /// To this code, all that is there of concerns is of an older version. The minute is young, so that no timer comes
    /// by itself.
    /// </summary>
    private async Task DeployAsync()
    {
        var now = _app.Clock.Now;
        await _app.Clock.AdvanceToAsync(now.AddSeconds(61 - now.Second));
        var projected = await TableAsync("projected");
        await foreach (var row in projected.QueryAsync<TableEntity>(cancellationToken: Cancellation))
        {
            if (row.PartitionKey.StartsWith("concern-", StringComparison.Ordinal))
            {
                var older = new TableEntity(row.PartitionKey, row.RowKey) { ["Projection"] = 0 };
                await projected.UpdateEntityAsync(older, row.ETag, cancellationToken: Cancellation);
            }
        }

        await (await TableAsync("rebuilds")).DeleteEntityAsync("complete", "concern", cancellationToken: Cancellation);
        await _app.RestartAsync();
    }

    private async Task<string> ReportAsync(string key)
    {
        var concern = new
        {
            unitId = RegisterSeed.IdOf(Unit),
            service = "bostad-vuxna",
            text = key,
            occurred = "2027-01-12",
            consequence = "ingen"
        };
        using var response = await ConcernLedger.SendAsync(_reporter, key, concern, Cancellation);
        await response.ExpectAsync(HttpStatusCode.Created);
        return (await response.ReadJsonAsync())["id"]!.GetValue<string>();
    }

    private Task UntilShownAsync() => UntilAsync(async () =>
    {
        using var page = await _assessor.GetAsync("/risk", Cancellation);
        return page.StatusCode == HttpStatusCode.OK;
    });

    private static async Task UntilAsync(Func<Task<bool>> condition)
    {
        for (var attempt = 0; attempt < 600; attempt++)
        {
            if (await condition())
                return;
            await Task.Delay(50, Cancellation);
        }

        throw new TimeoutException("The rebuild does not end.");
    }

    private Task<IReadOnlyList<Rebuild>> RebuildsAsync() =>
        _app.Services.GetRequiredService<RebuildTable>().ReadAsync(Cancellation);

    private async Task<JsonNode> HealthAsync()
    {
        using var response = await _administrator.GetAsync("/api/health", Cancellation);
        return (await response.ReadJsonAsync())["parts"]!["lists"]!;
    }

    private async Task<string> RebuildPageAsync() =>
        (await _administrator.GetPageAsync("/drift/ombyggnad")).QuerySelector("main")!.TextContent;

    private async Task<TableClient> TableAsync(string name)
    {
        var table = new TableClient(_app.StorageConnectionString, name);
        await table.CreateIfNotExistsAsync(Cancellation);
        return table;
    }
}
