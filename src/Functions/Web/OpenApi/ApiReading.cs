using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Oversight.Functions.Web;

/// <summary>A value that a call takes or gives, in words.</summary>
public sealed record ApiValue(string Name, string Type, bool Required, string Description);

/// <summary>A parameter; <paramref name="Place"/> is path, query or header.</summary>
public sealed record ApiParameter(ApiValue Value, string Place, string Example);

/// <summary>One call as the page shows it.</summary>
public sealed record ApiCall(string Id, string Tag, string Method, string Path, string Summary, string Description)
{
    public IReadOnlyList<ApiParameter> Parameters { get; init; } = [];

    /// <summary>The properties of the JSON body; empty where there is none.</summary>
    public IReadOnlyList<ApiValue> Body { get; init; } = [];

    /// <summary>Every content type that the body may have.</summary>
    public IReadOnlyList<string> BodyTypes { get; init; } = [];

    public string? BodyExample { get; init; }

    /// <summary>Status and what it means.</summary>
    public IReadOnlyList<(string Status, string Text)> Answers { get; init; } = [];

    public IReadOnlyList<ApiValue> Answer { get; init; } = [];

    public string? AnswerExample { get; init; }

    public string? Permission { get; init; }

    /// <summary>The call for a command line.</summary>
    public string Curl(string host)
    {
        List<string> parts = [$"curl -X {Method} \"{host}{Path}\"", "-H \"Authorization: Bearer $TOKEN\""];
        parts.AddRange(Parameters.Where(parameter => parameter.Place == "header")
            .Select(header => $"-H '{header.Value.Name}: {header.Example}'"));
        if (BodyTypes is [var type, ..])
            parts.Add($"-H 'Content-Type: {type}'");
        if (BodyExample is not null)
            parts.Add($"-d '{BodyExample}'");
        else if (BodyTypes.Count > 0)
            parts.Add("--data-binary @fil.csv");
        return string.Join(" \\\n  ", parts);
    }
}

/// <summary>Reads the description of the API for people.</summary>
public sealed class ApiReading(OpenApiDocument document)
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Tag and what it holds, in the document's order.</summary>
    public IReadOnlyList<(string Name, string Description)> Tags { get; } =
        [.. document.Root["tags"]!.AsArray().Select(tag => (Text(tag!["name"]), Text(tag["description"])))];

    public IReadOnlyList<ApiCall> Calls { get; } = [.. Read(document.Root)];

    private static IEnumerable<ApiCall> Read(JsonObject root)
    {
        foreach (var (path, methods) in root["paths"]!.AsObject().OrderBy(path => path.Key, StringComparer.Ordinal))
        {
            foreach (var (method, operation) in methods!.AsObject())
                yield return Read(root, path, method, operation!.AsObject());
        }
    }

    private static ApiCall Read(JsonObject root, string path, string method, JsonObject operation)
    {
        var content = operation["requestBody"]?["content"] as JsonObject ?? [];
        var answers = operation["responses"]!.AsObject();
        var success = answers.First(answer => answer.Key.StartsWith('2')).Value!["content"]?["application/json"];
        return new ApiCall(
            Text(operation["operationId"]), Text(operation["tags"]![0]), method.ToUpperInvariant(), path,
            Text(operation["summary"]),
            Text(operation["description"]))
        {
            Parameters = [.. (operation["parameters"] as JsonArray ?? []).Select(parameter => Parameter(parameter!))],
            Body = Values(root, content["application/json"]?["schema"]),
            BodyTypes = [.. content.Select(media => media.Key)],
            BodyExample = content["application/json"]?["example"]?.ToJsonString(Indented),
            Answers = [.. answers.Select(answer => (answer.Key, Text(answer.Value!["description"])))],
            Answer = Values(root, success?["schema"]),
            AnswerExample = success?["example"]?.ToJsonString(Indented),
            Permission = operation["x-permission"]?.GetValue<string>(),
        };
    }

    private static ApiParameter Parameter(JsonNode parameter) => new(
        new ApiValue(
            Text(parameter["name"]), TypeOf(parameter["schema"]), parameter["required"]!.GetValue<bool>(),
            Text(parameter["description"])),
        Text(parameter["in"]), Text((parameter["schema"]?["examples"] as JsonArray)?[0]));

    private static IReadOnlyList<ApiValue> Values(JsonObject root, JsonNode? schema)
    {
        var found = Find(root, schema);
        var required = (found?["required"] as JsonArray ?? []).Select(Text).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. (found?["properties"] as JsonObject ?? []).Select(property => new ApiValue(
                property.Key, TypeOf(property.Value), required.Contains(property.Key),
                Text(property.Value!["description"]))),
        ];
    }

    private static JsonNode? Find(JsonObject root, JsonNode? schema) => schema?["$ref"] is { } reference
        ? root["components"]!["schemas"]![reference.GetValue<string>().Split('/')[^1]]
        : schema;

    /// <summary>The type in words: its codes where there are few.</summary>
    private static string TypeOf(JsonNode? schema)
    {
        if (schema?["enum"] is JsonArray names)
            return string.Join(", ", names.Where(name => name is not null).Select(Text));
        if (schema?["$ref"] is not null || schema?["oneOf"] is not null)
            return "objekt";
        var type = schema?["type"] is JsonArray several ? Text(several[0]) : Text(schema?["type"]);
        return type switch
        {
            "string" => Text(schema?["format"]) switch { "date" => "dag", "date-time" => "tidpunkt", _ => "text" },
            "integer" => "heltal",
            "number" => "tal",
            "boolean" => "sant eller falskt",
            "array" => $"lista: {TypeOf(schema?["items"])}",
            _ => "objekt",
        };
    }

    private static string Text(JsonNode? node) => node switch
    {
        null => "",
        JsonValue value when value.TryGetValue<string>(out var text) => text,
        _ => node.ToJsonString(),
    };
}
