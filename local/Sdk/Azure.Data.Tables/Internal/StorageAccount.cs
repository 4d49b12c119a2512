namespace Azure.Data.Tables.Internal;

/// <summary>Name, key and table endpoint out of a connection string.</summary>
internal sealed record StorageAccount(string Name, string Key, Uri TableEndpoint)
{
    private const string DevelopmentName = "devstoreaccount1";
    private const string DevelopmentKey =
        "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    internal static StorageAccount Parse(string connectionString)
    {
        var settings = connectionString
            .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(pair => pair.Split('=', 2))
            .ToDictionary(
                pair => pair.Length == 2 ? pair[0] : throw new FormatException("Settings must be of the form \"name=value\"."),
                pair => pair[1],
                StringComparer.OrdinalIgnoreCase);
        if (settings.TryGetValue("UseDevelopmentStorage", out var development) && bool.TryParse(development, out var use) && use)
        {
            var proxy = settings.GetValueOrDefault("DevelopmentStorageProxyUri", "http://127.0.0.1");
            return new(DevelopmentName, DevelopmentKey, new Uri($"{proxy.TrimEnd('/')}:10002/{DevelopmentName}"));
        }

        if (!settings.TryGetValue("AccountName", out var name) || !settings.TryGetValue("AccountKey", out var key))
            throw new InvalidOperationException("No valid combination of account information found.");
        return new(name, key, EndpointOf(settings, name));
    }

    private static Uri EndpointOf(Dictionary<string, string> settings, string name)
    {
        if (settings.TryGetValue("TableEndpoint", out var endpoint))
            return new Uri(endpoint);
        var protocol = settings.GetValueOrDefault("DefaultEndpointsProtocol", "https");
        var suffix = settings.GetValueOrDefault("EndpointSuffix", "core.windows.net");
        return new Uri($"{protocol}://{name}.table.{suffix}");
    }
}
