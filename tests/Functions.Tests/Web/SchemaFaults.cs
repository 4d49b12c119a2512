using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Oversight.Functions.Tests.Web;

/// <summary>Whether a value is what a schema takes: the parts of JSON Schema that our description uses.</summary>
internal static class SchemaFaults
{
    public static IEnumerable<string> Of(JsonNode? value, JsonNode? schema, string path, JsonObject schemas)
    {
        if (schema is not JsonObject known)
            return schema is null ? [$"{path}: no schema"] : [];
        if (known["$ref"] is { } reference)
            return Of(value, schemas[reference.GetValue<string>().Split('/')[^1]], path, schemas);
        if (known["oneOf"] is JsonArray alternatives)
            return alternatives.Any(one => !Of(value, one, path, schemas).Any())
                ? []
                : [$"{path}: none of the alternatives"];
        if (known["type"] is { } type && !Types(type).Contains(TypeOf(value))
            && !(TypeOf(value) == "integer" && Types(type).Contains("number")))
            return [$"{path}: {TypeOf(value)} is not {type.ToJsonString()}"];
        return
        [
            .. known["enum"] is JsonArray names && !names.Any(name => JsonNode.DeepEquals(name, value))
                ? [$"{path}: not among {names.ToJsonString()}"]
                : Array.Empty<string>(),
            .. value switch
            {
                JsonObject properties => OfObject(properties, known, path, schemas),
                JsonArray items =>
                    items.SelectMany((item, index) => Of(item, known["items"], $"{path}[{index}]", schemas)),
                JsonValue text when text.GetValueKind() == JsonValueKind.String =>
                    OfText(text.GetValue<string>(), known, path),
                _ => [],
            },
        ];
    }

    private static IEnumerable<string> OfObject(JsonObject value, JsonObject schema, string path, JsonObject schemas)
    {
        var properties = schema["properties"] as JsonObject ?? [];
        foreach (var required in (schema["required"] as JsonArray ?? []).Select(name => name!.GetValue<string>())
            .Where(name => !value.ContainsKey(name)))
            yield return $"{path}: {required} is missing";
        foreach (var (name, item) in value)
        {
            if (properties[name] is { } known)
            {
                foreach (var fault in Of(item, known, $"{path}.{name}", schemas))
                    yield return fault;
            }
            else if (schema["additionalProperties"] is JsonObject other)
            {
                foreach (var fault in Of(item, other, $"{path}.{name}", schemas))
                    yield return fault;
            }
            else if (properties.Count > 0)
            {
                yield return $"{path}: {name} is not described";
            }
        }
    }

    private static IEnumerable<string> OfText(string text, JsonObject schema, string path)
    {
        if (schema["pattern"] is { } pattern && !Regex.IsMatch(text, pattern.GetValue<string>()))
            yield return $"{path}: {text} does not match {pattern}";
        if (schema["maxLength"] is { } longest && text.Length > longest.GetValue<int>())
            yield return $"{path}: longer than {longest}";
        if (schema["format"]?.GetValue<string>() is "date" && !DateOnly.TryParseExact(text, "O", out _))
            yield return $"{path}: {text} is no date";
        if (schema["format"]?.GetValue<string>() is "date-time"
            && !DateTimeOffset.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out _))
            yield return $"{path}: {text} is no time";
    }

    private static IEnumerable<string> Types(JsonNode type) =>
        type is JsonArray several ? several.Select(one => one!.GetValue<string>()) : [type.GetValue<string>()];

    private static string TypeOf(JsonNode? value) => value?.GetValueKind() switch
    {
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        JsonValueKind.String => "string",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        JsonValueKind.Number => value.AsValue().TryGetValue<long>(out _) ? "integer" : "number",
        _ => "null",
    };
}
