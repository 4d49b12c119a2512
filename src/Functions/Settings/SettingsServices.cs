using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Oversight.Functions.Settings;

public static class SettingsServices
{
    private const string DefaultFolder = "settings/nacka";

    /// <summary>
    /// Reads and checks the settings at once: an application with settings that contradict themselves does not start.
    /// </summary>
    public static IServiceCollection AddSettings(this IServiceCollection services, IConfiguration configuration)
    {
        var bundle = SettingsReader.ReadFolder(Folder(configuration));
        SettingsReader.Read(bundle);
        return services.AddSingleton(bundle).AddSingleton<SettingsProvider>();
    }

    private static string Folder(IConfiguration configuration)
    {
        var folder = configuration["Oversight:Settings"] is { Length: > 0 } given ? given : DefaultFolder;
        string?[] roots = [configuration["contentRoot"], AppContext.BaseDirectory, Directory.GetCurrentDirectory()];
        return roots.OfType<string>().Select(root => Path.Combine(root, folder))
            .FirstOrDefault(Directory.Exists) ?? folder;
    }
}
