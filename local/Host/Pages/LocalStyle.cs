using Microsoft.AspNetCore.StaticFiles;

namespace Oversight.Local.Host.Pages;

/// <summary>
/// The style of the host's own pages: the same files that the application embeds, read where they lie.
/// </summary>
internal sealed class LocalStyle(string root) : ILocalEndpoints
{
    private const string Address = "/.local/style/";

    private readonly Dictionary<string, string> _files = new(StringComparer.Ordinal)
    {
        ["theme.css"] = Path.Combine(root, "node_modules/@digdir/designsystemet-theme/src/themes/designsystemet.css"),
        ["designsystem.css"] = Path.Combine(root, "node_modules/@digdir/designsystemet-css/dist/src/index.css"),
        ["oversight.css"] = Path.Combine(root, "src/Functions/Web/Assets/oversight.css"),
        ["favicon.svg"] = Path.Combine(root, "src/Functions/Web/Assets/favicon.svg"),
    };

    public static string Links { get; } =
        $"""<link rel="icon" type="image/svg+xml" href="{Address}favicon.svg">"""
        + string.Concat(((string[])["theme.css", "designsystem.css", "oversight.css"])
            .Select(sheet => $"""<link rel="stylesheet" href="{Address}{sheet}">"""));

    public void Map(IEndpointRouteBuilder routes)
    {
        var types = new FileExtensionContentTypeProvider();
        routes.MapGet(Address + "{name}", (string name) => _files.TryGetValue(name, out var file) && File.Exists(file)
            ? Results.File(file, types.Mappings[Path.GetExtension(name)])
            : Results.NotFound()).Open();
    }
}
