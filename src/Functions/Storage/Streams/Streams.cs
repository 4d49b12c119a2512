using Microsoft.Extensions.Logging;
using Oversight.Functions.Storage.Effects;

namespace Oversight.Functions.Storage;

/// <summary>Carries out commands on streams: load, decide, mark, append, let follow what follows, unmark.</summary>
public sealed class Streams(StreamTable table, PendingMarks marks, AfterAppend after, ILogger<Streams> logger)
{
    private readonly StreamRoom _room = new(table, marks, after, logger);

    /// <summary>
    /// A new stream. With a key in the envelope, <paramref name="id"/> must be <see cref="Id.Derive"/> of user and key;
    /// a repeat then answers from the stream. Once the append has succeeded this never throws for what comes after:
    /// that is made up for later.
    /// </summary>
    /// <param name="prepare">What must stand before the append; called once the rules have said yes.</param>
    /// <param name="loaded">The stream when the caller has read it and found it to exist.</param>
    public Task<Outcome<TState>> CreateAsync<TState, TCommand, TEvent>(
        StreamKind<TState, TCommand, TEvent> kind, Id id, TCommand command, Envelope envelope,
        CancellationToken cancellation,
        Preparation<TCommand>? prepare = null, Folded<TState>? loaded = null)
        where TEvent : notnull =>
        new StreamExecution<TState, TCommand, TEvent>(_room, kind, kind.StreamId(id), command, envelope, prepare)
            .CreateAsync(loaded?.Source, cancellation);

    /// <summary>A change to an existing stream.</summary>
    /// <param name="prepare">What must stand before the append; called once the rules have said yes.</param>
    /// <param name="loaded">The stream as the caller has read it a moment ago, so that it is not read again.</param>
    public Task<Outcome<TState>> ChangeAsync<TState, TCommand, TEvent>(
        StreamKind<TState, TCommand, TEvent> kind, Id id, TCommand command, Envelope envelope,
        CancellationToken cancellation,
        Preparation<TCommand>? prepare = null, Folded<TState>? loaded = null)
        where TEvent : notnull =>
        new StreamExecution<TState, TCommand, TEvent>(_room, kind, kind.StreamId(id), command, envelope, prepare)
            .ChangeAsync(loaded?.Source, cancellation);

    /// <summary>The stream folded, or null when it does not exist.</summary>
    public async Task<Folded<TState>?> LoadAsync<TState, TCommand, TEvent>(
        StreamKind<TState, TCommand, TEvent> kind, Id id, CancellationToken cancellation)
        where TEvent : notnull
    {
        var stream = await table.LoadAsync(kind.StreamId(id), withKeys: false, cancellation);
        return stream.Version == 0 ? null : kind.Fold(stream);
    }

    /// <summary>The same for who is about to change it: with what a repeat is known by.</summary>
    public async Task<Folded<TState>?> LoadForChangeAsync<TState, TCommand, TEvent>(
        StreamKind<TState, TCommand, TEvent> kind, Id id, CancellationToken cancellation)
        where TEvent : notnull
    {
        var stream = await table.LoadAsync(kind.StreamId(id), withKeys: true, cancellation);
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
}

/// <param name="Head">Which version.</param>
/// <param name="State">The state after it.</param>
public sealed record Folded<TState>(StreamHead Head, TState State)
{
    /// <summary>What it was folded from.</summary>
    internal StoredStream? Source { get; init; }
}

/// <summary>An event as the record has it.</summary>
/// <param name="CommandId">The attempt that wrote it, with all other events of the same append.</param>
public sealed record Recorded<TEvent>(
    int Version, TEvent Event, Actor Actor, DateTimeOffset At, DateOnly Day, string? Reason, string SettingsHash,
    string CommandId);

/// <summary>
/// Writes what must stand before an append (texts, files, reservations), beside the mark. Called at most once, for a
/// command that the rules accept; what it writes is named by the request, so that a repeat writes the same.
/// </summary>
public delegate Task<Prepared<TCommand>> Preparation<TCommand>(TCommand command, CancellationToken cancellation);

/// <summary>What became of a preparation.</summary>
public abstract record Prepared<TCommand>
{
    private Prepared()
    {
    }

    /// <summary>The command to go on with, perhaps with what the preparation has found out.</summary>
    public sealed record Go(TCommand Command) : Prepared<TCommand>;

    public sealed record Refused(Refusal Reason) : Prepared<TCommand>;

    /// <summary>An earlier request under the same key has written something else.</summary>
    public sealed record KeyReused : Prepared<TCommand>;
}
