using System.Net;
using System.Net.Sockets;

namespace Oversight.Functions.Tests.Faults;

/// <summary>An address where nothing answers: connections are refused, or taken and never spoken on.</summary>
internal sealed class DeadAddress : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    public DeadAddress(bool silent)
    {
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        if (!silent)
            _listener.Stop();
    }

    public int Port { get; }

    public string ServiceBus =>
        $"Endpoint=sb://127.0.0.1:{Port};SharedAccessKeyName=local;SharedAccessKey=local;UseDevelopmentEmulator=true;";

    public void Dispose() => _listener.Dispose();
}
