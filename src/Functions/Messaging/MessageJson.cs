using System.Text.Json;
using Oversight.Functions.Input;
using Oversight.Functions.Storage;

namespace Oversight.Functions.Messaging;

/// <summary>
/// Reads what messages carry; what cannot be read is poison, described by place and never by content.
/// </summary>
public static class MessageJson
{
    private static readonly JsonSerializerOptions FromOutside = new(StoredJson.Options)
    {
        Converters = { new CleanTextConverter(), new Base64Converter() },
    };

    public static T Read<T>(BinaryData body) =>
        Read<T>(() => JsonSerializer.Deserialize<T>(Incoming.Json(body.ToMemory()).Span, FromOutside));

    internal static T Read<T>(Func<T?> read)
    {
        try
        {
            return read() ?? throw new PoisonMessageException(MessageReasons.MalformedJson, "The JSON is null.");
        }
        catch (Exception error) when (error is JsonException or FormatException or ArgumentException)
        {
            var place = error is JsonException { LineNumber: { } line, BytePositionInLine: { } column }
                ? $" (line {line + 1}, byte {column})"
                : "";
            throw new PoisonMessageException(
                MessageReasons.MalformedJson, $"Cannot be read as {typeof(T).Name}{place}.", error);
        }
    }
}
