using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;

namespace Oversight.Functions.Web;

/// <summary>
/// Writes the schemas of the API's types once each, from the same serializer that reads and writes them.
/// </summary>
internal sealed class SchemaWriter(ApiWords words)
{
    private readonly SortedDictionary<string, (Type Type, JsonNode Schema)> _schemas = new(StringComparer.Ordinal);

    public JsonObject Reference(Type type, JsonSerializerOptions options)
    {
        var name = NameOf(type);
        if (!_schemas.TryGetValue(name, out var known))
        {
            // Known before it is written, as a type may hold itself.
            _schemas[name] = (type, new JsonObject());
            _schemas[name] = (type, Write(type, options));
        }
        else if (known.Type != type)
        {
            throw new InvalidOperationException($"{type} and {known.Type} would share the schema name '{name}'.");
        }

        return new JsonObject { ["$ref"] = $"#/components/schemas/{name}" };
    }

    public JsonNode Inline(Type type, JsonSerializerOptions options) =>
        options.GetTypeInfo(type).Kind == JsonTypeInfoKind.Object ? Reference(type, options) : Write(type, options);

    public JsonObject ToJson() =>
        new(_schemas.Select(schema => KeyValuePair.Create(schema.Key, (JsonNode?)schema.Value.Schema)));

    private JsonNode Write(Type type, JsonSerializerOptions options) => options.GetJsonSchemaAsNode(
        type, new JsonSchemaExporterOptions
        {
            TreatNullObliviousAsNonNullable = true,
            TransformSchemaNode = Transform
        });

    private static string NameOf(Type type)
    {
        var name = type.IsNested && !type.IsGenericParameter ? NameOf(type.DeclaringType!) + type.Name : type.Name;
        var tick = name.IndexOf('`', StringComparison.Ordinal);
        if (type.IsArray)
            return NameOf(type.GetElementType()!) + "List";
        return tick < 0 ? name : name[..tick] + "Of" + string.Concat(type.GetGenericArguments().Select(NameOf));
    }

    private JsonObject Transform(JsonSchemaExporterContext context, JsonNode schema)
    {
        var isNullable = Nullable.GetUnderlyingType(context.TypeInfo.Type) is not null
            || context.PropertyInfo?.IsGetNullable == true;
        var made = Shape(context, schema as JsonObject ?? [], isNullable);
        if (context.PropertyInfo is { } property
            && words.Find(NameOf(property.DeclaringType), property.Name) is { } description)
            made["description"] = description;
        return made;
    }

    private JsonObject Shape(JsonSchemaExporterContext context, JsonObject schema, bool isNullable)
    {
        var (info, options) = (context.TypeInfo, context.TypeInfo.Options);
        var type = Nullable.GetUnderlyingType(info.Type) ?? info.Type;
        if (type.IsEnum)
            return Names(type, options, isNullable);
        if (type.IsValueType && type.GetInterfaces().Any(IsCode))
            return Text(type == typeof(Id) ? Patterns.Id : null, isNullable);
        // Texts are cleaned, files decoded, by converters of our own: still strings.
        if (type == typeof(string) || type == typeof(byte[]))
            return Text(null, isNullable);
        return info.Kind switch
        {
            JsonTypeInfoKind.Object when context.Path.Length > 0 && type != typeof(object) =>
                OrNull(Reference(type, options), isNullable),
            JsonTypeInfoKind.Object when type != typeof(object) => WithRequired(schema, info),
            JsonTypeInfoKind.Enumerable when info.ElementType is { } element => new JsonObject
            {
                ["type"] = TypeOf("array", isNullable),
                ["items"] = Inline(element, options),
            },
            _ => Number(schema, isNullable),
        };
    }

    private static bool IsCode(Type candidate) =>
        candidate.IsGenericType && candidate.GetGenericTypeDefinition() == typeof(ICode<>);

    private static JsonNode TypeOf(string name, bool isNullable) =>
        isNullable ? new JsonArray(name, "null") : JsonValue.Create(name);

    private static JsonObject Text(string? pattern, bool isNullable)
    {
        var schema = new JsonObject { ["type"] = TypeOf("string", isNullable) };
        if (pattern is not null)
            schema["pattern"] = pattern;
        return schema;
    }

    private static JsonObject Names(Type type, JsonSerializerOptions options, bool isNullable)
    {
        var names = new JsonArray(
            [.. Enum.GetValues(type).Cast<object>()
                .Select(value => JsonSerializer.SerializeToNode(value, type, options))]);
        if (isNullable)
            names.Add(null);
        return new JsonObject { ["type"] = TypeOf("string", isNullable), ["enum"] = names };
    }

    private static JsonObject OrNull(JsonObject schema, bool isNullable) =>
        isNullable
            ? new JsonObject { ["oneOf"] = new JsonArray(schema, new JsonObject { ["type"] = "null" }) }
            : schema;

    /// <summary>What is never null is always there; what is null is left out.</summary>
    private static JsonObject WithRequired(JsonObject schema, JsonTypeInfo info)
    {
        schema["required"] = new JsonArray(
            [.. info.Properties.Where(property => property.Get is not null && !property.IsGetNullable
                && !IsNullable(property.PropertyType))
                .Select(property => JsonValue.Create(property.Name))]);
        return schema;
    }

    private static bool IsNullable(Type type) => Nullable.GetUnderlyingType(type) is not null;

    /// <summary>Numbers may be read from texts; they are written, and described, as numbers.</summary>
    private static JsonObject Number(JsonObject schema, bool isNullable)
    {
        if (schema["type"] is JsonArray types && types.FirstOrDefault(IsNumber) is { } number)
        {
            schema["type"] = TypeOf(number.GetValue<string>(), isNullable);
            schema.Remove("pattern");
        }

        return schema;
    }

    private static bool IsNumber(JsonNode? type) => type?.GetValue<string>() is "integer" or "number";
}
