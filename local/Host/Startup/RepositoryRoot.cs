using Oversight.Local.Host.Machine;

namespace Oversight.Local.Host;

public static class RepositoryRoot
{
    private const string Mark = "oversight-functions.sln";

    public static string Find() =>
        Above(AppContext.BaseDirectory) ?? Above(Directory.GetCurrentDirectory())
        ?? throw new StartRefusedException($"Hittar inte förrådets rot (filen {Mark}). Starta med ./run.");

    private static string? Above(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, Mark)))
                return folder.FullName;
        }

        return null;
    }
}
