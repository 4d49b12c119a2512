using Oversight.Local.ServiceBus.Storage;

namespace Oversight.Local.ServiceBus.Queues;

/// <summary>
/// The messages of a queue or of its dead letters, and who of them is ready, scheduled or locked. Nothing here waits or
/// writes; locks live here alone, so a restart frees them.
/// </summary>
internal sealed class MessageList(int maxDeliveries)
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<long, Entry> _entries = [];
    private readonly SortedDictionary<Rank, Entry> _ready = [];
    private readonly SortedDictionary<(DateTimeOffset Due, long Number), Entry> _scheduled = [];
    private readonly SortedDictionary<(DateTimeOffset Until, long Number), Entry> _expiring = [];
    private readonly Dictionary<Guid, Entry> _locked = [];
    private readonly Dictionary<long, Entry> _exhausted = [];
    private long _highest;
    private long _becameDue;

    public void Add(IEnumerable<StoredMessage> messages, DateTimeOffset domainNow)
    {
        lock (_gate)
        {
            foreach (var message in messages)
            {
                var entry = new Entry(message);
                _entries.Add(message.Number, entry);
                _highest = Math.Max(_highest, message.Number);
                if (message is { Due: not null, DeadLettered: false })
                    Move(entry, EntryState.Scheduled);
                else
                    Free(entry);
            }

            Activate(domainNow);
        }
    }

    /// <summary>Scheduled messages become due, locks run out.</summary>
    public void Refresh(DateTimeOffset domainNow, DateTimeOffset realNow)
    {
        lock (_gate)
        {
            Activate(domainNow);
            while (First(_expiring) is { } entry && entry.LockedUntil <= realNow)
                Free(entry);
        }
    }

    /// <summary>The next ready messages, on their way to a receiver: locked, freed or removed next.</summary>
    public IReadOnlyList<Entry> Take(int count)
    {
        lock (_gate)
            return MoveAll(_ready.Values.Take(count), EntryState.Busy);
    }

    public IReadOnlyList<Entry> TakeExhausted(int count)
    {
        lock (_gate)
            return MoveAll(_exhausted.Values.Take(count), EntryState.Busy);
    }

    public void Lock(Entry entry, int deliveries, DateTimeOffset until)
    {
        lock (_gate)
        {
            entry.Message = entry.Message with { Deliveries = deliveries };
            (entry.Token, entry.LockedUntil) = (Guid.NewGuid(), until);
            Move(entry, EntryState.Locked);
        }
    }

    /// <summary>All of them or none.</summary>
    public bool TryRenew(IReadOnlyList<Guid> tokens, DateTimeOffset now, DateTimeOffset until)
    {
        lock (_gate)
        {
            var held = tokens.Select(token => Held(token, now)).OfType<Entry>().ToList();
            if (held.Count < tokens.Count)
                return false;
            foreach (var entry in held)
            {
                Move(entry, EntryState.Busy);
                entry.LockedUntil = until;
                Move(entry, EntryState.Locked);
            }

            return true;
        }
    }

    /// <summary>
    /// The message behind a lock that still holds, until it is settled or the lock is <see cref="Restore"/>d.
    /// </summary>
    public Entry? BeginSettling(Guid token, DateTimeOffset now)
    {
        lock (_gate)
        {
            if (Held(token, now) is not { } entry)
                return null;
            Move(entry, EntryState.Busy);
            return entry;
        }
    }

    public void Restore(Entry entry)
    {
        lock (_gate)
            Move(entry, EntryState.Locked);
    }

    /// <summary>
    /// Takes scheduled messages away, all of them or none; <see cref="Remove"/> or <see cref="Reschedule"/> follows.
    /// </summary>
    public IReadOnlyList<Entry>? BeginCancelling(IReadOnlyList<long> numbers)
    {
        lock (_gate)
        {
            var found = numbers.Select(_entries.GetValueOrDefault).OfType<Entry>()
                .Where(e => e.State == EntryState.Scheduled).ToList();
            return found.Count == numbers.Count ? MoveAll(found, EntryState.Busy) : null;
        }
    }

    public void Reschedule(IEnumerable<Entry> entries)
    {
        lock (_gate)
            MoveAll(entries, EntryState.Scheduled);
    }

    /// <summary>Ready again; exhausted when it has been delivered as often as the queue allows.</summary>
    public void Free(Entry entry, StoredMessage? changed = null)
    {
        lock (_gate)
        {
            entry.Message = changed ?? entry.Message;
            Move(entry, entry.Message.Deliveries >= maxDeliveries ? EntryState.Exhausted : EntryState.Ready);
        }
    }

    public void Remove(Entry entry)
    {
        lock (_gate)
        {
            Move(entry, EntryState.Busy);
            _entries.Remove(entry.Message.Number);
        }
    }

    public int Ready
    {
        get
        {
            lock (_gate)
                return _ready.Count;
        }
    }

    public StoredMessage? Find(long number)
    {
        lock (_gate)
            return _entries.GetValueOrDefault(number)?.Message;
    }

    public IReadOnlyList<(StoredMessage Message, bool Scheduled)> Peek(long from, int count)
    {
        lock (_gate)
        {
            return [.. _entries.Values.SkipWhile(e => e.Message.Number < from).Take(count)
                .Select(e => (e.Message, e.State == EntryState.Scheduled))];
        }
    }

    public (int All, int Scheduled, int Held) Count()
    {
        lock (_gate)
        {
            var idle = _ready.Count + _exhausted.Count + _scheduled.Count;
            return (_entries.Count, _scheduled.Count, _entries.Count - idle);
        }
    }

    public DateTimeOffset? NextDue
    {
        get
        {
            lock (_gate)
                return First(_scheduled)?.Message.Due;
        }
    }

    public DateTimeOffset? NextExpiry
    {
        get
        {
            lock (_gate)
                return First(_expiring)?.LockedUntil;
        }
    }

    private static Entry? First<TKey>(SortedDictionary<TKey, Entry> entries)
        where TKey : notnull
    {
        foreach (var entry in entries.Values)
            return entry;
        return null;
    }

    private Entry? Held(Guid token, DateTimeOffset now) =>
        _locked.TryGetValue(token, out var entry) && entry.LockedUntil > now ? entry : null;

    private void Activate(DateTimeOffset domainNow)
    {
        while (First(_scheduled) is { } entry && entry.Message.Due <= domainNow)
        {
            entry.Rank = new Rank(_highest, ++_becameDue);
            Free(entry);
        }
    }

    private List<Entry> MoveAll(IEnumerable<Entry> entries, EntryState to)
    {
        var moved = entries.ToList();
        foreach (var entry in moved)
            Move(entry, to);
        return moved;
    }

    private void Move(Entry entry, EntryState to)
    {
        var number = entry.Message.Number;
        switch (entry.State)
        {
            case EntryState.Ready:
                _ready.Remove(entry.Rank);
                break;
            case EntryState.Scheduled:
                _scheduled.Remove((entry.Message.Due!.Value, number));
                break;
            case EntryState.Exhausted:
                _exhausted.Remove(number);
                break;
            case EntryState.Locked:
                _expiring.Remove((entry.LockedUntil, number));
                _locked.Remove(entry.Token);
                break;
        }

        entry.State = to;
        switch (to)
        {
            case EntryState.Ready:
                _ready.Add(entry.Rank, entry);
                break;
            case EntryState.Scheduled:
                _scheduled.Add((entry.Message.Due!.Value, number), entry);
                break;
            case EntryState.Exhausted:
                _exhausted.Add(number, entry);
                break;
            case EntryState.Locked:
                _expiring.Add((entry.LockedUntil, number), entry);
                _locked.Add(entry.Token, entry);
                break;
        }
    }
}
