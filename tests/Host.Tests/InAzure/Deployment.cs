using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Oversight.Testkit;

namespace Oversight.Host.Tests.InAzure;

/// <summary>
/// What an environment would consist of: the compiled template with its parameters put in and its loops and conditions
/// worked out, as the compiler predicts it.
/// </summary>
internal sealed class Deployment
{
    public const string EntraClient = "6f1d2c3b-0000-4000-8000-000000000001";

    /// <summary>What has no default in any environment.</summary>
    public static readonly IReadOnlyDictionary<string, string> MustBeGiven = new Dictionary<string, string>
    {
        ["ENTRA_CLIENT_ID"] = EntraClient,
        ["ALERT_MAIL"] = "drift@example.se",
    };

    private static readonly ConcurrentDictionary<string, Lazy<Task<string>>> Known = new(StringComparer.Ordinal);

    private readonly List<JsonNode> _resources;

    private Deployment(List<JsonNode> resources) => _resources = resources;

    public static Task<Deployment> ProductionAsync(params (string Name, string Value)[] variables) =>
        OfAsync("prod", variables);

    public static async Task<Deployment> OfAsync(string environment, params (string Name, string Value)[] variables)
    {
        Assert.SkipWhen(BicepTool.WhyMissing is not null, BicepTool.WhyMissing ?? "");
        // The compiler takes some seconds, and several tests read the same environment.
        var text = await Known.GetOrAdd(
            $"{environment} {string.Join(' ', variables)}", _ => new(() => PredictAsync(environment, variables))).Value;
        return new Deployment([.. JsonNode.Parse(text)!["predictedResources"]!.AsArray().Select(one => one!)]);
    }

    private static async Task<string> PredictAsync(string environment, (string Name, string Value)[] variables)
    {
        using var folder = new TemporaryFolder();
        BicepTool.CopyTo(folder.Path);
        var given = new Dictionary<string, string>(MustBeGiven);
        foreach (var (name, value) in variables)
            given[name] = value;
        var (exitCode, output) = await BicepTool.RunAsync(
            folder.Path, given, "snapshot", $"{environment}.bicepparam", "--mode", "overwrite",
            "--subscription-id", Guid.Empty.ToString(), "--tenant-id", Guid.Empty.ToString(),
            "--location", "swedencentral");
        exitCode.ShouldBe(0, output);
        return await File.ReadAllTextAsync(
            Path.Combine(folder.Path, $"{environment}.snapshot.json"), TestContext.Current.CancellationToken);
    }

    public IEnumerable<string> Types => _resources.Select(resource => Text(resource, "type")).Distinct();

    public IReadOnlyList<JsonNode> All(string type) => [.. _resources.Where(one => Text(one, "type") == type)];

    public JsonNode One(string type) => All(type).ShouldHaveSingleItem();

    /// <summary>A child that Azure names by its parent: <c>func-x/appsettings</c>.</summary>
    public JsonNode Config(string name) =>
        All("Microsoft.Web/sites/config").Single(
            one => Text(one, "name").EndsWith($"/{name}", StringComparison.Ordinal));

    public JsonNode RecordStorage => Storage("stosrec");

    public JsonNode HostStorage => Storage("stoshost");

    /// <summary>The names of the roles that are given on what is named so, by Azure's list of built-in roles.</summary>
    public IEnumerable<string> RolesOn(string provider) =>
        from role in All("Microsoft.Authorization/roleAssignments")
        where Text(role, "id").Contains(provider, StringComparison.Ordinal)
        select BuiltInRoles.NameOf(Text(role, "properties", "roleDefinitionId"));

    public string Whole => JsonSerializer.Serialize(_resources);

    public static string Text(JsonNode node, params string[] path) =>
        path.Aggregate((JsonNode?)node, (at, name) => at?[name])?.ToString() ?? "";

    private JsonNode Storage(string prefix) =>
        All("Microsoft.Storage/storageAccounts").Single(
            one => Text(one, "name").Contains(prefix, StringComparison.Ordinal));
}

/// <summary>Azure's ids of the roles that may be given here; any other has no name and fails the test.</summary>
internal static class BuiltInRoles
{
    private static readonly Dictionary<string, string> Names = new()
    {
        ["ba92f5b4-2d11-453d-a403-e96b0029c9fe"] = "Storage Blob Data Contributor",
        ["b7e6dc6d-f1e8-4753-8033-0f276bb0955b"] = "Storage Blob Data Owner",
        ["974c5e8b-45b9-4653-ba55-5f855dd0fb88"] = "Storage Queue Data Contributor",
        ["0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3"] = "Storage Table Data Contributor",
        ["69a216fc-b8fb-44d8-bc22-1f3c2cd27a39"] = "Azure Service Bus Data Sender",
        ["4f6d3b9b-027b-4f4c-9142-0e5a2a2247e0"] = "Azure Service Bus Data Receiver",
        ["4633458b-17de-408a-b874-0445c86b69e6"] = "Key Vault Secrets User",
        ["3913510d-42f4-4e42-8a64-420c390055eb"] = "Monitoring Metrics Publisher",
        ["0ad04412-c4d5-4796-b79c-f76d14c8d402"] = "Durable Task Data Contributor",
    };

    public static string NameOf(string definition) => Names[definition[(definition.LastIndexOf('/') + 1)..]];
}
