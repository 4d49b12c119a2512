using System.Text.Json;
using System.Text.Json.Serialization;

namespace Oversight.Functions.Input;

/// <summary>File contents in a body.</summary>
internal sealed class Base64Converter : JsonConverter<byte[]>
{
    public override byte[]? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String
            && Incoming.TryBase64(reader.GetString(), out var bytes) ? bytes : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, byte[] value, JsonSerializerOptions options) =>
        writer.WriteBase64StringValue(value);
}
