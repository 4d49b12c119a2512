using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Amqp;
using Amqp.Handler;
using Amqp.Listener;
using EventId = Amqp.Handler.EventId;

namespace Oversight.Local.ServiceBus.Wire;

/// <summary>AMQP on loopback, without TLS.</summary>
internal sealed class Listener : IHandler, IAsyncDisposable
{
    private static readonly TimeSpan Farewell = TimeSpan.FromMilliseconds(200);
    private readonly ConcurrentDictionary<Connection, Socket> _connections = new();
    private readonly TaskCompletionSource _empty = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TimeProvider _clock;
    private readonly ContainerHost _host;
    private readonly Socket _port;
    private volatile bool _stopping;

    public Listener(int port, ILinkProcessor links, TimeProvider clock)
    {
        _clock = clock;
        _port = Reserve(port);
        _host = new ContainerHost(new Address($"amqp://127.0.0.1:{Port}"));
        var listener = _host.Listeners[0];
        listener.AMQP.MaxSessionsPerConnection = 8192;
        listener.SASL.EnableMechanism(ClaimsLater.Name, new ClaimsLater());
        listener.HandlerFactory = _ => this;
        _host.RegisterLinkProcessor(links);
        _host.Open();
    }

    public int Port => ((IPEndPoint)_port.LocalEndPoint!).Port;

    public bool CanHandle(EventId id) => id is EventId.SendDelivery or EventId.ConnectionAccept;

    public void Handle(Event protocolEvent)
    {
        if (protocolEvent.Context is Socket socket)
            Remember((Connection)protocolEvent.Connection, socket);
        else if (protocolEvent.Context is IDelivery { Message: LockedMessage message } delivery)
            delivery.Tag = message.Token.ToByteArray(); // The client takes the tag for the lock token.
    }

    public async ValueTask DisposeAsync()
    {
        _stopping = true;
        _host.Close();
        _port.Dispose();
        if (!_connections.IsEmpty)
            await Task.WhenAny(_empty.Task, Task.Delay(Farewell, _clock)).ConfigureAwait(false);
        foreach (var socket in _connections.Values)
            socket.Dispose();
    }

    /// <summary>
    /// The library cannot say which port it was given, so it is chosen here and shared with it; nobody else gets it.
    /// </summary>
    private static Socket Reserve(int port)
    {
        var endpoint = new IPEndPoint(IPAddress.Loopback, port);
        if (port != 0)
        {
            using var probe = new TcpListener(endpoint);
            probe.Start();
        }

        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        socket.Bind(endpoint);
        return socket;
    }

    private void Remember(Connection connection, Socket socket)
    {
        _connections[connection] = socket;
        connection.AddClosedCallback((_, _) =>
        {
            _connections.TryRemove(connection, out _);
            if (_stopping && _connections.IsEmpty)
                _empty.TrySetResult();
        });
    }
}
