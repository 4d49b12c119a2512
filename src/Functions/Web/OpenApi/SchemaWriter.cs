using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;

namespace Oversight.Functions.Web;

/// <summary>Writes the schemas of the API's types once each, from the same serializer that reads and writes them.</summary>
internal sealed class SchemaWriter
{
    private static readonly JsonSchemaExporterOptions Options = new() { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Transform };
    private readonly SortedDictionary<string, (Type Type, JsonNode Schema)> _schemas = new(StringComparer.Ordinal);

    public JsonObject Reference(Type type, JsonSerializerOptions options)
    {
        var name = NameOf(type);
        if (_schemas.TryGetValue(name, out var known))
        {
            if (known.Type != type)
                throw new InvalidOperationException($"{type} and {known.Type} would share the schema name '{name}'.");
        }
        else
        {
            var schema = options.GetJsonSchemaAsNode(type, Options);
            Anchor(schema, name);
            _schemas.Add(name, (type, schema));
        }

        return new JsonObject { ["$ref"] = $"#/components/schemas/{name}" };
    }

    public static JsonNode Inline(Type type, JsonSerializerOptions options) => options.GetJsonSchemaAsNode(type, Options);

    public JsonObject ToJson() => new(_schemas.Select(schema => KeyValuePair.Create(schema.Key, (JsonNode?)schema.Value.Schema)));

    /// <summary>The exporter points from the root of its own schema; in the document that root lies deeper.</summary>
    private static void Anchor(JsonNode? node, string name)
    {
        if (node is JsonObject with)
        {
            if (with["$ref"] is JsonValue reference)
                with["$ref"] = $"#/components/schemas/{name}{reference.GetValue<string>()[1..]}";
            foreach (var property in with)
                Anchor(property.Value, name);
        }
        else if (node is JsonArray list)
        {
            foreach (var item in list)
                Anchor(item, name);
        }
    }

    private static string NameOf(Type type)
    {
        var name = type.IsNested && !type.IsGenericParameter ? NameOf(type.DeclaringType!) + type.Name : type.Name;
        var tick = name.IndexOf('`', StringComparison.Ordinal);
        if (type.IsArray)
            return NameOf(type.GetElementType()!) + "List";
        return tick < 0 ? name : name[..tick] + "Of" + string.Concat(type.GetGenericArguments().Select(NameOf));
    }

    /// <summary>Our small value types have converters of their own, which the exporter cannot see through: they are strings.</summary>
    private static JsonNode Transform(JsonSchemaExporterContext context, JsonNode schema)
    {
        var type = Nullable.GetUnderlyingType(context.TypeInfo.Type) ?? context.TypeInfo.Type;
        if (schema is JsonObject { } list && list["type"]?.ToJsonString().Contains("\"array\"", StringComparison.Ordinal) == true
            && list["items"] is null && context.TypeInfo.ElementType is { } element)
        {
            list["items"] = Inline(element, context.TypeInfo.Options);
            return list;
        }

        // Texts are cleaned, files decoded, by converters of our own: still strings.
        if (schema is not JsonObject && (type == typeof(string) || type == typeof(byte[])))
            return new JsonObject { ["type"] = "string" };
        var isCode = type.IsValueType && type.GetInterfaces().Any(candidate =>
            candidate.IsGenericType && candidate.GetGenericTypeDefinition() == typeof(ICode<>));
        if (!isCode)
            return schema;
        var isNullable = type != context.TypeInfo.Type;
        var text = new JsonObject { ["type"] = isNullable ? new JsonArray("string", "null") : "string" };
        if (type == typeof(Id))
            text["pattern"] = $"^[0-9a-hjkmnp-tv-z]{{{Id.Length}}}$";
        return text;
    }
}
