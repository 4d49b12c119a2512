using System.Text.Json.Nodes;

namespace Oversight.Functions.Web;

/// <summary>Writes a value that a schema takes, to show what a call looks like.</summary>
internal static class ExampleWriter
{
    private const int Deepest = 16;
    private static readonly string SomeId = Id.Derive("example", "id").Value;

    /// <param name="find">The schema that a reference names.</param>
    public static JsonNode? Of(JsonNode? schema, Func<string, JsonNode?> find, int depth = 0)
    {
        if (schema is not JsonObject known || depth > Deepest)
            return null;
        if (known["$ref"] is JsonValue reference)
            return Of(find(reference.GetValue<string>().Split('/')[^1]), find, depth + 1);
        if (known["oneOf"] is JsonArray alternatives)
            return Of(alternatives[0], find, depth + 1);
        if ((known["examples"] as JsonArray ?? known["enum"] as JsonArray) is [var first, ..])
            return first?.DeepClone();
        return TypeOf(known) switch
        {
            "object" => Object(known, find, depth),
            "array" => Of(known["items"], find, depth + 1) is { } item ? new JsonArray(item) : new JsonArray(),
            "integer" => known["minimum"]?.DeepClone() ?? 1,
            "number" => 1.5,
            "boolean" => true,
            "string" => Text(known),
            _ => null,
        };
    }

    private static string? TypeOf(JsonObject schema) =>
        (schema["type"] is JsonArray several ? several[0] : schema["type"])?.GetValue<string>();

    private static JsonObject Object(JsonObject schema, Func<string, JsonNode?> find, int depth)
    {
        var made = new JsonObject();
        foreach (var (name, property) in schema["properties"] as JsonObject ?? [])
        {
            if (Of(property, find, depth + 1) is { } value)
                made[name] = value;
        }

        return made;
    }

    private static string Text(JsonObject schema) => schema["format"]?.GetValue<string>() switch
    {
        "date" => "2027-03-01",
        "date-time" => "2027-03-01T08:30:00+00:00",
        "uri" => "https://exempel.invalid/fil",
        _ when schema["pattern"]?.GetValue<string>() == Patterns.Id => SomeId,
        _ when schema["contentEncoding"] is not null => "SGVqIQ==",
        _ => "text",
    };
}
