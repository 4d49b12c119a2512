using System.Text.Json;

namespace Oversight.Local.Host;

/// <summary>
/// Application settings as the platform would give them: those of this machine, and what follows from how it is run.
/// </summary>
internal static class ApplicationSettings
{
    public static IReadOnlyDictionary<string, string> Read(LocalHostOptions options, string storage, string serviceBus)
    {
        var settings = FromFile(Path.Combine(options.Root, "local.settings.json"));
        settings["WEBSITE_AUTH_ENABLED"] = "true";
        settings["AzureWebJobsStorage"] = storage;
        settings["Oversight:Storage:ConnectionString"] = storage;
        settings["Oversight:Settings"] = Path.Combine(options.Root, "settings", "nacka");
        settings["Oversight:Storage:TableSet"] = options.TableSet;
        settings["ServiceBus"] = serviceBus;
        settings.TryAdd("Oversight:PublicAddress", $"http://localhost:{options.Port}");
        foreach (var (name, value) in options.Settings)
            settings[name] = value ?? "";
        return settings;
    }

    private static Dictionary<string, string> FromFile(string path)
    {
        if (!File.Exists(path))
            return new(StringComparer.OrdinalIgnoreCase);
        using var json = JsonDocument.Parse(File.ReadAllText(path));
        return json.RootElement.TryGetProperty("Values", out var values)
            ? values.EnumerateObject().ToDictionary(
                value => value.Name.Replace("__", ":", StringComparison.Ordinal),
                value => value.Value.GetString() ?? "", StringComparer.OrdinalIgnoreCase)
            : new(StringComparer.OrdinalIgnoreCase);
    }
}
