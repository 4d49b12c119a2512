using Microsoft.Extensions.Logging;
using Oversight.Functions.Storage.Effects;
using Oversight.Functions.Telemetry;

namespace Oversight.Functions.Storage;

/// <summary>What every command on a stream works with.</summary>
internal sealed record StreamRoom(StreamTable Table, PendingMarks Marks, AfterAppend After, ILogger Logger);

/// <summary>One command on its way through.</summary>
internal sealed class StreamExecution<TState, TCommand, TEvent>(
    StreamRoom room, StreamKind<TState, TCommand, TEvent> kind, string streamId, TCommand command, Envelope envelope,
    Preparation<TCommand>? prepare)
    where TEvent : notnull
{
    /// <summary>A command without expected version is decided again this many times when others keep writing.</summary>
    private const int MaxAttempts = 64;
    private readonly string _commandId = envelope.CommandId ?? Guid.NewGuid().ToString("N");
    private readonly string? _key =
        envelope.Key is null ? null : StreamTable.HashKey(envelope.Context.Actor.UserId, envelope.Key);

    private TCommand _command = command;
    private PendingMark? _mark;

    /// <summary>Files were written beside the mark, and nothing refers to them: the mark stays for the sweep.</summary>
    private bool _leavesFiles;
    private Task<ProjectedRow?>? _projected;

    // A creation is decided on an empty stream without reading it first: the append finds out whether it was empty.
    internal async Task<Outcome<TState>> CreateAsync(StoredStream? loaded, CancellationToken cancellation)
    {
        if (loaded is not null || envelope.Against.VersionOrNone > 0)
            return await RepeatAsync(loaded, isCreation: true, cancellation);
        var empty = new StoredStream(streamId, [], StoredStream.NoKeys);
        return await TryOnceAsync(empty, isSure: false, cancellation)
            ?? await RepeatAsync(null, isCreation: true, cancellation);
    }

    /// <exception cref="InvalidOperationException">A change that says nothing of what it was written
    /// against.</exception>
    internal Task<Outcome<TState>> ChangeAsync(StoredStream? loaded, CancellationToken cancellation)
    {
        if (envelope is { Against: Against.Unmade, SeenItem: null })
            throw new InvalidOperationException(
                $"The change of {streamId} says nothing of what it was written against.");
        return RepeatAsync(loaded, isCreation: false, cancellation);
    }

    private async Task<Outcome<TState>> RepeatAsync(
        StoredStream? loaded, bool isCreation, CancellationToken cancellation)
    {
        StoredStream stream;
        for (var attempt = 0; ; attempt++)
        {
            stream = attempt == 0 && loaded is not null && (_key is null || loaded.HasKeys)
                ? loaded
                : await room.Table.LoadAsync(streamId, withKeys: _key is not null, cancellation);
            if (await KnownAsync(stream) is { } known)
                return known;
            if (stream.Version == 0 && !isCreation)
                return new Outcome<TState>.Missing();
            if (attempt == MaxAttempts || IsStale(stream))
                break;
            if (await TryOnceAsync(stream, isSure: true, cancellation) is { } outcome)
                return outcome;
        }

        await UnmarkAsync();
        if (stream.Version == 0)
            return new Outcome<TState>.Conflict(NoHead, kind.Initial);
        var folded = kind.Fold(stream);
        return new Outcome<TState>.Conflict(folded.Head, folded.State);
    }

    /// <summary>
    /// Whether it was written against another version of the stream, or of the one item of it that it is about.
    /// </summary>
    private bool IsStale(StoredStream stream) =>
        (envelope.Against.VersionOrNone is { } expected && expected != stream.Version)
        || (envelope.SeenItem is { } item && kind.VersionOf(item.Name, stream) > item.SeenAt);

    /// <summary>Null: the stream must be read (again) first.</summary>
    private async Task<Outcome<TState>?> TryOnceAsync(StoredStream stream, bool isSure, CancellationToken cancellation)
    {
        var state = stream.Version == 0 ? kind.Initial : kind.Fold(stream).State;
        var decision = kind.Decide(state, _command, envelope.Context);
        if (decision is Decision<TEvent>.Accepted { Events.Count: > 0 } && _mark is null)
        {
            if (await PrepareAsync(stream, cancellation) is { } stopped)
                return stopped;
            if (prepare is not null)
                decision = kind.Decide(state, _command, envelope.Context);
        }

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
        using (Tracing.Append(streamId, kind.Name, rows.Count))
        {
            if (!await room.Table.TryAppendAsync(streamId, rows, key, cancellation))
                return null;
        }

        if (stream.Version == 0)
            Measures.StreamBegun(kind.Name);
        _leavesFiles = false;
        var written = stream.With(rows);
        await FollowUpAsync(written, stream.Version, isNew: stream.Version == 0);
        return Done(written, repeated: false);
    }

    /// <summary>The mark, and beside it what must stand before the append. Not null: the preparation says no.</summary>
    private async Task<Outcome<TState>?> PrepareAsync(StoredStream stream, CancellationToken cancellation)
    {
        if (stream.Version > 0)
            _projected = room.After.ExpectAsync(streamId);
        var marking = room.Marks.SetAsync(streamId, _commandId, cancellation);
        if (prepare is null)
        {
            _mark = await marking;
            return null;
        }

        _leavesFiles = kind.Containers.Count > 0;
        var preparing = prepare(_command, cancellation);
        await Task.WhenAll(marking, preparing);
        _mark = await marking;
        switch (await preparing)
        {
            case Prepared<TCommand>.Go go:
                _command = go.Command;
                return null;
            case Prepared<TCommand>.Refused refused:
                await UnmarkAsync();
                return new Outcome<TState>.Refused([refused.Reason]);
            default:
                await UnmarkAsync();
                return new Outcome<TState>.KeyReused(stream.Version == 0 ? NoHead : kind.Fold(stream).Head);
        }
    }

    private StreamHead NoHead => new(kind.Name, StreamIds.IdOf(streamId), 0, envelope.Context.At, envelope.Context.At);

    /// <summary>
    /// The answer when this command is in the stream already: by an earlier request, or by this one whose answer was
    /// lost.
    /// </summary>
    private async Task<Outcome<TState>?> KnownAsync(StoredStream stream)
    {
        if (stream.Events.Any(row => row.CommandId == _commandId))
        {
            StorageLog.AnswerWasLost(room.Logger, streamId);
            _leavesFiles = false;
            await FollowRepeatAsync(stream);
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
        await FollowRepeatAsync(stream);
        return Done(stream, repeated: true);
    }

    private Task FollowRepeatAsync(StoredStream stream) => envelope.IsOfEffect && _mark is null
        ? Task.CompletedTask
        : FollowUpAsync(stream, from: 0, isNew: false);

    private Outcome<TState>.Done Done(StoredStream stream, bool repeated)
    {
        var folded = kind.Fold(stream);
        return new Outcome<TState>.Done(folded.Head, folded.State, repeated);
    }

    private Outcome<TState>? NothingCreated(bool isSure) => isSure
        ? throw new InvalidOperationException($"A creation of {kind.Name} was accepted without an event.")
        : null;

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
    private Task FollowUpAsync(StoredStream stream, int from, bool isNew) => room.After.FollowAsync(
        new Appended(kind, stream, from, isNew, _mark is null ? null : _commandId, _projected), UnmarkAsync);

    private async Task UnmarkAsync()
    {
        if (_leavesFiles || _mark is not { } mark)
            return;
        _mark = null;
        try
        {
            await room.Marks.RemoveAsync(mark, CancellationToken.None);
        }
        catch (Exception failure)
        {
            StorageLog.MarkNotRemoved(room.Logger, failure, mark.StreamId);
        }
    }
}
