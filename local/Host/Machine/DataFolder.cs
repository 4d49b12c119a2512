using System.Text.Json;

namespace Oversight.Local.Host.Machine;

/// <summary>
/// The folder where one host keeps everything, held by a lock that the system lets go of when the process ends, however
/// it ends.
/// </summary>
public sealed class DataFolder : IDisposable
{
    private readonly FileStream _lock;

    private DataFolder(string path, FileStream held) => (Path, _lock) = (path, held);

    public string Path { get; }

    public string File(string name) => System.IO.Path.Combine(Path, name);

    /// <exception cref="StartRefusedException">Another host holds the folder.</exception>
    public static DataFolder Take(string path)
    {
        var full = Directory.CreateDirectory(path).FullName;
        var holder = System.IO.Path.Combine(full, "host.pid.json");
        try
        {
            var held = new FileStream(System.IO.Path.Combine(full, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite,
                FileShare.None);
            AtomicFile.Write(holder, JsonSerializer.Serialize(new { pid = Environment.ProcessId }));
            return new(full, held);
        }
        catch (IOException taken)
        {
            throw new StartRefusedException(
                $"Mappen {full} används redan av en annan värd{Who(holder)}. Stoppa den först, eller välj en annan "
                    + "mapp med --data.", taken);
        }
    }

    public void Dispose()
    {
        System.IO.File.Delete(File("host.pid.json"));
        _lock.Dispose();
    }

    private static string Who(string holder)
    {
        try
        {
            using var json = JsonDocument.Parse(System.IO.File.ReadAllText(holder));
            return $" (process {json.RootElement.GetProperty("pid").GetInt32()})";
        }
        catch (Exception unreadable) when (unreadable is IOException or JsonException or KeyNotFoundException)
        {
            return "";
        }
    }
}
