using Oversight.Local.Host.Machine;

namespace Oversight.Local.Host.Emulator;

/// <summary>
/// Keeps the Azurite of a data folder going, always on the same ports: what was given its connection string keeps it. A
/// dead one is started again. On a full disk Azurite goes on acknowledging what it cannot write; there it is stopped,
/// with all it holds written, so that the application sees storage away and says so, and it is started again when there
/// is room.
/// </summary>
public sealed class AzuriteKeeper : IAsyncDisposable
{
    private const int MostFailures = 5;

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(500);

    /// <summary>
    /// Azurite says that the disk is full and the system that it is not: a quota, or no room for more files.
    /// </summary>
    private static readonly TimeSpan PauseWhenUnknown = TimeSpan.FromSeconds(30);

    private readonly AzuriteKeeperOptions _options;
    private readonly TimeProvider _clock;
    private readonly DiskSpace _disk;
    private readonly CancellationTokenSource _stop = new();
    private readonly TaskCompletionSource<string> _gaveUp = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Azurite? _azurite;
    private Task _watching = Task.CompletedTask;
    private ILogger _log = Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance;
    private bool _waitsForRoom;
    private int _failures;
    private DateTimeOffset _notBefore;

    private AzuriteKeeper(AzuriteKeeperOptions options, TimeProvider clock, DiskSpace disk, Azurite azurite)
    {
        (_options, _clock, _disk, _azurite) = (options, clock, disk, azurite);
        Endpoints = azurite.Endpoints;
    }

    public AzuriteEndpoints Endpoints { get; }

    /// <summary>Null: stopped for the time being.</summary>
    public int? Pid => _azurite?.Pid;

    /// <summary>
    /// Ends, with a message for people, when Azurite cannot be started any more: the host has no storage and should
    /// end.
    /// </summary>
    public Task<string> GaveUp => _gaveUp.Task;

    /// <param name="clock">Real time.</param>
    /// <exception cref="StartRefusedException">It did not start, or there is no room for it.</exception>
    public static async Task<AzuriteKeeper> StartAsync(
        AzuriteKeeperOptions options, TimeProvider clock, CancellationToken cancellation)
    {
        Directory.CreateDirectory(Path.Combine(options.DataFolder, "azurite"));
        var disk = new DiskSpace(options.DataFolder, options.LowSpace);
        // Given back first: after a sudden end the folder still holds it.
        disk.GiveReserve();
        if (disk.Free < disk.NeededAgain)
        {
            throw new StartRefusedException(
                $"Disken är nästan full: {Megabytes(disk.Free)} MB ledigt där {options.DataFolder} ligger. "
                + $"Det behövs {Megabytes(disk.NeededAgain)} MB.");
        }

        disk.TakeReserve();
        var azurite = await Azurite.StartAsync(options.Script, options.DataFolder, clock, cancellation);
        return new(options, clock, disk, azurite);
    }

    /// <summary>From now on it is looked after.</summary>
    public void Watch(ILogger<AzuriteKeeper> log)
    {
        _log = log;
        _watching = Task.Run(WatchAsync);
    }

    /// <summary>No longer looked after; data written, ports closed, process gone.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _watching.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _disk.GiveReserve();
        if (_azurite is not null)
            await _azurite.DisposeAsync();
        _azurite = null;
        _stop.Dispose();
    }

    private static long Megabytes(long bytes) => bytes / 1_000_000;

    private async Task WatchAsync()
    {
        using var timer = new PeriodicTimer(Interval, _clock);
        while (!GaveUp.IsCompleted && await timer.WaitForNextTickAsync(_stop.Token))
        {
            if (_clock.GetUtcNow() < _notBefore)
                continue;
            try
            {
                await LookAsync();
                _failures = 0;
            }
            catch (Exception failure) when (!_stop.IsCancellationRequested)
            {
                _failures++;
                _notBefore = _clock.GetUtcNow() + (FirstPause * Math.Pow(2, _failures - 1));
                _log.AzuriteDidNotStart(failure, _failures, MostFailures);
                if (_failures == MostFailures)
                    _gaveUp.TrySetResult(GivingUp());
            }
        }
    }

    private async Task LookAsync()
    {
        if (_waitsForRoom)
        {
            if (_disk.Free >= _disk.NeededAgain)
                await StartAgainAsync();
        }
        else if (_disk.IsLow || _azurite is not null && _azurite.SaysDiskFull())
        {
            await StopForRoomAsync();
        }
        else if (_azurite is null || !await _azurite.IsWellAsync(_stop.Token))
        {
            if (_azurite is not null)
                _log.AzuriteIsGone(_azurite.Pid);
            await StartAgainAsync();
        }
        else
        {
            _azurite.KeepLogShort();
        }
    }

    private async Task StopForRoomAsync()
    {
        _log.DiskIsFull(Megabytes(_disk.Free), _options.DataFolder, Megabytes(_disk.NeededAgain));
        _waitsForRoom = true;
        _notBefore = _clock.GetUtcNow() + (_disk.IsLow ? TimeSpan.Zero : PauseWhenUnknown);
        _disk.GiveReserve();
        await EndAsync();
    }

    private async Task StartAgainAsync()
    {
        // Whatever is left of the old one: two on the same files would destroy them.
        await EndAsync();
        _disk.TakeReserve();
        _azurite = await Azurite.StartAsync(_options.Script, _options.DataFolder, _clock, _stop.Token, Endpoints);
        _waitsForRoom = false;
        _log.AzuriteStartedAgain(_azurite.Pid);
    }

    private string GivingUp() =>
        $"Lagringen (Azurite) gick inte att starta igen på {MostFailures} försök, så värden avslutas. "
        + $"Orsaken står i azurite.log och host.log i {_options.DataFolder}. Det som är sparat ligger kvar: rätta till "
        + "felet och starta igen.";

    private async Task EndAsync()
    {
        if (_azurite is not null)
            await _azurite.DisposeAsync();
        _azurite = null;
    }
}
