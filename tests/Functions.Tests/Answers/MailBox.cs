using System.Buffers;
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using MimeKit;
using SmtpServer;
using SmtpServer.ComponentModel;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace Oversight.Functions.Tests.Answers;

/// <summary>A real mail server that keeps what it is given.</summary>
public sealed class MailBox : MessageStore, IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<MimeMessage> _received = new();
    private Task _running = Task.CompletedTask;

    public int Port { get; private set; }

    /// <summary>What it answers for good: letters to this address are not taken.</summary>
    public const string Refused = "nej@anordnaren.example";

    /// <summary>Letters to this address are not taken the first time: the server is busy.</summary>
    public const string Busy = "upptagen@anordnaren.example";

    /// <summary>How often it has said that it is busy.</summary>
    public int TurnedAway { get; private set; }

    public static MailBox Start()
    {
        var box = new MailBox();
        using (var free = new TcpListener(IPAddress.Loopback, 0))
        {
            free.Start();
            box.Port = ((IPEndPoint)free.LocalEndpoint).Port;
        }

        var services = new SmtpServer.ComponentModel.ServiceProvider();
        services.Add((IMessageStore)box);
        var options = new SmtpServerOptionsBuilder().ServerName("localhost")
            .Endpoint(endpoint => endpoint.Endpoint(new IPEndPoint(IPAddress.Loopback, box.Port))).Build();
        box._running = new SmtpServer.SmtpServer(options, services).StartAsync(box._stop.Token);
        return box;
    }

    public override Task<SmtpResponse> SaveAsync(
        ISessionContext context, IMessageTransaction transaction, ReadOnlySequence<byte> buffer,
        CancellationToken cancellationToken)
    {
        using var stream = new MemoryStream(buffer.ToArray());
        var message = MimeMessage.Load(stream, cancellationToken);
        if (To(message) == Refused)
            return Task.FromResult(new SmtpResponse(SmtpReplyCode.MailboxUnavailable, "nobody here"));
        if (To(message) == Busy && TurnedAway == 0)
        {
            TurnedAway++;
            return Task.FromResult(new SmtpResponse((SmtpReplyCode)451, "try again later"));
        }

        _received.Enqueue(message);
        return Task.FromResult(SmtpResponse.Ok);
    }

    public IReadOnlyList<MimeMessage> To(string address) => [.. _received.Where(message => To(message) == address)];

    /// <summary>The last letter to the address, once there are so many.</summary>
    public async Task<MimeMessage> LastAsync(string address, int number, CancellationToken cancellation)
    {
        for (var watch = Stopwatch.StartNew(); ;)
        {
            var letters = To(address);
            if (letters.Count >= number)
                return letters[number - 1];
            if (watch.Elapsed > TimeSpan.FromSeconds(30))
                throw new TimeoutException($"{letters.Count} letters have come to {address}, {number} are awaited.");
            await Task.Delay(50, cancellation);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private static string To(MimeMessage message) => message.To.Mailboxes.Single().Address;
}
