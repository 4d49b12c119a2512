using System.Diagnostics;
using System.Globalization;

namespace Oversight.ServiceBus.Tests;

/// <summary>A broker in a process of its own, to be killed and started again on the same port and table.</summary>
internal sealed class BrokerProcess(string storage, string table, double lockSeconds) : IAsyncDisposable
{
    private Process? _process;
    private int _port;

    public string ConnectionString => string.Create(
        CultureInfo.InvariantCulture,
        $"Endpoint=sb://127.0.0.1:{_port};SharedAccessKeyName=local;SharedAccessKey=local;"
            + $"UseDevelopmentEmulator=true;");

    public async Task StartAsync()
    {
        var program = Path.Combine(AppContext.BaseDirectory, "BrokerProgram.dll");
        string[] arguments = [program, storage, table, $"{_port}", lockSeconds.ToString(CultureInfo.InvariantCulture)];
        var start = new ProcessStartInfo("dotnet", arguments)
        { RedirectStandardInput = true, RedirectStandardOutput = true };
        _process = Process.Start(start)!;
        var line = await _process.StandardOutput.ReadLineAsync();
        _port = int.Parse(line?["port ".Length..] ?? throw new InvalidOperationException("The broker did not start."),
            CultureInfo.InvariantCulture);
    }

    public async Task KillAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    public async ValueTask DisposeAsync() => await KillAsync();
}
