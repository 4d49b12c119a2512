using Oversight.Local.ServiceBus.Storage;

namespace Oversight.Local.ServiceBus.Queues;

/// <summary>
/// Hands out the messages of one list to those who receive from it. It sleeps until something changes, a message
/// becomes due or a lock runs out. A delivery is counted in the table before the message leaves.
/// </summary>
internal sealed class Dispatcher(
    MessageList messages,
    Journal journal,
    Func<IReadOnlyList<Entry>, Task<bool>> putAsideAsync,
    TimeSpan lockDuration,
    TimeProvider domainClock,
    TimeProvider realClock)
{
    private const int AtOnce = 99;
    private static readonly TimeSpan LongestSleep = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(1);
    private readonly Lock _gate = new();
    private readonly List<IReceiver> _receivers = [];
    private readonly Signal _changed = new();
    private int _turn;

    private enum Progress
    {
        Nothing,
        Some,
        TableAway,
    }

    public void Wake() => _changed.Raise();

    /// <summary>Also when it is there already: it has given more credit.</summary>
    public void Join(IReceiver receiver)
    {
        lock (_gate)
        {
            if (!_receivers.Contains(receiver))
                _receivers.Add(receiver);
        }

        Wake();
    }

    public void Leave(IReceiver receiver)
    {
        lock (_gate)
            _receivers.Remove(receiver);
    }

    public void Refresh() => messages.Refresh(domainClock.GetUtcNow(), realClock.GetUtcNow());

    public async Task RunAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var changed = _changed.Next;
            Refresh();
            var progress = await PutAsideAsync().ConfigureAwait(false);
            if (progress == Progress.Nothing)
                progress = await DeliverAsync().ConfigureAwait(false);
            var pause = progress switch
            {
                Progress.Nothing => changed.WaitAsync(UntilNext(), realClock, stop),
                Progress.TableAway => Task.Delay(RetryAfter, realClock, stop),
                _ => Task.CompletedTask,
            };
            await pause.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private TimeSpan UntilNext()
    {
        var sleep = LongestSleep;
        if (messages.NextDue - domainClock.GetUtcNow() is { } due && due < sleep)
            sleep = due;
        if (messages.NextExpiry - realClock.GetUtcNow() is { } expiry && expiry < sleep)
            sleep = expiry;
        return sleep > TimeSpan.Zero ? sleep + TimeSpan.FromMilliseconds(1) : TimeSpan.FromMilliseconds(1);
    }

    private async Task<Progress> PutAsideAsync()
    {
        var exhausted = messages.TakeExhausted(AtOnce);
        if (exhausted.Count == 0)
            return Progress.Nothing;
        return await putAsideAsync(exhausted).ConfigureAwait(false) ? Progress.Some : Progress.TableAway;
    }

    private async Task<Progress> DeliverAsync()
    {
        var deliveries = Pair();
        if (deliveries.Count == 0)
            return Progress.Nothing;
        var written = await journal.WriteAsync([.. deliveries.Select(Change)]).ConfigureAwait(false);
        foreach (var (receiver, entry) in deliveries)
        {
            if (written)
                await DeliverAsync(receiver, entry).ConfigureAwait(false);
            else
                messages.Free(entry);
        }

        if (!written)
            deliveries.ForEach(d => d.Receiver.GiveCreditBack());
        return written ? Progress.Some : Progress.TableAway;
    }

    private async Task DeliverAsync(IReceiver receiver, Entry entry)
    {
        var before = entry.Message;
        if (!receiver.Deletes)
        {
            messages.Lock(entry, before.Deliveries + 1, realClock.GetUtcNow() + lockDuration);
            if (!receiver.TrySend(entry.Message, entry.Token, entry.LockedUntil))
                messages.Free(entry, before);
        }
        else
        {
            messages.Remove(entry);
            if (receiver.TrySend(before with { Deliveries = before.Deliveries + 1 }, Guid.NewGuid(),
                realClock.GetUtcNow()))
                return;

            // Without an answer from the table the journal writes it as soon as there is one.
            await journal.WriteAsync(new RowChange.Restore(before)).ConfigureAwait(false);
            messages.Add([before], domainClock.GetUtcNow());
        }
    }

    /// <summary>Ready messages with receivers that have credit, in turn.</summary>
    private List<(IReceiver Receiver, Entry Entry)> Pair()
    {
        lock (_gate)
        {
            var receivers = new List<IReceiver>();
            var ready = Math.Min(AtOnce, messages.Ready);
            for (var refused = 0; receivers.Count < ready && refused < _receivers.Count; _turn++)
            {
                var next = _receivers[_turn % _receivers.Count];
                if (next.TryTakeCredit())
                {
                    refused = 0;
                    receivers.Add(next);
                }
                else
                {
                    refused++;
                }
            }

            var entries = messages.Take(receivers.Count);
            foreach (var unused in receivers.Skip(entries.Count))
                unused.GiveCreditBack();
            return [.. receivers.Zip(entries)];
        }
    }

    private static RowChange Change((IReceiver Receiver, Entry Entry) delivery) => delivery.Receiver.Deletes
        ? new RowChange.Delete(delivery.Entry.Message.Number)
        : new RowChange.Count(delivery.Entry.Message.Number, delivery.Entry.Message.Deliveries + 1);
}
