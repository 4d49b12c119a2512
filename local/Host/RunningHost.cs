using Oversight.Local.Host.Clock;
using Oversight.Local.Host.Emulator;

namespace Oversight.Local.Host;

/// <summary>A host that answers.</summary>
public sealed class RunningHost : IAsyncDisposable
{
    private readonly AzuriteKeeper? _azurite;
    private readonly HostParts _parts;
    private bool _stopped;

    internal RunningHost(
        HostFront front, DomainClock clock, AzuriteKeeper? azurite, string storage, ILoggerFactory logs,
        HostParts parts)
    {
        (Clock, _azurite, StorageConnectionString, _parts) = (clock, azurite, storage, parts);
        (Address, Log) = (front.Address, logs.CreateLogger<RunningHost>());
        StorageLost = azurite?.GaveUp ?? new TaskCompletionSource<string>().Task;
    }

    public Uri Address { get; }

    internal ILogger Log { get; }

    public DomainClock Clock { get; }

    public string StorageConnectionString { get; }

    /// <summary>The number of the Azurite that the host started or took over; null: somebody else's.</summary>
    public int? AzuritePid => _azurite?.Pid;

    /// <summary>
    /// Ends, with a message for people, when the host's own storage cannot be started any more; the host should end.
    /// </summary>
    public Task<string> StorageLost { get; }

    /// <summary>
    /// No longer answering at once; requests under way finish; the worker ends; storage written; folder let go.
    /// </summary>
    public async Task StopAsync()
    {
        if (_stopped)
            return;
        _stopped = true;
        Clock.Save();
        await _parts.DisposeAsync();
    }

    public async ValueTask DisposeAsync() => await StopAsync();
}
