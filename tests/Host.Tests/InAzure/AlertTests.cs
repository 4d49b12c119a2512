using System.Diagnostics.Metrics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using Oversight.Functions;
using Oversight.Functions.Answers;
using Oversight.Functions.Telemetry;
using Oversight.Functions.Web;
using Oversight.Functions.Web.Health;
using Oversight.Local.Host;
using static Oversight.Host.Tests.InAzure.Deployment;

namespace Oversight.Host.Tests.InAzure;

/// <summary>Each alert rests on something that the application or the platform emits today.</summary>
public sealed class AlertTests
{
    [Fact]
    public async Task The_parts_of_health_that_are_watched_are_there_and_spelt_as_they_are_answered()
    {
        var watched = (await ProductionAsync()).All("Microsoft.Insights/webtests")
            .Select(test => Text(test, "properties", "ValidationRules", "ContentValidation", "ContentMatch"))
            .Where(match => match.Length > 0).ToList();
        watched.Count.ShouldBe(5);
        var answer = Answer(HealthState.Good);
        watched.ShouldAllBe(match => answer.Contains(match));
        var troubled = Answer(HealthState.NeedsAttention);
        watched.ShouldAllBe(match => !troubled.Contains(match));
    }

    [Fact]
    public async Task Whatever_health_can_say_has_an_alert()
    {
        var production = await ProductionAsync();
        var whole = string.Concat(production.All("Microsoft.Insights/webtests").Select(test => test.ToJsonString()));
        // Tables, containers and messages that are down make the whole answer a 503; the bus counts dead letters.
        string[] otherwise = ["tables", "blobs", "messages", "deadLetters"];
        foreach (var part in Parts().Except(otherwise))
            whole.ShouldContain($"health {part}");
        production.All("Microsoft.Insights/webtests")
            .ShouldContain(test => Text(test, "properties", "ValidationRules", "ExpectedHttpStatusCode") == "200");
        production.All("Microsoft.Insights/metricAlerts")
            .ShouldContain(alert => alert.ToJsonString().Contains("DeadletteredMessages"));
    }

    [Fact]
    public async Task Every_alert_tells_somebody_and_is_explained_in_the_manual()
    {
        var production = await ProductionAsync();
        var manual = await File.ReadAllTextAsync(
            Path.Combine(RepositoryRoot.Find(), "docs", "operations.md"), TestContext.Current.CancellationToken);
        var alerts = production.All("Microsoft.Insights/metricAlerts")
            .Concat(production.All("Microsoft.Insights/scheduledQueryRules")).ToList();
        alerts.Count.ShouldBe(12);
        foreach (var alert in alerts)
        {
            alert["properties"]!["actions"]!.ToJsonString().ShouldContain("ag-oversight-nacka-prod");
            manual.ShouldContain($"`{Text(alert, "name").Replace("-oversight-nacka-prod", "")}`");
        }

        Text(production.One("Microsoft.Insights/actionGroups")["properties"]!["emailReceivers"]![0]!, "emailAddress")
            .ShouldBe("drift@example.se");
        Text(production.One("Microsoft.Consumption/budgets"), "properties", "timePeriod", "startDate")
            .ShouldEndWith("-01");
    }

    [Fact]
    public async Task What_opens_an_answer_is_taken_out_of_requests_and_logs_before_they_are_kept()
    {
        var production = await ProductionAsync();
        var rules = production.One("Microsoft.Insights/dataCollectionRules");
        var flows = rules["properties"]!["dataFlows"]!.AsArray().ToDictionary(
            flow => flow!["streams"]![0]!.ToString(), flow => Text(flow!, "transformKql"));
        flows.Keys.ShouldBe(["Microsoft-Table-AppRequests", "Microsoft-Table-AppTraces"], ignoreOrder: true);
        flows.Values.ShouldAllBe(query => query.Contains($"\"{EntryPages.In}"));
        Text(production.All("Microsoft.OperationalInsights/workspaces")[^1],
            "properties", "defaultDataCollectionRuleResourceId").ShouldBe(Text(rules, "id"));
    }

    [Fact]
    public async Task What_alerts_look_for_among_measurements_is_measured_under_that_name_and_with_those_tags()
    {
        var queries = (await ProductionAsync()).All("Microsoft.Insights/scheduledQueryRules")
            .Select(rule => Text(rule["properties"]!["criteria"]!["allOf"]![0]!, "query"))
            .Where(query => query.StartsWith("AppMetrics", StringComparison.Ordinal)).ToList();
        queries.Count.ShouldBe(4);
        var (names, tags) = Measured();

        var asked = queries.SelectMany(query => Quoted(query, "Name == \"")).ToList();
        asked.Count.ShouldBe(4);
        asked.ShouldBeSubsetOf(names);
        queries.SelectMany(query => Quoted(query, "Properties[\"")).ShouldBeSubsetOf(tags);
    }

    private static IEnumerable<string> Quoted(string query, string before) =>
        query.Split(before).Skip(1).Select(part => part[..part.IndexOf('"', StringComparison.Ordinal)]);

    /// <summary>The instruments of the application, and the tags that they come with when each is used.</summary>
    private static (IReadOnlyCollection<string> Names, IReadOnlyCollection<string> Tags) Measured()
    {
        var (names, tags) = (new HashSet<string>(), new HashSet<string>());
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listening) =>
            {
                if (instrument.Meter.Name == Measures.MeterName)
                    listening.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<double>((instrument, _, with, _) => Note(instrument, with));
        listener.SetMeasurementEventCallback<int>((instrument, _, with, _) => Note(instrument, with));
        listener.Start();
        Measures.Request("Concerns_Mine", 200, TimeSpan.FromSeconds(1));
        Measures.MarksFound(1, TimeSpan.FromSeconds(1));
        Measures.OverdueFound(1);
        Measures.EffectFailed("concern.wake");
        return (names, tags);

        void Note(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> with)
        {
            names.Add(instrument.Name);
            foreach (var (name, _) in with)
                tags.Add(name);
        }
    }

    /// <summary>What <c>/api/health</c> would answer with every part in one state.</summary>
    private static string Answer(HealthState state) => JsonSerializer.Serialize(
        new HealthAnswer(state, Parts().ToDictionary(part => part, _ => new HealthFinding(state, 0))),
        ApiJson.Options);

    private static List<string> Parts()
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("contentRoot", RepositoryRoot.Find())]).Build();
        using var services = new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(configuration)
            .AddOversight(configuration).BuildServiceProvider();
        return [.. services.GetRequiredService<IOptions<HealthCheckServiceOptions>>().Value.Registrations
            .Select(part => part.Name)];
    }
}
