using System.Text.Json;

namespace Oversight.Local.Host.Http;

/// <summary>What host.json says, with the platform's defaults for what it does not say.</summary>
internal sealed record HostSettings(string RoutePrefix, int MaxConcurrentCalls, bool AutoCompleteMessages)
{
    public static HostSettings Read(string path)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(path));
        var http = Section(json.RootElement, "extensions", "http");
        var bus = Section(json.RootElement, "extensions", "serviceBus");
        return new(
            Value(http, "routePrefix")?.GetString() ?? "api",
            Value(bus, "maxConcurrentCalls")?.GetInt32() ?? 16,
            Value(bus, "autoCompleteMessages")?.GetBoolean() ?? true);
    }

    private static JsonElement? Section(JsonElement root, params string[] path)
    {
        JsonElement? at = root;
        foreach (var name in path)
            at = Value(at, name);
        return at;
    }

    private static JsonElement? Value(JsonElement? parent, string name) =>
        parent is { ValueKind: JsonValueKind.Object } section && section.TryGetProperty(name, out var value)
            ? value
            : null;
}
