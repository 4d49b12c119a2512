using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text.Json;
using Oversight.Local.Host.Machine;

namespace Oversight.Local.Host.Emulator;

/// <summary>
/// The storage emulator of one data folder. It runs in a session of its own, so that neither Ctrl+C nor the sudden end
/// of the host takes it along before it has written its data; the next host on the folder takes it over. The caller
/// holds the folder.
/// </summary>
public sealed class Azurite : IAsyncDisposable
{
    private const int RefusalsOfTheDead = 3;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan TimeToClose = TimeSpan.FromSeconds(8);

    /// <summary>
    /// Azurite saves its tables every five seconds; where it cannot be asked to close, that is what is waited for.
    /// </summary>
    private static readonly TimeSpan TimeToSave = TimeSpan.FromSeconds(6);

    /// <summary>Starts Azurite detached with its log as output, and tells its number.</summary>
    private const string Launcher =
        "const fs=require('fs');const out=fs.openSync(process.argv[1],'a');"
        + "const c=require('child_process').spawn(process.execPath,process.argv.slice(2),"
        + "{detached:true,stdio:['ignore',out,out]});"
        + "c.unref();console.log(c.pid);";

    private readonly ProcessIdentity _process;
    private readonly AzuriteLog _log;
    private readonly TimeProvider _clock;

    private int _refusals;

    private Azurite(ProcessIdentity process, AzuriteEndpoints endpoints, AzuriteLog log, TimeProvider clock)
    {
        (_process, Endpoints, _log, _clock) = (process, endpoints, log, clock);
    }

    public AzuriteEndpoints Endpoints { get; }

    public int Pid => _process.Pid;

    /// <param name="script">azurite.js.</param>
    /// <param name="at">Ports to listen on, as when it is started again; null: any free ones.</param>
    public static async Task<Azurite> StartAsync(
        string script, string dataFolder, TimeProvider clock, CancellationToken cancellation,
        AzuriteEndpoints? at = null)
    {
        var folder = Directory.CreateDirectory(Path.Combine(dataFolder, "azurite")).FullName;
        var record = Path.Combine(dataFolder, "azurite.json");
        var log = new AzuriteLog(Path.Combine(dataFolder, "azurite.log"));
        if (await AdoptAsync(record, log, clock, cancellation) is { } running)
            return running;

        if (!File.Exists(script))
            throw new StartRefusedException(
                $"Azurite saknas ({script}). Kör npm ci i förrådets rot, eller ./run utan --no-build.");

        log.Rotate();
        var process = await LaunchAsync(script, folder, log.Path, at);
        var endpoints = await ListeningAsync(process, log, clock, cancellation);
        AtomicFile.Write(record,
            JsonSerializer.Serialize(new Record(process, endpoints, clock.GetUtcNow()), JsonSerializerOptions.Web));
        return new(process, endpoints, log, clock);
    }

    /// <summary>
    /// Its process is there and takes calls. One call refused is not enough to be called dead; three in a row are.
    /// </summary>
    public async Task<bool> IsWellAsync(CancellationToken cancellation)
    {
        if (!_process.IsAlive())
            return false;
        _refusals = await AnswersAsync(Endpoints, cancellation) ? 0 : _refusals + 1;
        return _refusals < RefusalsOfTheDead;
    }

    /// <summary>Since it was last asked, Azurite has complained that the disk is full.</summary>
    public bool SaysDiskFull() => _log.SaysDiskFull();

    public void KeepLogShort() => _log.KeepShort();

    /// <summary>Data written, ports closed, process gone.</summary>
    public async ValueTask DisposeAsync()
    {
        _process.Terminate();
        var start = _clock.GetTimestamp();
        var patience = OperatingSystem.IsWindows() ? TimeToSave : TimeToClose;
        while (_process.IsAlive() && !_log.Closed() && _clock.GetElapsedTime(start) < patience)
            await Task.Delay(TimeSpan.FromMilliseconds(25), _clock);

        // Its data is on disk; it may linger for many seconds over connections that nobody uses.
        if (!await _process.EndedWithinAsync(TimeSpan.FromMilliseconds(300), _clock))
            _process.Kill();
        await _process.EndedWithinAsync(TimeSpan.FromSeconds(2), _clock);
    }

    private static async Task<Azurite?> AdoptAsync(
        string record, AzuriteLog log, TimeProvider clock, CancellationToken cancellation)
    {
        if (!File.Exists(record))
            return null;
        var stored = JsonSerializer.Deserialize<Record>(await File.ReadAllTextAsync(record, cancellation),
            JsonSerializerOptions.Web);
        if (stored is null || !stored.Process.IsAlive())
            return null;
        if (!await AnswersAsync(stored.Endpoints, cancellation))
        {
            // On its way out, or stuck: two on the same files would destroy them.
            await new Azurite(stored.Process, stored.Endpoints, log, clock).DisposeAsync();
            return null;
        }

        return new(stored.Process, stored.Endpoints, log, clock);
    }

    private static async Task<ProcessIdentity> LaunchAsync(
        string script, string folder, string log, AzuriteEndpoints? at)
    {
        var start = new ProcessStartInfo("node") { RedirectStandardOutput = true, UseShellExecute = false };
        string[] arguments =
        [
            "-e", Launcher, log, script,
            "--location", folder, "--silent", "--disableTelemetry", "--skipApiVersionCheck",
            "--blobHost", "127.0.0.1", "--tableHost", "127.0.0.1", "--queueHost", "127.0.0.1",
            "--blobPort", Port(at?.BlobPort), "--tablePort", Port(at?.TablePort), "--queuePort", Port(at?.QueuePort),
        ];
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        using var launcher = Process.Start(start) ?? throw new StartRefusedException("Node gick inte att starta.");
        // Not to be cut off: it is over at once, and a started Azurite whose number nobody knows would stay.
        var answer = await launcher.StandardOutput.ReadToEndAsync(CancellationToken.None);
        await launcher.WaitForExitAsync(CancellationToken.None);
        return int.TryParse(answer.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var pid)
            && ProcessIdentity.Of(pid) is { } process
            ? process
            : throw new StartRefusedException($"Azurite gick inte att starta. Se {log}.");
    }

    private static async Task<AzuriteEndpoints> ListeningAsync(
        ProcessIdentity process, AzuriteLog log, TimeProvider clock, CancellationToken cancellation)
    {
        var start = clock.GetTimestamp();
        while (process.IsAlive() && clock.GetElapsedTime(start) < Patience)
        {
            if (log.Listening() is { } endpoints)
                return endpoints;
            if (cancellation.IsCancellationRequested)
                break;
            await Task.Delay(TimeSpan.FromMilliseconds(25), clock, CancellationToken.None);
        }

        process.Kill();
        cancellation.ThrowIfCancellationRequested();
        throw new StartRefusedException(
            $"Azurite kom inte i gång. Loggen ({log.Path}) slutar:{Environment.NewLine}{log.Tail()}");
    }

    private static string Port(int? port) => (port ?? 0).ToString(CultureInfo.InvariantCulture);

    private static async Task<bool> AnswersAsync(AzuriteEndpoints at, CancellationToken cancellation) =>
        await AnswersAsync(at.BlobPort, cancellation) && await AnswersAsync(at.TablePort, cancellation)
        && await AnswersAsync(at.QueuePort, cancellation);

    private static async Task<bool> AnswersAsync(int port, CancellationToken cancellation)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync("127.0.0.1", port, cancellation);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private sealed record Record(ProcessIdentity Process, AzuriteEndpoints Endpoints, DateTimeOffset Started);
}
