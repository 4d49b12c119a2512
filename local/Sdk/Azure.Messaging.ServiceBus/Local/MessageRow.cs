using System.Globalization;
using System.Text.Json;
using Azure.Data.Tables;

namespace Azure.Messaging.ServiceBus.Local;

/// <summary>A message as a table row. A property of a row holds 64 KB at most, so the body is cut into parts.</summary>
internal static class MessageRow
{
    private const int PartSize = 60_000;

    public static string Key(long number) => number.ToString("D19", CultureInfo.InvariantCulture);

    public static TableEntity Write(string partition, StoredMessage message)
    {
        var row = new TableEntity(partition, Key(message.SequenceNumber))
        {
            ["MessageId"] = message.MessageId,
            ["EnqueuedTime"] = message.EnqueuedTime,
            ["DeliveryCount"] = message.DeliveryCount,
            ["Properties"] = MessageProperties.Write(message.Properties),
        };
        if (message.ContentType is { } contentType)
            row["ContentType"] = contentType;
        if (message.Subject is { } subject)
            row["Subject"] = subject;
        if (message.Due is { } due)
            row["Due"] = due;
        var body = message.Body.ToArray();
        for (var (part, from) = (0, 0); from < body.Length; part++, from += PartSize)
            row[$"Body{part}"] = body[from..Math.Min(from + PartSize, body.Length)];
        return row;
    }

    public static StoredMessage Read(TableEntity row)
    {
        var body = new MemoryStream();
        for (var part = 0; row.TryGetValue($"Body{part}", out var bytes); part++)
            body.Write((byte[])bytes);
        return new StoredMessage(
            long.Parse(row.RowKey, CultureInfo.InvariantCulture),
            row.GetString("MessageId")!,
            BinaryData.FromBytes(body.ToArray()),
            row.GetString("ContentType"),
            row.GetString("Subject"),
            MessageProperties.Read(row.GetBinary("Properties")!),
            row.GetDateTimeOffset("EnqueuedTime")!.Value,
            row.GetDateTimeOffset("Due"),
            row.GetInt32("DeliveryCount")!.Value);
    }
}

/// <summary>Application properties with their types, as far as the messages of one system need them.</summary>
internal static class MessageProperties
{
    public static byte[] Write(IReadOnlyDictionary<string, object> properties) =>
        JsonSerializer.SerializeToUtf8Bytes(properties.ToDictionary(p => p.Key, p => Tag(p.Key, p.Value)));

    public static IReadOnlyDictionary<string, object> Read(byte[] json) =>
        JsonSerializer.Deserialize<Dictionary<string, string[]>>(json)!.ToDictionary(p => p.Key, p => Untag(p.Value[0], p.Value[1]));

    private static string[] Tag(string name, object value) => value switch
    {
        string text => ["string", text],
        bool flag => ["bool", flag ? "1" : "0"],
        int number => ["int", number.ToString(CultureInfo.InvariantCulture)],
        long number => ["long", number.ToString(CultureInfo.InvariantCulture)],
        double number => ["double", number.ToString("R", CultureInfo.InvariantCulture)],
        DateTimeOffset instant => ["instant", instant.ToString("O", CultureInfo.InvariantCulture)],
        Guid guid => ["guid", guid.ToString()],
        _ => throw new NotSupportedException($"Application property {name} has a type that the local bus does not carry: {value?.GetType()}"),
    };

    private static object Untag(string type, string text) => type switch
    {
        "string" => text,
        "bool" => text == "1",
        "int" => int.Parse(text, CultureInfo.InvariantCulture),
        "long" => long.Parse(text, CultureInfo.InvariantCulture),
        "double" => double.Parse(text, CultureInfo.InvariantCulture),
        "instant" => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture),
        "guid" => Guid.Parse(text),
        _ => throw new FormatException($"Unknown type of a stored application property: {type}"),
    };
}
