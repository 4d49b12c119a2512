using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Azure.Data.Tables;

namespace Oversight.Functions.Maintenance.Exports;

/// <summary>
/// A row as a line of JSON that keeps the types of Table Storage. A contract: old exports must be readable.
/// </summary>
internal static class ExportedRow
{
    private const string Partition = "p";
    private const string Key = "r";
    private const string Written = "t";
    private const string Values = "v";
    private static readonly HashSet<string> OfService = new(StringComparer.Ordinal)
        { "PartitionKey", "RowKey", "Timestamp", "odata.etag" };

    internal static string Write(TableEntity row)
    {
        var values = new JsonObject();
        foreach (var (name, value) in row.Where(one => one.Value is not null && !OfService.Contains(one.Key)))
            values[name] = Value(value);
        return new JsonObject
        {
            [Partition] = row.PartitionKey,
            [Key] = row.RowKey,
            [Written] = row.Timestamp?.ToString("O", CultureInfo.InvariantCulture),
            [Values] = values,
        }.ToJsonString();
    }

    /// <exception cref="JsonException">The line is no row.</exception>
    internal static TableEntity Read(string line)
    {
        var read = JsonNode.Parse(line)!;
        var row = new TableEntity(read[Partition]!.GetValue<string>(), read[Key]!.GetValue<string>());
        if (read[Written]?.GetValue<string>() is { } written)
            row.Timestamp = DateTimeOffset.Parse(written, CultureInfo.InvariantCulture);
        foreach (var (name, value) in read[Values]!.AsObject())
            row[name] = value is JsonObject typed ? Typed(typed) : Plain(value!);
        return row;
    }

    private static JsonNode Value(object value) => value switch
    {
        string text => JsonValue.Create(text),
        bool flag => JsonValue.Create(flag),
        int number => Typed("int", number.ToString(CultureInfo.InvariantCulture)),
        long number => Typed("long", number.ToString(CultureInfo.InvariantCulture)),
        double number => Typed("double", number.ToString("R", CultureInfo.InvariantCulture)),
        DateTimeOffset time => Typed("time", time.ToString("O", CultureInfo.InvariantCulture)),
        Guid guid => Typed("guid", guid.ToString("D")),
        byte[] bytes => Typed("bytes", Convert.ToBase64String(bytes)),
        BinaryData data => Typed("bytes", Convert.ToBase64String(data.ToMemory().Span)),
        _ => throw new NotSupportedException($"A value of type {value.GetType().Name} cannot be exported."),
    };

    private static JsonObject Typed(string type, string text) => new() { [type] = text };

    private static object Plain(JsonNode value) =>
        value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value.GetValue<bool>();

    private static object Typed(JsonObject value)
    {
        var (type, text) = (value.Single().Key, value.Single().Value!.GetValue<string>());
        return type switch
        {
            "int" => int.Parse(text, CultureInfo.InvariantCulture),
            "long" => long.Parse(text, CultureInfo.InvariantCulture),
            "double" => double.Parse(text, CultureInfo.InvariantCulture),
            "time" => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture),
            "guid" => Guid.Parse(text),
            "bytes" => Convert.FromBase64String(text),
            _ => throw new JsonException($"A value of type {type} is not known."),
        };
    }
}
