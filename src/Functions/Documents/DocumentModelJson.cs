using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Oversight.Documents;
using Oversight.Functions.Storage;

namespace Oversight.Functions.Documents;

/// <summary>A document's model as it is kept beside its files. The names of the blocks are contracts: stored documents have them.</summary>
public static class DocumentModelJson
{
    public const string ContentType = "application/json";

    private static readonly JsonSerializerOptions Options = new(StoredJson.Options)
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver().WithAddedModifier(NameBlocks),
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
}
