using Oversight.Local.ServiceBus.Storage;
using Properties = System.Collections.Generic.IReadOnlyDictionary<string, object?>;

namespace Oversight.Local.ServiceBus.Queues;

/// <summary>What a client has an address for: a queue, or its dead letters.</summary>
internal sealed class Entity
{
    private readonly Journal _journal;
    private readonly Entity? _deadLetters;
    private readonly QueueSettings _settings;
    private readonly int _maxDeliveries;

    public Entity(
        Queue queue, string path, int maxDeliveries, Journal journal, Entity? deadLetters, QueueSettings settings)
    {
        (Queue, Path, _maxDeliveries, _journal, _deadLetters, _settings) =
            (queue, path, maxDeliveries, journal, deadLetters, settings);
        Messages = new MessageList(deadLetters is null ? int.MaxValue : maxDeliveries);
        Dispatcher = new Dispatcher(Messages, journal, PutAsideAsync, settings.LockDuration, settings.DomainClock,
            settings.RealClock);
    }

    public Queue Queue { get; }

    public string Path { get; }

    public MessageList Messages { get; }

    public Dispatcher Dispatcher { get; }

    private DateTimeOffset RealNow => _settings.RealClock.GetUtcNow();

    public void Add(IEnumerable<StoredMessage> messages)
    {
        Messages.Add(messages, _settings.DomainClock.GetUtcNow());
        Dispatcher.Wake();
    }

    /// <summary>When the renewed locks run out; null when one of them is lost.</summary>
    public DateTimeOffset? Renew(IReadOnlyList<Guid> tokens)
    {
        var until = RealNow + _settings.LockDuration;
        return Messages.TryRenew(tokens, RealNow, until) ? until : null;
    }

    public Task<Settlement> CompleteAsync(Guid token) =>
        SettleAsync(token, entry => new RowChange.Delete(entry.Message.Number), Messages.Remove);

    /// <summary>Its delivery stays counted, as it was when the message left; the last one puts it aside.</summary>
    public Task<Settlement> AbandonAsync(Guid token, Properties properties) => SettleAsync(
        token,
        entry => properties.Count == 0 ? null : new RowChange.Replace(entry.Message.With(properties)),
        entry => Messages.Free(entry, entry.Message.With(properties)));

    /// <summary>Given back unseen: not a delivery.</summary>
    public Task<Settlement> ReleaseAsync(Guid token) => SettleAsync(
        token,
        entry => new RowChange.Count(entry.Message.Number, entry.Message.Deliveries - 1),
        entry => Messages.Free(entry, entry.Message with { Deliveries = entry.Message.Deliveries - 1 }));

    public Task<Settlement> DeadLetterAsync(Guid token, Properties properties) => _deadLetters is null
        ? Task.FromResult(Settlement.NotAllowed)
        : SettleAsync(token, entry => new RowChange.Replace(DeadLetter(entry, properties)),
            entry => Bury(entry, properties));

    private async Task<Settlement> SettleAsync(Guid token, Func<Entry, RowChange?> change, Action<Entry> then)
    {
        if (Messages.BeginSettling(token, RealNow) is not { } entry)
            return Settlement.LockLost;
        var written = change(entry) is not { } row || await _journal.WriteAsync(row).ConfigureAwait(false);
        if (written)
            then(entry);
        else
            Messages.Restore(entry);
        Dispatcher.Wake();
        return written ? Settlement.Done : Settlement.TableAway;
    }

    private async Task<bool> PutAsideAsync(IReadOnlyList<Entry> exhausted)
    {
        var why = new Dictionary<string, object?>
        {
            ["DeadLetterReason"] = "MaxDeliveryCountExceeded",
            ["DeadLetterErrorDescription"] = $"Message could not be consumed after {_maxDeliveries} delivery attempts.",
        };
        var written = await _journal.WriteAsync([.. exhausted.Select(e => new RowChange.Replace(DeadLetter(e, why)))])
            .ConfigureAwait(false);
        foreach (var entry in exhausted)
        {
            if (written)
                Bury(entry, why);
            else
                Messages.Free(entry);
        }

        return written;
    }

    private static StoredMessage DeadLetter(Entry entry, Properties properties) =>
        entry.Message.With(properties) with { DeadLettered = true };

    private void Bury(Entry entry, Properties properties)
    {
        _deadLetters!.Add([DeadLetter(entry, properties)]);
        Messages.Remove(entry);
    }
}
