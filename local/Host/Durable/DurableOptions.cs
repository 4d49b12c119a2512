namespace Oversight.Local.Host.Durable;

/// <param name="HostFile">host.json, which has the engine's settings.</param>
/// <param name="Port">Where the host answers browsers; 0: on any port.</param>
/// <param name="Progress">Told when the engine did not start.</param>
internal sealed record DurableOptions(string HostFile, int Port, IProgress<string>? Progress);
