using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Oversight.Local.Host;
using Oversight.Local.Host.Emulator;

namespace Oversight.Testkit;

/// <summary>One Azurite in memory per test process, with an account of its own for everybody who asks. It ends with the process, however that ends.</summary>
public sealed partial class SharedAzurite
{
    private const int Accounts = 400;

    /// <summary>Standard input closes when the test process is gone, by whatever end.</summary>
    private const string EndWithParent = "process.stdin.resume().on('end',()=>process.exit());require(process.argv[1]);";

    private static readonly Lazy<Task<SharedAzurite>> Shared = new(StartAsync);

    private readonly AzuriteEndpoints _endpoints;
    private readonly Process _process;
    private int _taken;

    private SharedAzurite(AzuriteEndpoints endpoints, Process process) => (_endpoints, _process) = (endpoints, process);

    /// <summary>A connection string for an empty account that nobody else in this process has.</summary>
    public static async Task<string> NewAccountAsync()
    {
        var azurite = await Shared.Value;
        if (azurite._process.HasExited)
            throw new InvalidOperationException("Testernas Azurite har avslutats.");
        var number = Interlocked.Increment(ref azurite._taken);
        if (number > Accounts)
            throw new InvalidOperationException($"Fler än {Accounts} konton behövs i samma testprocess.");
        return azurite._endpoints.ConnectionString(Account(number));
    }

    private static string Account(int number) => $"app{number}";

    private static async Task<SharedAzurite> StartAsync()
    {
        var start = new ProcessStartInfo("node") { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        string[] arguments =
        [
            "-e", EndWithParent, LocalHost.AzuriteScript(RepositoryRoot.Find()),
            "--inMemoryPersistence", "--silent", "--disableTelemetry", "--skipApiVersionCheck",
            "--blobPort", "0", "--tablePort", "0", "--queuePort", "0",
        ];
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        start.Environment["AZURITE_ACCOUNTS"] = string.Join(';', Enumerable.Range(1, Accounts).Select(n => $"{Account(n)}:{AzuriteEndpoints.Key}"));

        var process = Process.Start(start) ?? throw new InvalidOperationException("Node gick inte att starta.");
        var output = new ConcurrentQueue<string>();
        var ports = new ConcurrentDictionary<string, int>();
        var listening = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        process.OutputDataReceived += (_, line) => Read(line.Data);
        process.ErrorDataReceived += (_, line) => Read(line.Data);
        process.EnableRaisingEvents = true;
        process.Exited += (_, _) => listening.TrySetException(new InvalidOperationException($"Azurite startade inte:\n{string.Join('\n', output)}"));
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await listening.Task.WaitAsync(TimeSpan.FromSeconds(60));
        return new(new(ports["Blob"], ports["Table"]), process);

        void Read(string? line)
        {
            if (line is null)
                return;
            output.Enqueue(line);
            if (Listening().Match(line) is not { Success: true } match)
                return;
            ports[match.Groups["service"].Value] = int.Parse(match.Groups["port"].Value, CultureInfo.InvariantCulture);
            if (ports.Count == 3)
                listening.TrySetResult();
        }
    }

    [GeneratedRegex(@"Azurite (?<service>\w+) service is successfully listening at http://127\.0\.0\.1:(?<port>\d+)")]
    private static partial Regex Listening();
}
