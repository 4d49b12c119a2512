using Microsoft.Extensions.Logging;
using Oversight.Functions.Identity;
using Oversight.Functions.Messaging;
using Oversight.Functions.Providers;
using Oversight.Functions.Settings;
using Oversight.Functions.Storage;
using Oversight.Functions.Web;
using Oversight.Notifications;

namespace Oversight.Functions.Notifications;

/// <summary>Brings a letter to its receiver: by mail, or with the help of somebody of the staff.</summary>
public sealed partial class Postman(
    Streams streams, IEnumerable<ILetterWriter> writers, UnitContacts contacts, MailServer mail,
    CommandContexts contexts, SettingsProvider settings, ILogger<Postman> logger)
{
    /// <summary>
    /// Sent at least once: a letter that was sent and not recorded so is sent again, under the same Message-ID.
    /// </summary>
    public async Task DeliverAsync(Id id, CancellationToken cancellation)
    {
        if (await streams.LoadAsync(NotificationStream.Kind, id,
            cancellation) is not { State: { Notification: { } letter } state })
            throw new PoisonMessageException(NotificationRefusals.Unknown, "There is no such letter.");
        if (state.Status != NotificationStatus.ToSend)
            return;
        var today = contexts.ForSystem().Today;
        var (unit, address) = await contacts.OfUnitAsync(letter.UnitId, today, cancellation);
        var said = address is null ? new NotificationCommand.RecordObstacle(NotificationObstacle.NoAddress)
            : !mail.IsConfigured ? new NotificationCommand.RecordObstacle(NotificationObstacle.NoMailServer)
            : await SendAsync(id, letter, unit, address, cancellation);
        await streams.ChangeAsync(NotificationStream.Kind, id, said, SystemEnvelope(), cancellation);
    }

    /// <summary>The letter for somebody who brings it to the receiver; null when nothing is left to say.</summary>
    public async Task<Letter?> WriteAsync(Notification letter, CancellationToken cancellation)
    {
        var (unit, _) = await contacts.OfUnitAsync(letter.UnitId, contexts.ForSystem().Today, cancellation);
        return await WriterOf(letter.Kind).WriteAsync(letter, unit, cancellation);
    }

    /// <summary>Those of the letters that somebody may know of.</summary>
    public async Task<IReadOnlyList<T>> SeenByAsync<T>(
        IReadOnlyList<T> letters, Func<T, Notification> letterOf, SignedInUser user, CancellationToken cancellation)
    {
        var seen = new List<T>();
        foreach (var group in letters.GroupBy(letter => WriterOf(letterOf(letter).Kind)))
        {
            var matters = await group.Key.MattersForAsync(user, cancellation);
            seen.AddRange(group.Where(letter => matters.Contains(letterOf(letter).Matter)));
        }

        return seen;
    }

    /// <summary>What a kind of letter is called.</summary>
    public string Title(string kind) => WriterOf(kind).Titles[kind];

    private async Task<NotificationCommand> SendAsync(
        Id id, Notification letter, string unit, string address, CancellationToken cancellation)
    {
        if (await WriterOf(letter.Kind).WriteAsync(letter, unit, cancellation) is not { } written)
            return new NotificationCommand.Drop();
        try
        {
            await mail.SendAsync(id, address, written, cancellation);
            return new NotificationCommand.RecordSent();
        }
        catch (MailRefusedException refused)
        {
            LogRefused(letter.Kind, id, refused.Status);
            return new NotificationCommand.RecordObstacle(NotificationObstacle.Refused);
        }
    }

    private ILetterWriter WriterOf(string kind) => writers.FirstOrDefault(writer => writer.Titles.ContainsKey(kind))
        ?? throw new InvalidOperationException($"Nobody writes {kind}.");

    private Envelope SystemEnvelope() => new(contexts.ForSystem(), settings.Current.Hash, Against.Latest);

    [LoggerMessage(4101, LogLevel.Warning, "Letter {Id} ({Kind}) was refused by the mail server with {Status}")]
    private partial void LogRefused(string kind, Id id, int status);
}
