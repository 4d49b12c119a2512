using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Oversight.Documents;
using Oversight.Functions.Storage;

namespace Oversight.Functions.Documents;

/// <summary>
/// A document's model as it is kept beside its files. The names of the blocks are contracts: stored documents have
/// them.
/// </summary>
public static class DocumentModelJson
{
    public const string ContentType = "application/json";

    private static readonly JsonSerializerOptions Options = new(StoredJson.Options)
    {
        TypeInfoResolver = StoredJson.Options.TypeInfoResolver!.WithAddedModifier(NameBlocks),
        Converters = { new AttachmentConverter() },
    };

    public static byte[] Write(Document document) => JsonSerializer.SerializeToUtf8Bytes(document, Options);

    public static Document Read(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize<Document>(json, Options) ?? throw new JsonException("A stored document is null.");

    private static void NameBlocks(JsonTypeInfo type)
    {
        if (type.Type != typeof(Block))
            return;
        type.PolymorphismOptions = new JsonPolymorphismOptions { TypeDiscriminatorPropertyName = "kind" };
        type.PolymorphismOptions.DerivedTypes.Add(new(typeof(Block.Heading), "heading"));
        type.PolymorphismOptions.DerivedTypes.Add(new(typeof(Block.Paragraph), "paragraph"));
        type.PolymorphismOptions.DerivedTypes.Add(new(typeof(Block.Bullets), "bullets"));
        type.PolymorphismOptions.DerivedTypes.Add(new(typeof(Block.DecisionPoints), "decisionPoints"));
        type.PolymorphismOptions.DerivedTypes.Add(new(typeof(Block.Table), "table"));
        type.PolymorphismOptions.DerivedTypes.Add(new(typeof(Block.BarChart), "barChart"));
        type.PolymorphismOptions.DerivedTypes.Add(new(typeof(Block.Matrix), "matrix"));
    }

    /// <summary>Attachments were texts before they had dates.</summary>
    private sealed class AttachmentConverter : JsonConverter<DocumentAttachment>
    {
        public override DocumentAttachment Read(
            ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String
                ? new DocumentAttachment(reader.GetString()!)
                : JsonSerializer.Deserialize<Stored>(ref reader, options) is { } stored
                    ? new DocumentAttachment(stored.Title, stored.Date)
                    : throw new JsonException("A stored attachment is null.");

        public override void Write(Utf8JsonWriter writer, DocumentAttachment value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, new Stored(value.Title, value.Date), options);

        private sealed record Stored(string Title, DateOnly? Date);
    }
}
