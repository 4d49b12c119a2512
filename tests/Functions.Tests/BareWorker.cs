using System.Diagnostics;
using System.Globalization;
using Oversight.Local.Host.Worker;

namespace Oversight.Functions.Tests;

/// <summary>
/// The built program as the Functions host starts it: no hook of the local host, and no variables but those it is
/// given.
/// </summary>
internal sealed class BareWorker(string program, Func<WorkerLaunch, IReadOnlyDictionary<string, string>> environment)
    : IWorkerLauncher
{
    private static readonly string[] Kept = ["PATH", "HOME", "DOTNET_ROOT", "TMPDIR", "TEMP", "SystemRoot"];

    public string Folder => Path.GetDirectoryName(program)!;

    public Task<ILaunchedWorker> LaunchAsync(WorkerLaunch launch, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(
            "dotnet",
            [
                "exec", program,
                "--functions-uri", launch.Endpoint.ToString(),
                "--functions-request-id", Guid.NewGuid().ToString(),
                "--functions-worker-id", launch.WorkerId,
                "--functions-grpc-max-message-length", int.MaxValue.ToString(CultureInfo.InvariantCulture),
            ])
        {
            WorkingDirectory = Folder,
        };
        foreach (var name in start.Environment.Keys.Except(Kept).ToList())
            start.Environment.Remove(name);
        foreach (var (name, value) in environment(launch))
            start.Environment[name] = value;
        start.Environment["FUNCTIONS_APPLICATION_DIRECTORY"] = Folder;
        start.Environment["FUNCTIONS_WORKER_DIRECTORY"] = Folder;
        return Task.FromResult<ILaunchedWorker>(new Launched(Process.Start(start)!));
    }

    private sealed class Launched(Process process) : ILaunchedWorker
    {
        public int? Pid => process.Id;

        public Task<string> Ended { get; } = EndAsync(process);

        public async ValueTask DisposeAsync()
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
            await Ended;
            process.Dispose();
        }

        private static async Task<string> EndAsync(Process process)
        {
            await process.WaitForExitAsync();
            return $"Slutkod {process.ExitCode}.";
        }
    }
}
