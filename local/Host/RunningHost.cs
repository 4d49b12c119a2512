using Oversight.Local.Host.Clock;
using Oversight.Local.Host.Emulator;

namespace Oversight.Local.Host;

/// <summary>A host that answers.</summary>
public sealed class RunningHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly DataFolder _folder;
    private readonly AzuriteKeeper? _azurite;
    private bool _stopped;

    internal RunningHost(WebApplication app, Uri address, DomainClock clock, DataFolder folder, AzuriteKeeper? azurite, string storage)
    {
        (_app, Address, Clock, _folder, _azurite, StorageConnectionString) = (app, address, clock, folder, azurite, storage);
        StorageLost = azurite?.GaveUp ?? new TaskCompletionSource<string>().Task;
    }

    public Uri Address { get; }

    public DomainClock Clock { get; }

    public string StorageConnectionString { get; }

    public IServiceProvider Services => _app.Services;

    /// <summary>The number of the Azurite that the host started or took over; null: somebody else's.</summary>
    public int? AzuritePid => _azurite?.Pid;

    public bool AdoptedAzurite => _azurite is { Adopted: true };

    /// <summary>Ends, with a message for people, when the host's own storage cannot be started any more; the host should end.</summary>
    public Task<string> StorageLost { get; }

    /// <summary>No longer answering at once; requests under way finish; storage written; folder let go.</summary>
    public async Task StopAsync()
    {
        if (_stopped)
            return;
        _stopped = true;
        var log = _app.Services.GetRequiredService<ILogger<RunningHost>>();
        try
        {
            await _app.StopAsync();
            await _app.DisposeAsync();
        }
        catch (Exception unfinished)
        {
            // What runs when the time to finish is over is cut off, as on the platform; storage must be closed all the same.
            log.CutOff(unfinished);
        }
        finally
        {
            Clock.Save();
            if (_azurite is not null)
                await _azurite.DisposeAsync();
            _folder.Dispose();
        }
    }

    public async ValueTask DisposeAsync() => await StopAsync();
}
