using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Oversight.Functions.Storage;

/// <summary>The stored names of an enum whose every member has a <see cref="StoredNameAttribute"/>.</summary>
public static class StoredEnums
{
    public static bool HasNames(Type type) => type.IsEnum && Members(type).All(member => NameOf(member) is not null);

    /// <summary>Member to stored name, in the order of the code.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> NamesOf(Type type) =>
        [.. Members(type).Select(member => KeyValuePair.Create(
            member.Name, NameOf(member) ?? throw new InvalidOperationException(
                $"{type.Name}.{member.Name} has no stored name.")))];

    private static FieldInfo[] Members(Type type) => type.GetFields(BindingFlags.Public | BindingFlags.Static);

    private static string? NameOf(FieldInfo member) => member.GetCustomAttribute<StoredNameAttribute>()?.Name;
}

/// <summary>
/// Reads and writes the members of one enum by their stored names; upper and lower case are the same in what is read.
/// </summary>
internal static class StoredEnum<T>
    where T : struct, Enum
{
    private static readonly Dictionary<T, string> Names =
        StoredEnums.NamesOf(typeof(T)).ToDictionary(pair => Enum.Parse<T>(pair.Key), pair => pair.Value);

    private static readonly Dictionary<string, T> Members =
        Names.ToDictionary(pair => pair.Value, pair => pair.Key, StringComparer.OrdinalIgnoreCase);

    public static string Write(T value) => Names.TryGetValue(value, out var name)
        ? name
        : throw new ArgumentOutOfRangeException(nameof(value), value, $"{typeof(T).Name} has no such member.");

    public static bool TryRead(string? name, out T value)
    {
        value = default;
        return name is not null && Members.TryGetValue(name, out value);
    }

    public static T Read(string name) =>
        TryRead(name, out var value) ? value : throw new FormatException($"Not a {typeof(T).Name}: '{name}'.");
}

/// <summary>Enums with stored names in JSON.</summary>
internal sealed class StoredEnumConverterFactory : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => StoredEnums.HasNames(typeToConvert);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Converter<>).MakeGenericType(typeToConvert))!;

    private sealed class Converter<T> : JsonConverter<T>
        where T : struct, Enum
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && StoredEnum<T>.TryRead(reader.GetString(), out var value)
                ? value
                : throw new JsonException($"Not a {typeof(T).Name}.");

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            writer.WriteStringValue(StoredEnum<T>.Write(value));

        public override T ReadAsPropertyName(
            ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            StoredEnum<T>.TryRead(reader.GetString(), out var value) ? value : throw new JsonException(
                $"Not a {typeof(T).Name}.");

        public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            writer.WritePropertyName(StoredEnum<T>.Write(value));
    }
}
