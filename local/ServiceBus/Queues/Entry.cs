using Oversight.Local.ServiceBus.Storage;

namespace Oversight.Local.ServiceBus.Queues;

internal enum EntryState
{
    Ready,
    Scheduled,

    /// <summary>Delivered as often as the queue allows: waits to be dead-lettered.</summary>
    Exhausted,

    /// <summary>Its row is being written: on its way to a receiver, or being settled.</summary>
    Busy,
    Locked,
}

/// <summary>A message in memory. Only its <see cref="MessageList"/> changes it.</summary>
internal sealed class Entry(StoredMessage message)
{
    public StoredMessage Message { get; set; } = message;

    public EntryState State { get; set; } = EntryState.Busy;

    public Rank Rank { get; set; } = new(message.Number, 0);

    public Guid Token { get; set; }

    public DateTimeOffset LockedUntil { get; set; }
}

/// <summary>
/// The order of delivery. A message that was scheduled comes after those that were sent before it became due, as in
/// Azure; it keeps its number here, so that whoever scheduled it still knows it.
/// </summary>
internal readonly record struct Rank(long AfterNumber, long Then) : IComparable<Rank>
{
    public int CompareTo(Rank other) => (AfterNumber, Then).CompareTo((other.AfterNumber, other.Then));
}
