namespace Oversight.Functions.Storage;

/// <summary>Carries out commands on streams: load, decide, mark, append, project, unmark.</summary>
public sealed class Streams
{
    /// <summary>
    /// A new stream. With a key in the envelope, <paramref name="id"/> must be <see cref="Id.Derive"/> of user and key; a repeat
    /// then answers from the stream. Once the append has succeeded this never throws for what comes after (projection is made up later).
    /// </summary>
    public Task<Outcome<TState>> CreateAsync<TState, TCommand, TEvent>(
        StreamKind<TState, TCommand, TEvent> kind, Id id, TCommand command, Envelope envelope, CancellationToken cancellation)
        where TEvent : notnull => throw new NotSupportedException();

    /// <summary>A change to an existing stream.</summary>
    public Task<Outcome<TState>> ChangeAsync<TState, TCommand, TEvent>(
        StreamKind<TState, TCommand, TEvent> kind, Id id, TCommand command, Envelope envelope, CancellationToken cancellation)
        where TEvent : notnull => throw new NotSupportedException();

    /// <summary>The stream folded, or null when it does not exist.</summary>
    public Task<Folded<TState>?> LoadAsync<TState, TCommand, TEvent>(
        StreamKind<TState, TCommand, TEvent> kind, Id id, CancellationToken cancellation)
        where TEvent : notnull => throw new NotSupportedException();

    /// <summary>The stream's events with who, when and why, oldest first; empty when it does not exist.</summary>
    public Task<IReadOnlyList<Recorded<TEvent>>> HistoryAsync<TState, TCommand, TEvent>(
        StreamKind<TState, TCommand, TEvent> kind, Id id, CancellationToken cancellation)
        where TEvent : notnull => throw new NotSupportedException();
}

public sealed record Folded<TState>(StreamHead Head, TState State);

/// <summary>An event as the record has it.</summary>
public sealed record Recorded<TEvent>(int Version, TEvent Event, Actor Actor, DateTimeOffset At, DateOnly Day, string? Reason, string SettingsHash);
