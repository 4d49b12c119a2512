namespace Oversight.Testkit;

/// <summary>A folder that is gone afterwards.</summary>
public sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("oversight-").FullName;

    public void Dispose()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (IOException)
        {
            // A process that is just ending still writes there; the system's own cleaning takes the rest.
        }
    }
}
