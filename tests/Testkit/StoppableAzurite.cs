using Oversight.Local.Host.Emulator;

namespace Oversight.Testkit;

/// <summary>Storage that a test can take away and give back: same address, same data.</summary>
public sealed class StoppableAzurite : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private AzuriteEndpoints? _endpoints;
    private AzuriteProcess? _process;

    private StoppableAzurite()
    {
    }

    public string ConnectionString => _endpoints!.ConnectionString();

    public static async Task<StoppableAzurite> StartAsync()
    {
        var azurite = new StoppableAzurite();
        await azurite.ContinueAsync();
        return azurite;
    }

    public async Task StopAsync()
    {
        if (_process is not null)
            await _process.DisposeAsync();
        _process = null;
    }

    public async Task ContinueAsync()
    {
        _process ??= await AzuriteProcess.StartAsync(["--location", _folder.Path], at: _endpoints);
        _endpoints = _process.Endpoints;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _folder.Dispose();
    }
}
