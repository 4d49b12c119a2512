using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text.Json;

namespace Oversight.Local.Host.Emulator;

/// <summary>
/// The storage emulator of one data folder. It runs in a session of its own, so that neither Ctrl+C nor the sudden end of the
/// host takes it along before it has written its data; the next host on the folder takes it over. The caller holds the folder.
/// </summary>
public sealed class Azurite : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan TimeToClose = TimeSpan.FromSeconds(8);

    /// <summary>Azurite saves its tables every five seconds; where it cannot be asked to close, that is what is waited for.</summary>
    private static readonly TimeSpan TimeToSave = TimeSpan.FromSeconds(6);

    /// <summary>Starts Azurite detached with its log as output, and tells its number.</summary>
    private const string Launcher =
        "const fs=require('fs');const out=fs.openSync(process.argv[1],'w');"
        + "const c=require('child_process').spawn(process.execPath,process.argv.slice(2),{detached:true,stdio:['ignore',out,out]});"
        + "c.unref();console.log(c.pid);";

    private readonly ProcessIdentity _process;
    private readonly AzuriteLog _log;
    private readonly TimeProvider _clock;

    private Azurite(ProcessIdentity process, AzuriteEndpoints endpoints, AzuriteLog log, TimeProvider clock, bool adopted)
    {
        (_process, Endpoints, _log, _clock, Adopted) = (process, endpoints, log, clock, adopted);
    }

    public AzuriteEndpoints Endpoints { get; }

    /// <summary>It was already running: an earlier host on the folder ended without stopping it.</summary>
    public bool Adopted { get; }

    public int Pid => _process.Pid;

    /// <param name="script">azurite.js.</param>
    public static async Task<Azurite> StartAsync(string script, string dataFolder, TimeProvider clock, CancellationToken cancellation)
    {
        var folder = Directory.CreateDirectory(Path.Combine(dataFolder, "azurite")).FullName;
        var record = Path.Combine(dataFolder, "azurite.json");
        var log = new AzuriteLog(Path.Combine(dataFolder, "azurite.log"));
        if (await AdoptAsync(record, log, clock, cancellation) is { } running)
            return running;

        if (!File.Exists(script))
            throw new StartRefusedException($"Azurite saknas ({script}). Kör npm ci i förrådets rot, eller ./run utan --no-build.");

        File.Delete(log.Path);
        var process = await LaunchAsync(script, folder, log.Path, cancellation);
        var endpoints = await ListeningAsync(process, log, clock, cancellation);
        AtomicFile.Write(record, JsonSerializer.Serialize(new Record(process, endpoints, clock.GetUtcNow()), JsonSerializerOptions.Web));
        return new(process, endpoints, log, clock, adopted: false);
    }

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

    private static async Task<Azurite?> AdoptAsync(string record, AzuriteLog log, TimeProvider clock, CancellationToken cancellation)
    {
        if (!File.Exists(record))
            return null;
        var stored = JsonSerializer.Deserialize<Record>(await File.ReadAllTextAsync(record, cancellation), JsonSerializerOptions.Web);
        if (stored is null || !stored.Process.IsAlive())
            return null;
        if (!await AnswersAsync(stored.Endpoints.BlobPort, cancellation) || !await AnswersAsync(stored.Endpoints.TablePort, cancellation))
        {
            // On its way out, or stuck: two on the same files would destroy them.
            await new Azurite(stored.Process, stored.Endpoints, log, clock, adopted: true).DisposeAsync();
            return null;
        }

        return new(stored.Process, stored.Endpoints, log, clock, adopted: true);
    }

    private static async Task<ProcessIdentity> LaunchAsync(string script, string folder, string log, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo("node") { RedirectStandardOutput = true, UseShellExecute = false };
        string[] arguments =
        [
            "-e", Launcher, log, script,
            "--location", folder, "--silent", "--disableTelemetry", "--skipApiVersionCheck",
            "--blobHost", "127.0.0.1", "--tableHost", "127.0.0.1", "--queueHost", "127.0.0.1",
            "--blobPort", "0", "--tablePort", "0", "--queuePort", "0",
        ];
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        using var launcher = Process.Start(start) ?? throw new StartRefusedException("Node gick inte att starta.");
        var answer = await launcher.StandardOutput.ReadToEndAsync(cancellation);
        await launcher.WaitForExitAsync(cancellation);
        return int.TryParse(answer.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var pid) && ProcessIdentity.Of(pid) is { } process
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
        throw new StartRefusedException($"Azurite kom inte i gång. Loggen ({log.Path}) slutar:{Environment.NewLine}{log.Tail()}");
    }

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
