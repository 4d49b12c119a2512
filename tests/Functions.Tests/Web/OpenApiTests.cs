using System.Text.Json.Nodes;
using Oversight.Functions.Tests.Concerns;
using Oversight.Testkit;

namespace Oversight.Functions.Tests.Web;

/// <summary>
/// What is said about the API is whole, and true: the rules that linters have, and that our examples and answers keep
/// to it.
/// </summary>
[Collection(nameof(ConcernApp))]
public sealed class OpenApiTests(ConcernApp world) : IAsyncLifetime
{
    private JsonObject _document = [];

    public async ValueTask InitializeAsync()
    {
        using var client = world.App.Anonymous();
        var json = await client.GetStringAsync("/api/openapi.json", ConcernApp.Cancellation);
        if (Environment.GetEnvironmentVariable("OVERSIGHT_WRITE_OPENAPI") is { Length: > 0 } file)
            await File.WriteAllTextAsync(file, json, ConcernApp.Cancellation);
        _document = JsonNode.Parse(json)!.AsObject();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public void Every_operation_is_named_summed_up_described_tagged_and_answered()
    {
        var tags = _document["tags"]!.AsArray()
            .ToDictionary(tag => Text(tag!["name"]), tag => Text(tag!["description"]));
        tags.Values.ShouldAllBe(description => description.Length > 0);
        foreach (var (address, operation) in Operations())
        {
            Text(operation["summary"]).ShouldNotBeEmpty(address);
            Text(operation["summary"]).ShouldNotEndWith(".", address);
            Text(operation["description"]).Length.ShouldBeGreaterThan(10, address);
            operation["security"].ShouldNotBeNull(address);
            operation["tags"]!.AsArray().ShouldHaveSingleItem()
                .ShouldSatisfyAllConditions(tag => tags.ShouldContainKey(Text(tag), address));
            operation["responses"]!.AsObject().Count(answer => answer.Key.StartsWith('2')).ShouldBe(1, address);
            operation["responses"]!.AsObject().ShouldAllBe(answer => Text(answer.Value!["description"]).Length > 0);
        }

        Operations().Select(found => Text(found.Operation["operationId"])).ShouldBeUnique();
        Operations().Count().ShouldBeGreaterThan(40);
    }

    [Fact]
    public void Every_parameter_and_every_property_is_described()
    {
        foreach (var (address, operation) in Operations())
        {
            foreach (var parameter in operation["parameters"]?.AsArray() ?? [])
            {
                Text(parameter!["description"]).ShouldNotBeEmpty($"{address} {parameter["name"]}");
                parameter["schema"].ShouldNotBeNull();
            }
        }

        Properties(_document, "").Where(property => property.Schema["description"] is null)
            .Select(property => property.Path).ShouldBeEmpty();
        Properties(_document, "").Count().ShouldBeGreaterThan(200);
    }

    [Fact]
    public void Every_schema_says_its_type_and_what_is_required_and_every_reference_leads_somewhere()
    {
        foreach (var (path, schema) in Properties(_document, "")
            .Where(property => !property.Path.EndsWith("Problem.current", StringComparison.Ordinal)))
            (schema["type"] ?? schema["$ref"] ?? schema["oneOf"]).ShouldNotBeNull(path);
        foreach (var (name, schema) in Schemas().Where(known => known.Value!["properties"] is not null))
            schema!["required"].ShouldNotBeNull(name);
        var references = All(_document).OfType<JsonObject>().Select(node => node["$ref"]).OfType<JsonNode>()
            .Select(Text).Distinct().ToList();
        references.Count.ShouldBeGreaterThan(20);
        references.ShouldAllBe(reference => reference.StartsWith("#/components/schemas/", StringComparison.Ordinal)
            && Schemas().ContainsKey(reference.Split('/', StringSplitOptions.None).Last()));
    }

    [Fact]
    public void Every_body_has_an_example_that_its_own_schema_takes()
    {
        var examined = 0;
        foreach (var media in All(_document["paths"]!).OfType<JsonObject>().Select(node => node["application/json"])
            .OfType<JsonObject>())
        {
            if (media["schema"] is { } schema && Text(schema["type"]) != "object" | schema["properties"] is not null)
            {
                Faults(media["example"], schema, Text(media["example"]?.ToJsonString())).ShouldBeEmpty();
                examined++;
            }
        }

        examined.ShouldBeGreaterThan(40);
        Faults(JsonNode.Parse("""{"text":1,"x":2}"""), Body("/api/v1/concerns"), "").Count()
            .ShouldBeGreaterThan(2, "Nothing would be found otherwise.");
    }

    [Fact]
    public void No_two_addresses_can_be_taken_for_each_other()
    {
        var paths = _document["paths"]!.AsObject().Select(path => path.Key).ToList();
        foreach (var one in paths)
        {
            paths.Where(other => string.CompareOrdinal(one, other) < 0 && IsAmbiguous(one.Split('/'), other.Split('/')))
                .ShouldBeEmpty(one);
        }

        IsAmbiguous("/providers/import/{id}".Split('/'), "/providers/{id}/units".Split('/')).ShouldBeTrue();
    }

    [Fact]
    public async Task What_is_answered_is_what_is_described()
    {
        var assessor = await world.SomebodyAsync(Role.QualityDeveloper);
        var id = await world.ReportAsync(await world.SomebodyAsync(Role.CaseOfficer));
        using var assessed = await ConcernApp.AssessAsync(assessor, id, ConcernApp.Assessment());
        foreach (var (address, path) in new[]
        {
            ($"/api/v1/concerns/{id}", "/api/v1/concerns/{id}"),
            ($"/api/v1/concerns/{id}/assessment", "/api/v1/concerns/{id}/assessment"),
            ("/api/v1/concerns", "/api/v1/concerns"), ("/api/v1/risk", "/api/v1/risk"),
            ("/api/v1/providers", "/api/v1/providers"), ("/api/health", "/api/health"),
        })
        {
            var answer = await (await assessor.GetAsync(address, ConcernApp.Cancellation)).ReadJsonAsync();
            var schema =
                _document["paths"]![path]!["get"]!["responses"]!["200"]!["content"]!["application/json"]!["schema"];
            Faults(answer, schema, path).ShouldBeEmpty();
        }
    }

    private IEnumerable<(string Address, JsonObject Operation)> Operations() => _document["paths"]!.AsObject()
        .SelectMany(path =>
            path.Value!.AsObject().Select(method => ($"{method.Key} {path.Key}", method.Value!.AsObject())));

    private JsonObject Schemas() => _document["components"]!["schemas"]!.AsObject();

    private JsonNode? Body(string path) =>
        _document["paths"]![path]!["post"]!["requestBody"]!["content"]!["application/json"]!["schema"];

    private static string Text(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue<string>(out var text) ? text : "";

    private static string Text(string? text) => text ?? "";

    private static IEnumerable<JsonNode> All(JsonNode root) => root switch
    {
        JsonObject known => [root, .. known.SelectMany(property => property.Value is null ? [] : All(property.Value))],
        JsonArray list => [root, .. list.SelectMany(item => item is null ? [] : All(item))],
        _ => [root],
    };

    /// <summary>Every property of every schema, wherever it stands.</summary>
    private static IEnumerable<(string Path, JsonObject Schema)> Properties(JsonNode? node, string path)
    {
        foreach (var (name, value) in node as JsonObject ?? [])
        {
            if (name == "example")
                continue;
            if (name == "properties")
            {
                foreach (var (property, schema) in value!.AsObject())
                    yield return ($"{path}.{property}", schema as JsonObject ?? []);
            }

            foreach (var found in Properties(value, $"{path}/{name}"))
                yield return found;
        }

        foreach (var found in (node as JsonArray ?? []).SelectMany(item => Properties(item, path)))
            yield return found;
    }

    private static bool IsAmbiguous(string[] one, string[] other)
    {
        if (one.Length != other.Length || one.Count(IsVariable) != other.Count(IsVariable))
            return false;
        return one.Zip(other).All(pair => pair.First == pair.Second || IsVariable(pair.First)
            || IsVariable(pair.Second));
    }

    private static bool IsVariable(string part) => part.StartsWith('{');

    private IEnumerable<string> Faults(JsonNode? value, JsonNode? schema, string path) =>
        SchemaFaults.Of(value, schema, path, Schemas());
}
