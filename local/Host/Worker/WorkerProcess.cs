using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Oversight.Local.Host.Machine;

namespace Oversight.Local.Host.Worker;

/// <summary>
/// Starts the built application as Azure does, as a process of its own. The hook assembly goes along: it gives the
/// application the domain clock and ends the process when this one is gone, however it went.
/// </summary>
internal sealed class WorkerProcessLauncher(HostedApplication application, DataFolder data, TimeProvider clock)
    : IWorkerLauncher
{
    private const string HookName = "Oversight.Local.WorkerHook";

    public string Folder => Path.GetDirectoryName(application.Assembly)!;

    private string Record => data.File("worker.json");

    public Task<ILaunchedWorker> LaunchAsync(WorkerLaunch launch, CancellationToken cancellation)
    {
        EndForgotten();
        var start = new ProcessStartInfo(Environment.ProcessPath is { } dotnet && IsDotnet(dotnet) ? dotnet : "dotnet")
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        string[] arguments =
        [
            "exec", application.Assembly,
            "--functions-uri", launch.Endpoint.ToString(),
            "--functions-request-id", Guid.NewGuid().ToString(),
            "--functions-worker-id", launch.WorkerId,
            "--functions-grpc-max-message-length", int.MaxValue.ToString(CultureInfo.InvariantCulture),
        ];
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        Prepare(start.Environment, launch.Settings, launch.ClockFile);
        start.Environment["FUNCTIONS_APPLICATION_DIRECTORY"] = Folder;
        start.Environment["FUNCTIONS_WORKER_DIRECTORY"] = Folder;
        var process = Process.Start(start) ?? throw new StartRefusedException("dotnet gick inte att starta.");
        if (ProcessIdentity.Of(process.Id) is { } identity)
            AtomicFile.Write(Record, JsonSerializer.Serialize(identity));
        return Task.FromResult<ILaunchedWorker>(new Launched(process, clock));
    }

    /// <summary>The environment of every process that runs the application's code on this machine.</summary>
    internal void Prepare(
        IDictionary<string, string?> environment, IReadOnlyDictionary<string, string> settings, string clockFile)
    {
        foreach (var (name, value) in settings)
            environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        environment["FUNCTIONS_WORKER_RUNTIME"] = "dotnet-isolated";
        environment["DOTNET_STARTUP_HOOKS"] = application.Hook;
        environment["ASPNETCORE_HOSTINGSTARTUPASSEMBLIES"] = HookName;
        environment["OVERSIGHT_LOCAL_CLOCK"] = clockFile;
        // Half a dozen of these run side by side on a laptop.
        environment["DOTNET_gcServer"] = "0";
        environment.Remove("ASPNETCORE_URLS");
        environment.Remove("DOTNET_URLS");
    }

    private static bool IsDotnet(string path) =>
        string.Equals(Path.GetFileNameWithoutExtension(path), "dotnet", StringComparison.OrdinalIgnoreCase);

    /// <summary>A worker whose host was killed ends by itself; this is for one that could not.</summary>
    private void EndForgotten()
    {
        if (File.Exists(Record)
            && JsonSerializer.Deserialize<ProcessIdentity>(File.ReadAllText(Record)) is { } forgotten)
            forgotten.Kill();
    }

    private sealed class Launched : ILaunchedWorker
    {
        private const int LinesKept = 40;
        private readonly Process _process;
        private readonly TimeProvider _clock;
        private readonly ConcurrentQueue<string> _said = new();
        private readonly TaskCompletionSource<string> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Launched(Process process, TimeProvider clock)
        {
            (_process, _clock, Pid) = (process, clock, process.Id);
            process.OutputDataReceived += (_, line) => Hear(line.Data);
            process.ErrorDataReceived += (_, line) => Hear(line.Data);
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            _ = EndAsync();
        }

        public int? Pid { get; }

        public Task<string> Ended => _ended.Task;

        public async ValueTask DisposeAsync()
        {
            if (!_ended.Task.IsCompleted)
            {
                _process.Kill(entireProcessTree: true);
                await ((Task)_ended.Task).WaitAsync(TimeSpan.FromSeconds(5), _clock)
                    .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }

            _process.Dispose();
        }

        private async Task EndAsync()
        {
            await _process.WaitForExitAsync();
            _ended.TrySetResult(
                $"{string.Join(Environment.NewLine, _said)}{Environment.NewLine}(slutkod {_process.ExitCode})");
        }

        private void Hear(string? line)
        {
            if (line is null)
                return;
            _said.Enqueue(line);
            while (_said.Count > LinesKept)
                _said.TryDequeue(out _);
        }
    }
}
