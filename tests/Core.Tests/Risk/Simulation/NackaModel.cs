using System.Text.Json;
using System.Text.Json.Serialization;
using Oversight.Settings;

namespace Oversight.Core.Tests.RiskAnalyses.Simulation;

/// <summary>The product's own weights, as they stand in <c>settings/nacka</c>.</summary>
internal static class NackaModel
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new CodeConverter() },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    public static RiskModel Newest { get; } =
        JsonSerializer.Deserialize<List<RiskModel>>(File.ReadAllText(Find()), Options)!
            .OrderBy(model => model.ValidFrom).Last();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var file = Path.Combine(folder.FullName, "settings", "nacka", "risk-models.json");
            if (File.Exists(file))
                return file;
        }

        throw new FileNotFoundException("settings/nacka/risk-models.json is above no folder of the tests.");
    }

    private sealed class CodeConverter : JsonConverter<CodeId>
    {
        public override CodeId Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
            new(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, CodeId value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.Value);
    }
}
