using System.Diagnostics;
using Oversight.Local.Host.Emulator;
using Oversight.Local.Host.Machine;
using Oversight.Local.Host.Worker;

namespace Oversight.Local.Host;

/// <summary>
/// <c>./run restore</c>: the storage of a data folder that no host holds, and the application's own program over it.
/// </summary>
internal static class LocalRestore
{
    public const string Verb = "restore";

    public static async Task<int> RunAsync(
        IReadOnlyList<string> arguments, TimeProvider real, CancellationToken cancellation)
    {
        var (options, passed) = Parse(arguments);
        using var folder = DataFolder.Take(Path.GetFullPath(options.DataFolder));
        await using var azurite = await AzuriteKeeper.StartAsync(
            new(LocalHost.AzuriteScript(options.Root), folder.Path) { LowSpace = options.LowDiskSpace }, real,
            cancellation);
        var settings = ApplicationSettings.Read(
            options, azurite.Endpoints.ConnectionString(), "Endpoint=sb://localhost;UseDevelopmentEmulator=true;"
            + "SharedAccessKeyName=local;SharedAccessKey=local;");
        var program = HostedApplication.Oversight(options.Root).Assembly;
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = Path.GetDirectoryName(program)! };
        foreach (var argument in (string[])["exec", program, Verb, .. passed])
            start.ArgumentList.Add(argument);
        foreach (var (name, value) in settings)
            start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        using var process = Process.Start(start) ?? throw new StartRefusedException("dotnet gick inte att starta.");
        await process.WaitForExitAsync(cancellation);
        return process.ExitCode;
    }

    private static (LocalHostOptions Options, IReadOnlyList<string> Passed) Parse(IReadOnlyList<string> arguments)
    {
        var ours = new List<string>();
        var passed = new List<string>();
        for (var i = 0; i < arguments.Count; i++)
        {
            if (arguments[i] is "--data" or "--tables")
                ours.AddRange(arguments.Skip(i++).Take(2));
            else
                passed.Add(arguments[i]);
        }

        return (CommandLine.Parse(ours), passed);
    }
}
