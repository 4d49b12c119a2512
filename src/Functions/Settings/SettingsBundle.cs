using System.Buffers;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Oversight.Functions.Settings;

/// <summary>
/// All files of one set of settings as one canonical JSON document: parts and properties in ordinal order, no white
/// space. The hash of its bytes names the set, so that order and layout of the files change nothing.
/// </summary>
public sealed class SettingsBundle
{
    private SettingsBundle(BinaryData content)
    {
        Content = content;
        Hash = Convert.ToHexStringLower(SHA256.HashData(content.ToMemory().Span));
    }

    public BinaryData Content { get; }

    public string Hash { get; }

    public static SettingsBundle From(IReadOnlyDictionary<string, JsonElement> parts)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(
            buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            writer.WriteStartObject();
            foreach (var (name, value) in parts.OrderBy(part => part.Key, StringComparer.Ordinal))
            {
                writer.WritePropertyName(name);
                Write(writer, value);
            }

            writer.WriteEndObject();
        }

        return new SettingsBundle(BinaryData.FromBytes(buffer.WrittenMemory.ToArray()));
    }

    /// <summary>A stored bundle; refused when its content is not what its name says.</summary>
    public static SettingsBundle FromStored(BinaryData content, string hash)
    {
        var bundle = new SettingsBundle(content);
        return bundle.Hash == hash
            ? bundle
            : throw new SettingsException(
                [$"Den lagrade uppsättningen {hash} har ett annat innehåll ({bundle.Hash})."]);
    }

    public IReadOnlyDictionary<string, JsonElement> Parts()
    {
        using var document = JsonDocument.Parse(Content);
        return document.RootElement.EnumerateObject().ToDictionary(
            part => part.Name, part => part.Value.Clone(), StringComparer.Ordinal);
    }

    private static void Write(Utf8JsonWriter writer, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var property in value.EnumerateObject().OrderBy(
                    property => property.Name, StringComparer.Ordinal))
                {
                    writer.WritePropertyName(property.Name);
                    Write(writer, property.Value);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in value.EnumerateArray())
                    Write(writer, item);
                writer.WriteEndArray();
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }
}

/// <summary>Settings that cannot be used; the message names file and field of everything that is wrong.</summary>
public sealed class SettingsException(IReadOnlyList<string> problems)
    : Exception("Inställningarna kan inte användas:\n- " + string.Join("\n- ", problems))
{
    public IReadOnlyList<string> Problems { get; } = problems;
}
