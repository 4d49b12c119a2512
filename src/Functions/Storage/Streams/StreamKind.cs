using Oversight.Functions.Storage.Effects;

namespace Oversight.Functions.Storage;

/// <summary>
/// What the storage room must know about one kind of stream. A capability declares one, as a static property, and
/// everything else (append, repeat, conflict, projection, rebuild) works for it.
/// </summary>
/// <typeparam name="TState">The folded state; immutable.</typeparam>
/// <typeparam name="TCommand">The closed union of commands.</typeparam>
/// <typeparam name="TEvent">The closed union of events.</typeparam>
public sealed partial record StreamKind<TState, TCommand, TEvent>
    where TEvent : notnull
{
    /// <summary>First part of the stream id: <c>concern</c> in <c>concern-0h3...</c>. A contract.</summary>
    public required string Name { get; init; }

    public required TState Initial { get; init; }

    public required Func<TState, TCommand, CommandContext, Decision<TEvent>> Decide { get; init; }

    public required Func<TState, TEvent, TState> Evolve { get; init; }

    public required EventTypes<TEvent> Events { get; init; }

    /// <summary>Raised when <see cref="Project"/> changes what it writes; a rebuild then rewrites every row.</summary>
    public required int ProjectionVersion { get; init; }

    /// <summary>
    /// The types of the rows that <see cref="Project"/> writes. Each is a contract with a kept sample.
    /// </summary>
    public required IReadOnlyList<Type> Rows { get; init; }

    /// <summary>
    /// The view rows of this state. Pure: same state, same rows. Each row belongs to this stream alone.
    /// </summary>
    public required Func<StreamHead, TState, IEnumerable<ViewRow>> Project { get; init; }

    /// <summary>
    /// The item of the stream that an event is about, where people work on items side by side: each item has its
    /// version, that of the last event about it.
    /// </summary>
    public Func<TEvent, string?> Item { get; init; } = _ => null;

    /// <summary>
    /// Where files of these streams are kept, each named by its stream's id, a slash, and something that ends with (the
    /// beginning of) its hash. What is written there and no event refers to is swept.
    /// </summary>
    public IReadOnlyList<string> Containers { get; init; } = [];

    /// <summary>What else follows an append, in the order in which it is tried.</summary>
    public IReadOnlyList<Effect<TEvent>> Effects { get; init; } = [];
}

/// <summary>A stream as it stands: its id and version, when it began and when it last changed (domain clock).</summary>
public sealed record StreamHead(string Kind, Id Id, int Version, DateTimeOffset CreatedAt, DateTimeOffset ChangedAt)
{
    public string StreamId => $"{Kind}-{Id}";
}

/// <summary>
/// One row of a list that a page or a rule reads: <paramref name="Partition"/> names the list, <paramref name="Key"/>
/// orders it. Both are escaped by the storage room. The document is stored as JSON.
/// </summary>
public sealed record ViewRow(string Partition, string Key, object Document);
