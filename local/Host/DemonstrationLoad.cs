using System.Diagnostics;
using Oversight.Local.Host.Clock;
using Oversight.Local.Host.Machine;
using Oversight.Local.Host.Worker;

namespace Oversight.Local.Host;

/// <summary>
/// Once per folder; a load that was cut off is done again, and a folder that was started empty stays without.
/// </summary>
internal static class DemonstrationLoad
{
    public static async Task OnceAsync(
        LocalHostOptions options,
        HostedApplication application,
        WorkerProcessLauncher processes,
        IReadOnlyDictionary<string, string> settings,
        DataFolder folder,
        DomainClock clock,
        CancellationToken cancellation)
    {
        var mark = folder.File("demonstration");
        if (File.Exists(mark))
            return;
        var progress = options.Progress ?? new Progress<string>();
        if (!options.Empty)
        {
            if (options.Demonstration is { } load)
                await load(progress, cancellation);
            else if (application.Demonstration is { } program)
                await RunAsync(program, environment => processes.Prepare(environment, settings, clock.SharedFile),
                    progress, cancellation);
            else
                return;
        }

        AtomicFile.Write(mark, options.Empty ? "utan" : "laddad");
    }

    private static async Task RunAsync(
        string program, Action<IDictionary<string, string?>> prepare, IProgress<string> progress,
        CancellationToken cancellation)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = Path.GetDirectoryName(program)!,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList = { "exec", program },
        };
        prepare(start.Environment);
        using var process = Process.Start(start) ?? throw new StartRefusedException("dotnet gick inte att starta.");
        var said = process.StandardError.ReadToEndAsync(cancellation);
        try
        {
            while (await process.StandardOutput.ReadLineAsync(cancellation) is { } line)
                progress.Report(line);
            await process.WaitForExitAsync(cancellation);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            throw;
        }

        if (process.ExitCode != 0)
            throw new StartRefusedException(
                $"Den påhittade kommunen gick inte att läsa in:{Environment.NewLine}{await said}");
    }
}
