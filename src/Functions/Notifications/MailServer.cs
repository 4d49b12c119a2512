using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Configuration;
using MimeKit;
using Oversight.Functions.Messaging;

namespace Oversight.Functions.Notifications;

/// <summary>
/// The mail server will not have the letter, however often it is offered. What it says of it may name the receiver, and
/// is not kept.
/// </summary>
public sealed class MailRefusedException(int status) : Exception($"The mail server has refused it with {status}.")
{
    public int Status { get; } = status;
}

/// <summary>Sends mail by SMTP, where a server is named in the configuration under <c>Oversight:Mail</c>.</summary>
public sealed class MailServer(IConfiguration configuration)
{
    private const int SubmissionPort = 587;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly IConfigurationSection _mail = configuration.GetSection("Oversight:Mail");

    public bool IsConfigured => Host.Length > 0;

    private string Host => _mail["Host"] ?? "";

    /// <exception cref="MailRefusedException">It will not be taken.</exception>
    /// <exception cref="TimeoutException">The server does not answer just now.</exception>
    public async Task SendAsync(Id id, string address, Letter letter, CancellationToken cancellation)
    {
        using var message = new MimeMessage();
        var from = MailboxAddress.Parse(
            _mail["From"] ?? throw new InvalidOperationException("The setting Oversight:Mail:From is missing."));
        message.From.Add(from);
        message.To.Add(new MailboxAddress("", address));
        message.Subject = letter.Subject;
        message.MessageId = $"{id}@{from.Domain}";
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        message.Body = Body(letter);
        using var client = new SmtpClient { Timeout = (int)Patience.TotalMilliseconds };
        try
        {
            await client.ConnectAsync(Host, _mail.GetValue("Port", SubmissionPort), Security, cancellation);
            if (_mail["User"] is { Length: > 0 } user)
                await client.AuthenticateAsync(user, _mail["Password"] ?? "", cancellation);
            await client.SendAsync(message, cancellation);
        }
        catch (SmtpCommandException refused) when ((int)refused.StatusCode >= 500)
        {
            throw new MailRefusedException((int)refused.StatusCode);
        }
        catch (Exception away) when (!cancellation.IsCancellationRequested
            && (away is CommandException or ProtocolException or IOException or ServiceNotConnectedException
                || TransientFailure.Is(away)))
        {
            throw new TimeoutException($"The mail server does not answer: {away.GetType().Name}.");
        }

        await client.DisconnectAsync(quit: true, cancellation);
    }

    private static MimeEntity Body(Letter letter)
    {
        var body = new BodyBuilder { TextBody = letter.Text };
        foreach (var file in letter.Files)
            body.Attachments.Add(file.Name, file.Content, ContentType.Parse(file.ContentType));
        return body.ToMessageBody();
    }

    /// <summary><c>none</c> is for a server on the same machine.</summary>
    private SecureSocketOptions Security => _mail["Security"] switch
    {
        "none" => SecureSocketOptions.None,
        "tls" => SecureSocketOptions.SslOnConnect,
        _ => SecureSocketOptions.StartTls,
    };
}
