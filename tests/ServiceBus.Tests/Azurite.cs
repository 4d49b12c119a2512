using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Azure.Data.Tables;

namespace Oversight.ServiceBus.Tests;

/// <summary>The tables of an Azurite that ends with the test process.</summary>
internal sealed class Azurite : IAsyncDisposable
{
    private const string Key =
        "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";
    private const string EndWithParent =
        "process.stdin.resume().on('end',()=>process.exit());require(process.argv[1]);";
    private static readonly Lazy<Task<Azurite>> Shared = new(() => StartAsync(["--inMemoryPersistence"], 0));
    private readonly Process _process;
    private readonly Task _closed;

    private Azurite(Process process, Task closed, int port) => (_process, _closed, Port) = (process, closed, port);

    public int Port { get; }

    public string ConnectionString => string.Create(
        CultureInfo.InvariantCulture,
        $"DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey={Key};"
            + $"TableEndpoint=http://127.0.0.1:{Port}/devstoreaccount1;");

    public static Task<Azurite> SharedAsync() => Shared.Value;

    public static async Task<Azurite> StartAsync(IEnumerable<string> arguments, int port)
    {
        var script = Path.Combine(Root(), "node_modules", "azurite", "dist", "src", "azurite.js");
        var start = new ProcessStartInfo("node")
        { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        string[] all =
        [
            "-e", EndWithParent, script, "--silent", "--disableTelemetry", "--skipApiVersionCheck",
            "--blobPort", "0", "--queuePort", "0", "--tablePort", $"{port}", .. arguments,
        ];
        foreach (var argument in all)
            start.ArgumentList.Add(argument);
        var (output, listening, closed) = (new ConcurrentQueue<string?>(), new TaskCompletionSource<int>(),
            new TaskCompletionSource());
        var process = Process.Start(start)!;
        void Read(string? line)
        {
            output.Enqueue(line);
            if (line?.Split("Table service is successfully listening at http://127.0.0.1:") is [_, var found])
                listening.TrySetResult(int.Parse(found, CultureInfo.InvariantCulture));
            if (output.Count(text => text?.EndsWith("successfully closed", StringComparison.Ordinal) == true) == 3)
                closed.TrySetResult();
        }

        process.OutputDataReceived += (_, line) => Read(line.Data);
        process.ErrorDataReceived += (_, line) => Read(line.Data);
        process.EnableRaisingEvents = true;
        process.Exited += (_, _) => listening.TrySetException(new InvalidOperationException(string.Join('\n', output)));
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new Azurite(process, closed.Task, await listening.Task.WaitAsync(TimeSpan.FromSeconds(60)));
    }

    public TableClient NewTable() => new(ConnectionString, $"t{Guid.NewGuid():N}");

    public async ValueTask DisposeAsync()
    {
        // It closes its data when asked to, but does not end.
        await Process.Start("kill", ["-TERM", $"{_process.Id}"]).WaitForExitAsync();
        await Task.WhenAny(_closed, Task.Delay(TimeSpan.FromSeconds(15)));
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "oversight-functions.sln")))
            folder = folder.Parent;
        return folder.FullName;
    }
}
