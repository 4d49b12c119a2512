using Microsoft.Extensions.Logging;
using Oversight.Functions.Storage.Effects;

namespace Oversight.Functions.Storage;

/// <summary>Carries out commands on streams: load, decide, mark, append, let follow what follows, unmark.</summary>
public sealed class Streams(StreamTable table, PendingMarks marks, AfterAppend after, ILogger<Streams> logger)
{
    /// <summary>A command without expected version is decided again this many times when others keep writing.</summary>
    private const int MaxAttempts = 64;

    /// <summary>
    /// A new stream. With a key in the envelope, <paramref name="id"/> must be <see cref="Id.Derive"/> of user and key; a repeat
    /// then answers from the stream. Once the append has succeeded this never throws for what comes after: that is made up for later.
    /// </summary>
    public Task<Outcome<TState>> CreateAsync<TState, TCommand, TEvent>(
        StreamKind<TState, TCommand, TEvent> kind, Id id, TCommand command, Envelope envelope, CancellationToken cancellation)
        where TEvent : notnull =>
        new Execution<TState, TCommand, TEvent>(this, kind, kind.StreamId(id), command, envelope).CreateAsync(cancellation);

    /// <summary>A change to an existing stream.</summary>
    public Task<Outcome<TState>> ChangeAsync<TState, TCommand, TEvent>(
        StreamKind<TState, TCommand, TEvent> kind, Id id, TCommand command, Envelope envelope, CancellationToken cancellation)
        where TEvent : notnull =>
        new Execution<TState, TCommand, TEvent>(this, kind, kind.StreamId(id), command, envelope).ChangeAsync(cancellation);

    /// <summary>The stream folded, or null when it does not exist.</summary>
    public async Task<Folded<TState>?> LoadAsync<TState, TCommand, TEvent>(
        StreamKind<TState, TCommand, TEvent> kind, Id id, CancellationToken cancellation)
        where TEvent : notnull
    {
        var stream = await table.LoadAsync(kind.StreamId(id), withKeys: false, cancellation);
        return stream.Version == 0 ? null : kind.Fold(stream);
    }

    /// <summary>The stream's events with who, when and why, oldest first; empty when it does not exist.</summary>
    public async Task<IReadOnlyList<Recorded<TEvent>>> HistoryAsync<TState, TCommand, TEvent>(
        StreamKind<TState, TCommand, TEvent> kind, Id id, CancellationToken cancellation)
        where TEvent : notnull
    {
        var stream = await table.LoadAsync(kind.StreamId(id), withKeys: false, cancellation);
        return [.. kind.Read(stream)];
    }

    /// <summary>One command on its way through.</summary>
    private sealed class Execution<TState, TCommand, TEvent>(
        Streams streams, StreamKind<TState, TCommand, TEvent> kind, string streamId, TCommand command, Envelope envelope)
        where TEvent : notnull
    {
        private readonly string _commandId = envelope.CommandId ?? Guid.NewGuid().ToString("N");
        private readonly string? _key =
            envelope.Key is null ? null : StreamTable.HashKey(envelope.Context.Actor.UserId, envelope.Key);

        private PendingMark? _mark;

        // A creation is decided on an empty stream without reading it first: the append finds out whether it was empty.
        internal async Task<Outcome<TState>> CreateAsync(CancellationToken cancellation)
        {
            var empty = new StoredStream(streamId, [], StoredStream.NoKeys);
            return await TryOnceAsync(empty, isSure: false, cancellation)
                ?? await RepeatAsync(isCreation: true, cancellation);
        }

        internal Task<Outcome<TState>> ChangeAsync(CancellationToken cancellation) => RepeatAsync(isCreation: false, cancellation);

        private async Task<Outcome<TState>> RepeatAsync(bool isCreation, CancellationToken cancellation)
        {
            StoredStream stream;
            for (var attempt = 0; ; attempt++)
            {
                stream = await LoadAsync(cancellation);
                if (await KnownAsync(stream) is { } known)
                    return known;
                if (stream.Version == 0 && !isCreation)
                    return new Outcome<TState>.Missing();
                if (attempt == MaxAttempts || (envelope.ExpectedVersion is { } expected && expected != stream.Version))
                    break;
                if (await TryOnceAsync(stream, isSure: true, cancellation) is { } outcome)
                    return outcome;
            }

            await UnmarkAsync();
            var folded = kind.Fold(stream);
            return new Outcome<TState>.Conflict(folded.Head, folded.State);
        }

        /// <summary>Null: the stream must be read (again) first.</summary>
        private async Task<Outcome<TState>?> TryOnceAsync(StoredStream stream, bool isSure, CancellationToken cancellation)
        {
            var state = stream.Version == 0 ? kind.Initial : kind.Fold(stream).State;
            var decision = kind.Decide(state, command, envelope.Context);
            if (decision is Decision<TEvent>.Refused refused)
            {
                if (!isSure)
                    return null;
                await UnmarkAsync();
                return new Outcome<TState>.Refused(refused.Reasons);
            }

            var happened = ((Decision<TEvent>.Accepted)decision).Events;
            if (happened.Count == 0)
                return stream.Version == 0 ? NothingCreated(isSure) : await RepeatedAsync(stream);
            var rows = Rows(happened, stream.Version);
            var key = _key is null ? null : new KeyRow(_key, envelope.BodyHash, stream.Version + rows.Count);
            _mark ??= await streams.Mark(streamId, _commandId, cancellation);
            if (!await streams.Append(streamId, rows, key, cancellation))
                return null;
            var written = stream.With(rows);
            await FollowUpAsync(written, stream.Version, isNew: stream.Version == 0);
            return Done(written, repeated: false);
        }

        /// <summary>The answer when this command is in the stream already: by an earlier request, or by this one whose answer was lost.</summary>
        private async Task<Outcome<TState>?> KnownAsync(StoredStream stream)
        {
            if (stream.Events.Any(row => row.CommandId == _commandId))
            {
                streams.LogAnswerWasLost(streamId);
                await FollowUpAsync(stream, from: 0, isNew: false);
                return Done(stream, repeated: false);
            }

            if (_key is null || !stream.Keys.TryGetValue(_key, out var used))
                return null;
            if (used.BodyHash == envelope.BodyHash)
                return await RepeatedAsync(stream);
            await UnmarkAsync();
            return new Outcome<TState>.KeyReused(kind.Fold(stream).Head);
        }

        /// <summary>Whoever repeats sees what was promised the first time: what has not followed yet follows now.</summary>
        private async Task<Outcome<TState>> RepeatedAsync(StoredStream stream)
        {
            await FollowUpAsync(stream, from: 0, isNew: false);
            return Done(stream, repeated: true);
        }

        private Outcome<TState>.Done Done(StoredStream stream, bool repeated)
        {
            var folded = kind.Fold(stream);
            return new Outcome<TState>.Done(folded.Head, folded.State, repeated);
        }

        private Outcome<TState>? NothingCreated(bool isSure) => isSure
            ? throw new InvalidOperationException($"A creation of {kind.Name} was accepted without an event.")
            : null;

        private Task<StoredStream> LoadAsync(CancellationToken cancellation) =>
            streams.Load(streamId, withKeys: _key is not null, cancellation);

        private List<EventRow> Rows(IReadOnlyList<TEvent> happened, int version) =>
        [
            .. happened.Select((one, index) => new EventRow(
                version + index + 1,
                kind.Events.NameOf(one),
                kind.Events.Write(one),
                envelope.Context.Actor,
                envelope.Context.At,
                envelope.Context.Today,
                envelope.Reason,
                envelope.SettingsHash,
                _commandId)),
        ];

        // From here on the answer is "done": nobody's cancellation and no failure changes that.
        private async Task FollowUpAsync(StoredStream stream, int from, bool isNew)
        {
            if (await streams.FollowUp(kind, stream, from, isNew, _mark is null ? null : _commandId))
                await UnmarkAsync();
        }

        private async Task UnmarkAsync()
        {
            if (_mark is not null)
                await streams.TryUnmark(_mark);
            _mark = null;
        }
    }

    private Task<StoredStream> Load(string streamId, bool withKeys, CancellationToken cancellation) =>
        table.LoadAsync(streamId, withKeys, cancellation);

    private Task<bool> Append(string streamId, IReadOnlyList<EventRow> rows, KeyRow? key, CancellationToken cancellation) =>
        table.TryAppendAsync(streamId, rows, key, cancellation);

    private Task<PendingMark> Mark(string streamId, string commandId, CancellationToken cancellation) =>
        marks.SetAsync(streamId, commandId, cancellation);

    private void LogAnswerWasLost(string streamId) => StorageLog.AnswerWasLost(logger, streamId);

    private Task<bool> FollowUp(IStreamKind kind, StoredStream stream, int from, bool isNew, string? commandId) =>
        after.TryAsync(kind, stream, from, isNew, commandId);

    private async Task TryUnmark(PendingMark mark)
    {
        try
        {
            await marks.RemoveAsync(mark, CancellationToken.None);
        }
        catch (Exception failure)
        {
            StorageLog.MarkNotRemoved(logger, failure, mark.StreamId);
        }
    }
}

public sealed record Folded<TState>(StreamHead Head, TState State);

/// <summary>An event as the record has it.</summary>
/// <param name="CommandId">The attempt that wrote it, with all other events of the same append.</param>
public sealed record Recorded<TEvent>(
    int Version, TEvent Event, Actor Actor, DateTimeOffset At, DateOnly Day, string? Reason, string SettingsHash, string CommandId);
