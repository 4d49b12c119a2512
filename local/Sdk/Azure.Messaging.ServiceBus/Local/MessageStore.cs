using Azure.Data.Tables;

namespace Azure.Messaging.ServiceBus.Local;

/// <summary>
/// The messages of one partition of the table (a queue or its dead letters) with their locks. The table is the record; what is
/// ready, scheduled and locked is kept in memory. Locks live in memory alone: a restart releases them.
/// </summary>
internal sealed class MessageStore(string entity, string partition, TableClient table, TimeProvider clock)
{
    private const int RowsOfATransaction = 100;
    private static readonly TimeSpan LockDuration = TimeSpan.FromSeconds(30);
    private readonly Lock _gate = new();
    private readonly SortedDictionary<long, StoredMessage> _messages = [];
    private readonly SortedSet<long> _ready = [];
    private readonly SortedSet<(DateTimeOffset Due, long Number)> _scheduled = [];
    private readonly Dictionary<long, (Guid Id, long Until)> _locks = [];
    private volatile bool _uncertain = true;

    /// <summary>Raised when a message came, was settled or was released.</summary>
    public Signal Changed { get; } = new();

    public DateTimeOffset? NextDue
    {
        get
        {
            lock (_gate)
                return _scheduled.Count == 0 ? null : _scheduled.Min.Due;
        }
    }

    /// <summary>How many wait to be received, are scheduled for later, and are held by a receiver.</summary>
    public (int Waiting, int Scheduled, int Locked) Count()
    {
        lock (_gate)
        {
            Refresh();
            return (_ready.Count, _scheduled.Count, _locks.Count);
        }
    }

    public bool Contains(long number)
    {
        lock (_gate)
            return _messages.ContainsKey(number);
    }

    /// <summary>Reads the table when it may hold something else than we know: at start, and after a write without an answer.</summary>
    public async Task LoadAsync(CancellationToken cancellation)
    {
        if (!_uncertain)
            return;
        _uncertain = false;
        try
        {
            await foreach (var row in table.QueryAsync<TableEntity>(
                $"PartitionKey eq '{partition}'", cancellationToken: cancellation).ConfigureAwait(false))
                Keep(MessageRow.Read(row));
        }
        catch
        {
            _uncertain = true;
            throw;
        }
    }

    public async Task InsertAsync(IReadOnlyList<StoredMessage> messages, CancellationToken cancellation)
    {
        foreach (var chunk in messages.Chunk(RowsOfATransaction))
        {
            var rows = chunk.Select(m => new TableTransactionAction(TableTransactionActionType.UpsertReplace, MessageRow.Write(partition, m)));
            await WriteAsync(() => table.SubmitTransactionAsync(rows, cancellation)).ConfigureAwait(false);
            foreach (var message in chunk)
                Keep(message);
        }
    }

    /// <summary>Locks the next message that is due; null when there is none. Without a time the lock lasts as long as the process.</summary>
    public ServiceBusReceivedMessage? TryTake(TimeSpan? hold)
    {
        lock (_gate)
        {
            Refresh();
            if (_ready.Count == 0)
                return null;
            var message = _messages[_ready.Min];
            _ready.Remove(message.SequenceNumber);
            var id = Guid.NewGuid();
            _locks[message.SequenceNumber] = (id, hold is { } time ? Environment.TickCount64 + (long)time.TotalMilliseconds : long.MaxValue);
            return new ServiceBusReceivedMessage(message, id, message.DeliveryCount + 1);
        }
    }

    public async Task<IReadOnlyList<ServiceBusReceivedMessage>> ReceiveAsync(int count, TimeSpan wait, CancellationToken cancellation)
    {
        var end = Environment.TickCount64 + (long)wait.TotalMilliseconds;
        while (true)
        {
            var changed = Changed.Next;
            await LoadAsync(cancellation).ConfigureAwait(false);
            var received = new List<ServiceBusReceivedMessage>();
            while (received.Count < count && TryTake(LockDuration) is { } message)
                received.Add(message);
            var left = end - Environment.TickCount64;
            if (received.Count > 0 || left <= 0)
                return received;
            var due = NextDue is { } next ? (next - clock.GetUtcNow()).TotalMilliseconds : left;
            await changed.WaitAsync(TimeSpan.FromMilliseconds(Math.Clamp(due, 1, left)), cancellation)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            cancellation.ThrowIfCancellationRequested();
        }
    }

    public IReadOnlyList<ServiceBusReceivedMessage> Peek(int count, long from)
    {
        lock (_gate)
        {
            return [.. _messages.Values.Where(m => m.SequenceNumber >= from).Take(count)
                .Select(m => new ServiceBusReceivedMessage(m, Guid.Empty, m.DeliveryCount))];
        }
    }

    public async Task CompleteAsync(ServiceBusReceivedMessage received, CancellationToken cancellation)
    {
        Locked(received);
        await RemoveAsync(received.SequenceNumber, cancellation).ConfigureAwait(false);
    }

    /// <summary>Gives a message back with one delivery more counted, as an abandoned or expired lock does.</summary>
    public async Task ReleaseAsync(ServiceBusReceivedMessage received, IDictionary<string, object>? modified, CancellationToken cancellation)
    {
        var message = Locked(received).With(modified) with { DeliveryCount = received.DeliveryCount };
        var row = MessageRow.Write(partition, message);
        await WriteAsync(() => table.UpdateEntityAsync(row, ETag.All, TableUpdateMode.Replace, cancellation)).ConfigureAwait(false);
        Unlock(received, message);
    }

    /// <summary>Gives a message back when the table does not answer: nothing is counted.</summary>
    public void Unlock(ServiceBusReceivedMessage received)
    {
        lock (_gate)
        {
            if (!Holds(received) || !_messages.TryGetValue(received.SequenceNumber, out var message))
                return;
            Unlock(received, message);
        }
    }

    /// <summary>Takes a scheduled message away before it is due.</summary>
    public async Task CancelAsync(long number, CancellationToken cancellation)
    {
        lock (_gate)
        {
            if (!_messages.TryGetValue(number, out var message) || message.Due is not { } due || !_scheduled.Contains((due, number)))
                throw new ServiceBusException("There is no such scheduled message.", ServiceBusFailureReason.MessageNotFound, entity);
        }

        await RemoveAsync(number, cancellation).ConfigureAwait(false);
    }

    public async Task RemoveAsync(long number, CancellationToken cancellation)
    {
        await WriteAsync(() => table.DeleteEntityAsync(partition, MessageRow.Key(number), cancellationToken: cancellation)).ConfigureAwait(false);
        lock (_gate)
        {
            if (_messages.Remove(number, out var message) && message.Due is { } due)
                _scheduled.Remove((due, number));
            _ready.Remove(number);
            _locks.Remove(number);
        }

        Changed.Raise();
    }

    /// <summary>The message behind a lock that still holds.</summary>
    public StoredMessage Locked(ServiceBusReceivedMessage received)
    {
        lock (_gate)
        {
            return Holds(received) && _messages.TryGetValue(received.SequenceNumber, out var message)
                ? message
                : throw new ServiceBusException("The lock on the message is lost.", ServiceBusFailureReason.MessageLockLost, entity);
        }
    }

    private bool Holds(ServiceBusReceivedMessage received) =>
        _locks.TryGetValue(received.SequenceNumber, out var held) && held.Id == received.LockId && held.Until > Environment.TickCount64;

    private void Keep(StoredMessage message)
    {
        lock (_gate)
        {
            if (_messages.TryAdd(message.SequenceNumber, message) && message.Due is { } due)
                _scheduled.Add((due, message.SequenceNumber));
            else if (!_locks.ContainsKey(message.SequenceNumber) && message.Due is null)
                _ready.Add(message.SequenceNumber);
        }

        Changed.Raise();
    }

    private void Unlock(ServiceBusReceivedMessage received, StoredMessage message)
    {
        lock (_gate)
        {
            _messages[received.SequenceNumber] = message;
            _locks.Remove(received.SequenceNumber);
            _ready.Add(received.SequenceNumber);
        }

        Changed.Raise();
    }

    /// <summary>Under the gate: scheduled messages become due, locks that were not renewed are released.</summary>
    private void Refresh()
    {
        var now = clock.GetUtcNow();
        while (_scheduled.Count > 0 && _scheduled.Min is var next && next.Due <= now)
        {
            _scheduled.Remove(next);
            _ready.Add(next.Number);
        }

        foreach (var (number, held) in _locks.Where(l => l.Value.Until <= Environment.TickCount64).ToList())
        {
            _locks.Remove(number);
            _ready.Add(number);
        }
    }

    private async Task WriteAsync(Func<Task> write)
    {
        try
        {
            await write().ConfigureAwait(false);
        }
        catch (RequestFailedException gone) when (gone.Status == 404 && gone.ErrorCode is "ResourceNotFound" or "EntityNotFound")
        {
            // A repeated request: the first had been carried out.
        }
        catch (Exception failure) when (failure is RequestFailedException or AggregateException)
        {
            _uncertain = true;
            throw new ServiceBusException(
                "The table behind the queue does not answer.", ServiceBusFailureReason.ServiceCommunicationProblem, entity, failure);
        }
    }
}
