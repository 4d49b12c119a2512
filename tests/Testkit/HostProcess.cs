using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using Oversight.Local.Host;
using Oversight.Local.Host.Emulator;
using Oversight.Local.Host.Machine;

namespace Oversight.Testkit;

/// <summary>
/// The built host as a process of its own, for what cannot be shown from inside: sudden ends, signals, two at once.
/// </summary>
public sealed class HostProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly string _dataFolder;
    private readonly ConcurrentQueue<string> _output = new();
    private readonly TaskCompletionSource<Uri?> _answers = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private HostProcess(Process process, string dataFolder)
    {
        (_process, _dataFolder) = (process, dataFolder);
        process.OutputDataReceived += (_, line) => Read(line.Data);
        process.ErrorDataReceived += (_, line) => Read(line.Data);
        process.EnableRaisingEvents = true;
        process.Exited += (_, _) => _answers.TrySetResult(null);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public Uri Address => _answers.Task is { IsCompletedSuccessfully: true, Result: { } address }
        ? address
        : throw new InvalidOperationException($"Värden svarar inte:\n{Output}");

    public string Output => string.Join('\n', _output);

    public int Pid => _process.Id;

    public bool HasExited => _process.HasExited;

    /// <summary>Null: no Azurite of this folder is alive.</summary>
    public ProcessIdentity? Azurite => AzuriteOf(_dataFolder);

    /// <summary>Null: no worker of this host is alive.</summary>
    public ProcessIdentity? Worker => WorkerOf(_dataFolder);

    /// <summary>Starts without demonstration data and waits until it answers.</summary>
    /// <exception cref="InvalidOperationException">It ended instead; the message holds what it said.</exception>
    public static Task<HostProcess> StartAsync(string dataFolder, params string[] arguments) =>
        AnsweringAsync(
            Launch(dataFolder, ["dotnet", "exec", typeof(LocalHost).Assembly.Location], ["--empty", .. arguments]));

    /// <summary>As a person starts it, from what is already built.</summary>
    public static Task<HostProcess> StartScriptAsync(string dataFolder, params string[] arguments) =>
        AnsweringAsync(Launch(dataFolder, [Path.Combine(RepositoryRoot.Find(), "run"), "--no-build"], arguments));

    /// <summary>A start that is expected to be refused: exit code and what it said.</summary>
    public static Task<(int ExitCode, string Output)> RefusedAsync(string dataFolder, params string[] arguments) =>
        RefusedAsync(dataFolder, null, arguments);

    /// <param name="variable">An environment variable to start with.</param>
    public static async Task<(int ExitCode, string Output)> RefusedAsync(
        string dataFolder, (string Name, string Value)? variable, params string[] arguments)
    {
        // Not disposed: the folder and its Azurite may be another host's.
        var host = Launch(dataFolder, ["dotnet", "exec", typeof(LocalHost).Assembly.Location], arguments, variable);
        await host._process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(60));
        return (host._process.ExitCode, host.Output);
    }

    public HttpClient Client()
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = true })
        { BaseAddress = Address };
        client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        return client;
    }

    /// <summary>kill -9: nothing is written, nothing is closed. Azurite lives on.</summary>
    public async Task KillAsync()
    {
        _process.Kill(entireProcessTree: false);
        await _process.WaitForExitAsync();
    }

    /// <summary>SIGTERM, as a person or a system stops it.</summary>
    public void Terminate() => ProcessIdentity.Of(_process.Id)?.Terminate();

    public async Task<int> ExitCodeAsync(TimeSpan within)
    {
        await _process.WaitForExitAsync().WaitAsync(within);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            Terminate();
            try
            {
                await ExitCodeAsync(TimeSpan.FromSeconds(25));
            }
            catch (TimeoutException)
            {
                await KillAsync();
            }
        }

        AzuriteOf(_dataFolder)?.Kill();
        _process.Dispose();
    }

    private static async Task<HostProcess> AnsweringAsync(HostProcess host)
    {
        if (await host._answers.Task.WaitAsync(TimeSpan.FromSeconds(60)) is not null)
            return host;
        var output = host.Output;
        await host.DisposeAsync();
        throw new InvalidOperationException($"Värden startade inte:\n{output}");
    }

    private static HostProcess Launch(
        string dataFolder, string[] command, string[] arguments, (string Name, string Value)? variable = null)
    {
        var start = new ProcessStartInfo(command[0]) { RedirectStandardOutput = true, RedirectStandardError = true };
        string[] port = arguments.Contains("--port") ? [] : ["--port", "0"];
        foreach (var argument in (string[])[.. command[1..], "--data", dataFolder, .. port, .. arguments])
            start.ArgumentList.Add(argument);
        if (variable is var (name, value))
            start.Environment[name] = value;
        return new(Process.Start(start) ?? throw new InvalidOperationException($"{command[0]} gick inte att starta."),
            dataFolder);
    }

    private static ProcessIdentity? WorkerOf(string dataFolder)
    {
        var record = Path.Combine(dataFolder, "worker.json");
        return File.Exists(record)
            && JsonSerializer.Deserialize<ProcessIdentity>(File.ReadAllText(record)) is { } worker && worker.IsAlive()
            ? worker
            : null;
    }

    private static ProcessIdentity? AzuriteOf(string dataFolder)
    {
        var record = Path.Combine(dataFolder, "azurite.json");
        if (!File.Exists(record))
            return null;
        using var json = JsonDocument.Parse(File.ReadAllText(record));
        var process = json.RootElement.GetProperty("process").Deserialize<ProcessIdentity>(JsonSerializerOptions.Web);
        return process is not null && process.IsAlive() ? process : null;
    }

    private void Read(string? line)
    {
        if (line is null)
            return;
        _output.Enqueue(line);
        const string answers = "Lyssnar på ";
        if (line.StartsWith(answers, StringComparison.Ordinal))
            _answers.TrySetResult(new Uri(line[answers.Length..]));
    }
}
