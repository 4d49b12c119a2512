namespace Oversight.Functions.Storage;

public sealed partial record StreamKind<TState, TCommand, TEvent> : IStreamKind
{
    /// <inheritdoc/>
    public IStoredEvents StoredEvents => Events;

    public string StreamId(Id id) => $"{Name}-{id}";

    /// <summary>The state after every event of <paramref name="stream"/>, which must have at least one.</summary>
    internal Folded<TState> Fold(StoredStream stream) =>
        new(HeadAt(stream, stream.Version), stream.Events.Aggregate(Initial, Step)) { Source = stream };

    /// <summary>The version of the last event about the item; 0 when there is none.</summary>
    internal int VersionOf(string item, StoredStream stream) =>
        stream.Events.LastOrDefault(row => Item(Events.Read(row.Type, row.Payload)) == item)?.Version ?? 0;

    internal IEnumerable<Recorded<TEvent>> Read(StoredStream stream) => stream.Events.Select(Read);

    /// <inheritdoc/>
    public Projection ProjectFrom(StoredStream stream, int alreadyOwned)
    {
        var owned = new HashSet<RowAddress>();
        var rows = new Dictionary<RowAddress, string>();
        var state = Initial;
        foreach (var happened in stream.Events)
        {
            state = Step(state, happened);
            var isLast = happened.Version == stream.Version;
            if (happened.Version <= alreadyOwned && !isLast)
                continue;
            foreach (var row in Project(HeadAt(stream, happened.Version), state))
            {
                var address = new RowAddress(StorageKey.Escape(row.Partition), StorageKey.Escape(row.Key));
                owned.Add(address);
                if (!Rows.Contains(row.Document.GetType()))
                    throw new InvalidOperationException(
                        $"{Name} does not declare the row {row.Document.GetType().Name}.");
                if (isLast && !rows.TryAdd(address, StoredJson.Write(row.Document, row.Document.GetType())))
                    throw new InvalidOperationException($"{Name} projects the row {address} twice.");
            }
        }

        return new Projection(rows, owned);
    }

    private static StreamHead HeadAt(StoredStream stream, int version) => new(
        StreamIds.KindOf(stream.StreamId),
        StreamIds.IdOf(stream.StreamId),
        version,
        stream.Events[0].At,
        stream.Events[version - 1].At);

    private Recorded<TEvent> Read(EventRow row) => new(
        row.Version, Events.Read(row.Type, row.Payload), row.Actor, row.At, row.Day, row.Reason, row.SettingsHash,
        row.CommandId);

    private TState Step(TState state, EventRow row) => Evolve(state, Events.Read(row.Type, row.Payload));
}
