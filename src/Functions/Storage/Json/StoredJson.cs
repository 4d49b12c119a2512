using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Oversight.Functions.Storage;

/// <summary>
/// JSON as it is kept: camelCase, enums by name, <see cref="ICode{TSelf}"/> types as strings, nulls left out, åäö
/// readable.
/// </summary>
public static class StoredJson
{
    public static JsonSerializerOptions Options { get; } = Create();

    public static string Write(object value, Type type) => JsonSerializer.Serialize(value, type, Options);

    public static object Read(string json, Type type) =>
        JsonSerializer.Deserialize(json, type, Options) ?? throw new JsonException(
            $"Stored JSON of {type.Name} is null.");

    public static T Read<T>(string json) => (T)Read(json, typeof(T));

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            RespectNullableAnnotations = true,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LetNullBeLeftOut } },
        };
        options.Converters.Add(new CodeConverterFactory());
        options.Converters.Add(new StoredEnumConverterFactory());
        options.Converters.Add(new ReplyValueConverter());
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }

    /// <summary>
    /// Null is not written, so that a required property that may be null is there when it is missing.
    /// </summary>
    private static void LetNullBeLeftOut(JsonTypeInfo type)
    {
        foreach (var property in type.Properties.Where(property => property.IsSetNullable))
            property.IsRequired = false;
    }
}
