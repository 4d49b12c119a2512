using Azure.Data.Tables;
using Microsoft.Extensions.Logging;
using Oversight.Local.ServiceBus.Storage;

namespace Oversight.Local.ServiceBus.Queues;

/// <summary>A queue with its dead letters, and the one that writes them down.</summary>
internal sealed class Queue : IAsyncDisposable
{
    private readonly Lock _numbering = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly Journal _journal;
    private readonly TimeProvider _domainClock;
    private long _lastNumber;
    private Task _dispatching = Task.CompletedTask;

    private Queue(QueueSettings settings, MessageRows rows, ILogger logger)
    {
        Name = settings.Name;
        _domainClock = settings.DomainClock;
        _journal = new Journal(rows, Find, settings.RealClock, logger);
        DeadLetters = new Entity(this, $"{Name}/$deadletterqueue", int.MaxValue, _journal, null, settings);
        Active = new Entity(this, Name, settings.MaxDeliveryCount, _journal, DeadLetters, settings);
    }

    public string Name { get; }

    public Entity Active { get; }

    public Entity DeadLetters { get; }

    /// <summary>Reads what stands in the table.</summary>
    public static async Task<Queue> OpenAsync(
        QueueSettings settings, TableClient table, ILogger logger, CancellationToken cancellation)
    {
        var rows = new MessageRows(table, settings.Name);
        var (lastNumber, messages) = await rows.LoadAsync(cancellation).ConfigureAwait(false);
        var opened = new Queue(settings, rows, logger) { _lastNumber = lastNumber };
        opened.Active.Add(messages.Where(m => !m.DeadLettered));
        opened.DeadLetters.Add(messages.Where(m => m.DeadLettered));
        opened._dispatching = Task.WhenAll(
            Background.RunAsync(logger, () => opened.Active.Dispatcher.RunAsync(opened._stop.Token)),
            Background.RunAsync(logger, () => opened.DeadLetters.Dispatcher.RunAsync(opened._stop.Token)));
        return opened;
    }

    /// <summary>
    /// The numbers of the messages when they stand in the table; null when the table does not answer.
    /// </summary>
    public async Task<IReadOnlyList<long>?> SendAsync(IReadOnlyList<byte[]> contents)
    {
        var now = _domainClock.GetUtcNow();
        var drafts = contents.Select(content => (Content: content, Due: MessageContent.ScheduledFor(content))).ToList();
        List<StoredMessage> messages;
        Task<bool> writing;
        lock (_numbering)
        {
            messages = [.. drafts.Select(d => d.Due > now
                ? new StoredMessage(++_lastNumber, d.Content, d.Due.Value, d.Due, 0, false)
                : new StoredMessage(++_lastNumber, d.Content, now, null, 0, false))];
            writing = _journal.WriteAsync([.. messages.Select(m => new RowChange.Insert(m))]);
        }

        if (!await writing.ConfigureAwait(false))
            return null;
        Active.Add(messages);
        return [.. messages.Select(m => m.Number)];
    }

    /// <summary>All of them or none; null when the table does not answer.</summary>
    public async Task<bool?> CancelAsync(IReadOnlyList<long> numbers)
    {
        Active.Dispatcher.Refresh();
        if (Active.Messages.BeginCancelling(numbers) is not { } entries)
            return false;
        if (!await _journal.WriteAsync([.. entries.Select(e => new RowChange.Delete(e.Message.Number))])
            .ConfigureAwait(false))
        {
            Active.Messages.Reschedule(entries);
            Active.Dispatcher.Wake();
            return null;
        }

        foreach (var entry in entries)
            Active.Messages.Remove(entry);
        return true;
    }

    public QueueState State()
    {
        Active.Dispatcher.Refresh();
        var (all, scheduled, held) = Active.Messages.Count();
        return new QueueState(Name, all - scheduled, held, scheduled, DeadLetters.Messages.Count().All);
    }

    private StoredMessage? Find(long number) => Active.Messages.Find(number) ?? DeadLetters.Messages.Find(number);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await _journal.DisposeAsync().ConfigureAwait(false);
        await _dispatching.ConfigureAwait(false);
        _stop.Dispose();
    }
}
