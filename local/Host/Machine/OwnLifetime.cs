namespace Oversight.Local.Host.Machine;

/// <summary>Signals are the program's affair: in a test process several hosts live side by side.</summary>
internal sealed class OwnLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
