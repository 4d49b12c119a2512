using System.Text.Json;
using Oversight.Local.Host.Messaging;

namespace Oversight.Local.Host;

/// <summary>Application settings as the platform would give them: those of this machine, and what follows from how it is run.</summary>
internal static class ApplicationSettings
{
    public static void AddApplicationSettings(this WebApplicationBuilder builder, LocalHostOptions options, string storage)
    {
        builder.Configuration.AddInMemoryCollection(FromFile(Path.Combine(options.Root, "local.settings.json")));
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["WEBSITE_AUTH_ENABLED"] = "true",
            ["AzureWebJobsStorage"] = storage,
            ["Oversight:Storage:ConnectionString"] = storage,
            ["Oversight:Settings"] = Path.Combine(options.Root, "settings", "nacka"),
            ["ServiceBus"] = LocalMessages.ConnectionString($"{Guid.NewGuid():N}.local"),
        });
        builder.Configuration.AddInMemoryCollection(options.Settings);
    }

    private static Dictionary<string, string?> FromFile(string path)
    {
        if (!File.Exists(path))
            return [];
        using var json = JsonDocument.Parse(File.ReadAllText(path));
        return json.RootElement.TryGetProperty("Values", out var values)
            ? values.EnumerateObject().ToDictionary(v => v.Name.Replace("__", ":", StringComparison.Ordinal), v => v.Value.GetString())
            : [];
    }
}
