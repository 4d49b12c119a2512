using System.Globalization;
using System.Text.Json;

namespace Azure.Data.Tables.Internal;

/// <summary>Entities out of the service's JSON (minimal metadata), without building a document first.</summary>
internal static class EntityReader
{
    private const string TypeSuffix = "@odata.type";

    internal static T ReadOne<T>(Response response)
        where T : class, ITableEntity
    {
        var reader = new Utf8JsonReader(response.Content.ToMemory().Span);
        reader.Read();
        return ReadEntity<T>(ref reader, new(StringComparer.Ordinal));
    }

    internal static List<T> ReadMany<T>(Response response)
        where T : class, ITableEntity
    {
        var entities = new List<T>();
        // Property names repeat from row to row: one string each keeps a large read small.
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        var reader = new Utf8JsonReader(response.Content.ToMemory().Span);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isValue = reader.ValueTextEquals("value"u8);
            reader.Read();
            if (!isValue)
            {
                reader.Skip();
                continue;
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
                entities.Add(ReadEntity<T>(ref reader, names));
        }

        return entities;
    }

    private static T ReadEntity<T>(ref Utf8JsonReader reader, Dictionary<string, string> names)
        where T : class, ITableEntity
    {
        if (typeof(T) != typeof(TableEntity))
            throw new NotSupportedException($"{typeof(T)}: only TableEntity is read by the local table client.");
        var entity = new TableEntity();
        string? typedName = null;
        string? type = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = Intern(names, ref reader);
            reader.Read();
            if (name.EndsWith(TypeSuffix, StringComparison.Ordinal))
            {
                typedName = name[..^TypeSuffix.Length];
                type = reader.GetString();
                continue;
            }

            if (name.StartsWith("odata.", StringComparison.Ordinal) && name != TableEntity.ETagName)
            {
                reader.Skip();
                continue;
            }

            if (Value(ref reader, name, name == typedName ? type : null) is { } value)
                entity[name] = value;
        }

        return (T)(object)entity;
    }

    private static string Intern(Dictionary<string, string> names, ref Utf8JsonReader reader)
    {
        Span<char> buffer = stackalloc char[300];
        if (reader.ValueSpan.Length > 300)
            return reader.GetString()!;
        var length = reader.CopyString(buffer);
        var lookup = names.GetAlternateLookup<ReadOnlySpan<char>>();
        if (lookup.TryGetValue(buffer[..length], out var known))
            return known;
        var name = buffer[..length].ToString();
        names[name] = name;
        return name;
    }

    private static object? Value(ref Utf8JsonReader reader, string name, string? type) => reader.TokenType switch
    {
        JsonTokenType.Null => null,
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        JsonTokenType.Number when type == "Edm.Double" => reader.GetDouble(),
        JsonTokenType.Number => reader.TryGetInt32(out var number) ? (object)number : reader.GetDouble(),
        JsonTokenType.String when name == "Timestamp" => reader.GetDateTimeOffset(),
        JsonTokenType.String => type switch
        {
            null or "Edm.String" => reader.GetString(),
            "Edm.DateTime" => reader.GetDateTimeOffset(),
            "Edm.Guid" => reader.GetGuid(),
            "Edm.Binary" => reader.GetBytesFromBase64(),
            "Edm.Int64" => long.Parse(reader.GetString()!, CultureInfo.InvariantCulture),
            "Edm.Double" => double.Parse(reader.GetString()!, CultureInfo.InvariantCulture),
            _ => throw new NotSupportedException($"Property {name} has the unknown type {type}."),
        },
        _ => throw new JsonException($"Property {name} has an unexpected JSON value."),
    };
}
