using System.Text.Json;
using Oversight.Local.Host.Emulator;
using Oversight.Local.Host.Machine;

namespace Oversight.Loop.Tests;

/// <summary>A data folder that goes, with its Azurite, when the test is over.</summary>
public sealed class LoopFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("oversight-loop-").FullName;

    public void Dispose()
    {
        var record = System.IO.Path.Combine(Path, "azurite.json");
        if (File.Exists(record))
        {
            using var json = JsonDocument.Parse(File.ReadAllText(record));
            json.RootElement.GetProperty("process").Deserialize<ProcessIdentity>(JsonSerializerOptions.Web)?.Kill();
        }

        Directory.Delete(Path, recursive: true);
    }
}

/// <summary>One host for the tests of a class.</summary>
public sealed class LoopFixture : IAsyncLifetime
{
    private readonly LoopFolder _folder = new();
    private LoopHost? _host;

    public LoopHost Host => _host ?? throw new InvalidOperationException("Not started.");

    public async ValueTask InitializeAsync() => _host = await LoopHost.StartAsync(_folder.Path);

    public async ValueTask DisposeAsync()
    {
        if (_host is not null)
            await _host.DisposeAsync();
        _folder.Dispose();
    }
}
