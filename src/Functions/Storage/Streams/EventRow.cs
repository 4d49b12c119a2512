namespace Oversight.Functions.Storage;

/// <summary>One event as it is stored, its payload not yet read.</summary>
/// <param name="CommandId">Which attempt wrote it; tells a lost answer from a real conflict.</param>
public sealed record EventRow(
    int Version,
    string Type,
    string Payload,
    Actor Actor,
    DateTimeOffset At,
    DateOnly Day,
    string? Reason,
    string SettingsHash,
    string CommandId);

/// <summary>
/// An idempotency key that has been used on a stream, kept in the transaction of the events it caused.
/// </summary>
public sealed record KeyRow(string Hash, string? BodyHash, int Version);

/// <summary>A stream as read: every event in order, and the keys used on it where they were asked for.</summary>
public sealed record StoredStream(
    string StreamId, IReadOnlyList<EventRow> Events, IReadOnlyDictionary<string, KeyRow> Keys)
{
    public static IReadOnlyDictionary<string, KeyRow> NoKeys { get; } = new Dictionary<string, KeyRow>();

    /// <summary>Whether the keys were asked for.</summary>
    public bool HasKeys => !ReferenceEquals(Keys, NoKeys);

    public int Version => Events.Count;

    public StoredStream With(IReadOnlyList<EventRow> appended) => this with { Events = [.. Events, .. appended] };

    /// <summary>The stream as it was at an earlier version.</summary>
    public StoredStream At(int version) => this with { Events = [.. Events.Take(version)] };
}
