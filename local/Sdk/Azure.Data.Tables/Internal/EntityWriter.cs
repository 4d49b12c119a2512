using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Azure.Data.Tables.Internal;

/// <summary>An entity as the service's JSON, with type names only where JSON cannot tell; refuses what the service refuses.</summary>
internal static class EntityWriter
{
    // The emulator decodes a body piece by piece and damages a character that falls on a border: everything is written as ASCII.
    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.Default,
        SkipValidation = true,
    };

    internal static ReadOnlyMemory<byte> Write(ITableEntity entity)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        Write(entity, buffer);
        return buffer.WrittenMemory;
    }

    internal static void Write(ITableEntity entity, IBufferWriter<byte> buffer)
    {
        if (entity is not TableEntity table)
            throw new NotSupportedException($"{entity.GetType()}: only TableEntity is written by the local table client.");
        TableLimits.CheckKey(table.PartitionKey);
        TableLimits.CheckKey(table.RowKey);
        using var writer = new Utf8JsonWriter(buffer, Options);
        var bytes = 4 + ((table.PartitionKey.Length + table.RowKey.Length) * 2);
        var properties = 0;
        writer.WriteStartObject();
        writer.WriteString("PartitionKey", table.PartitionKey);
        writer.WriteString("RowKey", table.RowKey);
        foreach (var (name, value) in table.Properties)
        {
            if (name is "PartitionKey" or "RowKey" or "Timestamp" or TableEntity.ETagName || value is null)
                continue;
            TableLimits.CheckPropertyName(name);
            properties++;
            bytes += 8 + (name.Length * 2) + WriteProperty(writer, name, value);
        }

        writer.WriteEndObject();
        TableLimits.CheckPropertyCount(properties);
        TableLimits.CheckEntityBytes(bytes);
    }

    /// <summary>Writes one property and returns the bytes it takes by the service's way of counting.</summary>
    private static int WriteProperty(Utf8JsonWriter writer, string name, object value)
    {
        switch (value)
        {
            case string text:
                TableLimits.CheckValueBytes(text.Length * 2);
                writer.WriteString(name, text);
                return 4 + (text.Length * 2);
            case bool flag:
                writer.WriteBoolean(name, flag);
                return 1;
            case int number:
                writer.WriteNumber(name, number);
                return 4;
            case long number:
                WriteTyped(writer, name, "Edm.Int64", number.ToString(CultureInfo.InvariantCulture));
                return 8;
            case double number:
                WriteDouble(writer, name, number);
                return 8;
            case Guid id:
                WriteTyped(writer, name, "Edm.Guid", id.ToString());
                return 16;
            case DateTimeOffset time:
                WriteTime(writer, name, time);
                return 8;
            case DateTime time:
                WriteTime(writer, name, time);
                return 8;
            case byte[] binary:
                return WriteBinary(writer, name, binary);
            case BinaryData binary:
                return WriteBinary(writer, name, binary.ToMemory().Span);
            default:
                throw new NotSupportedException($"{value.GetType()} is not a type that tables hold (property {name}).");
        }
    }

    private static void WriteDouble(Utf8JsonWriter writer, string name, double number)
    {
        writer.WriteString($"{name}@odata.type", "Edm.Double");
        if (double.IsFinite(number))
            writer.WriteNumber(name, number);
        else
            writer.WriteString(name, number.ToString(CultureInfo.InvariantCulture));
    }

    private static void WriteTime(Utf8JsonWriter writer, string name, DateTimeOffset time)
    {
        TableLimits.CheckTime(time);
        WriteTyped(writer, name, "Edm.DateTime", time.UtcDateTime.ToString("o", CultureInfo.InvariantCulture));
    }

    private static int WriteBinary(Utf8JsonWriter writer, string name, ReadOnlySpan<byte> binary)
    {
        TableLimits.CheckValueBytes(binary.Length);
        writer.WriteString($"{name}@odata.type", "Edm.Binary");
        writer.WriteBase64String(name, binary);
        return 4 + binary.Length;
    }

    private static void WriteTyped(Utf8JsonWriter writer, string name, string type, string value)
    {
        writer.WriteString($"{name}@odata.type", type);
        writer.WriteString(name, value);
    }
}
