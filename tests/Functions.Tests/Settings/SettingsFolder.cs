using System.Text.Json.Nodes;
using Oversight.Functions.Settings;

namespace Oversight.Functions.Tests.Settings;

/// <summary>A copy of settings/nacka in a folder of its own, to be broken by a test.</summary>
internal sealed class SettingsFolder : IDisposable
{
    public static string Nacka { get; } = System.IO.Path.Combine(AppContext.BaseDirectory, "settings", "nacka");

    public string Path { get; } = Directory.CreateTempSubdirectory("settings-").FullName;

    public static SettingsFolder CopyOfNacka()
    {
        var copy = new SettingsFolder();
        foreach (var file in Directory.EnumerateFiles(Nacka, "*.json", SearchOption.AllDirectories))
        {
            var target = System.IO.Path.Combine(copy.Path, System.IO.Path.GetRelativePath(Nacka, file));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        return copy;
    }

    public void Edit(string file, Action<JsonNode> edit)
    {
        var path = System.IO.Path.Combine(Path, file);
        var node = JsonNode.Parse(File.ReadAllText(path))!;
        edit(node);
        File.WriteAllText(path, node.ToJsonString());
    }

    public void Delete(string file) => File.Delete(System.IO.Path.Combine(Path, file));

    public void Write(string file, string text) => File.WriteAllText(System.IO.Path.Combine(Path, file), text);

    public SettingsInForce Read() => SettingsReader.Read(SettingsReader.ReadFolder(Path));

    public IReadOnlyList<string> Problems() => Should.Throw<SettingsException>(() => Read()).Problems;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
