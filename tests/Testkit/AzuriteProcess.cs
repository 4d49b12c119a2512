using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Oversight.Local.Host;
using Oversight.Local.Host.Emulator;
using Oversight.Local.Host.Machine;

namespace Oversight.Testkit;

/// <summary>An Azurite that ends with the test process, however that ends.</summary>
internal sealed partial class AzuriteProcess : IAsyncDisposable
{
    /// <summary>Standard input closes when the test process is gone, by whatever end.</summary>
    private const string EndWithParent =
        "process.stdin.resume().on('end',()=>process.exit());require(process.argv[1]);";

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _output = new();
    private readonly ConcurrentDictionary<string, int> _ports = new();
    private readonly TaskCompletionSource _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private AzuriteProcess(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => Read(line.Data);
        process.ErrorDataReceived += (_, line) => Read(line.Data);
        process.EnableRaisingEvents = true;
        process.Exited += (_, _) =>
        {
            _listening.TrySetException(
                new InvalidOperationException($"Azurite startade inte:\n{string.Join('\n', _output)}"));
            _closed.TrySetResult();
        };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public AzuriteEndpoints Endpoints => new(_ports["Blob"], _ports["Table"], _ports["Queue"]);

    public bool HasExited => _process.HasExited;

    public static async Task<AzuriteProcess> StartAsync(
        IEnumerable<string> arguments, string? accounts = null, AzuriteEndpoints? at = null)
    {
        var start = new ProcessStartInfo("node")
        { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        string[] all =
        [
            "-e", EndWithParent, LocalHost.AzuriteScript(RepositoryRoot.Find()), "--silent", "--disableTelemetry",
            "--skipApiVersionCheck", "--blobPort", Port(at?.BlobPort), "--tablePort", Port(at?.TablePort),
            "--queuePort", Port(at?.QueuePort), .. arguments,
        ];
        foreach (var argument in all)
            start.ArgumentList.Add(argument);
        if (accounts is not null)
            start.Environment["AZURITE_ACCOUNTS"] = accounts;

        var azurite = new AzuriteProcess(Process.Start(start)
            ?? throw new InvalidOperationException("Node gick inte att starta."));
        await azurite._listening.Task.WaitAsync(TimeSpan.FromSeconds(60));
        return azurite;
    }

    /// <summary>Asks it to close, waits until its data is written, then makes sure that it is gone.</summary>
    public async ValueTask DisposeAsync()
    {
        var identity = _process.HasExited ? null : ProcessIdentity.Of(_process.Id);
        identity?.Terminate();
        await Task.WhenAny(_closed.Task, Task.Delay(TimeSpan.FromSeconds(10)));
        identity?.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static string Port(int? port) => (port ?? 0).ToString(CultureInfo.InvariantCulture);

    private void Read(string? line)
    {
        if (line is null)
            return;
        _output.Enqueue(line);
        if (_output.Count(text => text.EndsWith("service successfully closed", StringComparison.Ordinal)) == 3)
            _closed.TrySetResult();
        if (Listening().Match(line) is not { Success: true } match)
            return;
        _ports[match.Groups["service"].Value] = int.Parse(match.Groups["port"].Value, CultureInfo.InvariantCulture);
        if (_ports.Count == 3)
            _listening.TrySetResult();
    }

    [GeneratedRegex(@"Azurite (?<service>\w+) service is successfully listening at http://127\.0\.0\.1:(?<port>\d+)")]
    private static partial Regex Listening();
}
