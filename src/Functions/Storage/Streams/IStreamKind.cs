using Oversight.Functions.Storage.Effects;

namespace Oversight.Functions.Storage;

/// <summary>A kind of stream for those who project any stream: the worker of old marks and the rebuild.</summary>
public interface IStreamKind
{
    string Name { get; }

    int ProjectionVersion { get; }

    IReadOnlyList<Type> Rows { get; }

    IStoredEvents StoredEvents { get; }

    IReadOnlyList<IEffect> Effects { get; }

    IReadOnlyList<string> Containers { get; }

    /// <summary>
    /// What is due of an effect: in order, each append after <paramref name="reached"/> that it follows.
    /// </summary>
    IReadOnlyList<EffectStep> StepsOf(IEffect effect, StoredStream stream, int reached);

    /// <summary>
    /// The view rows of the stream as it stands, and the addresses that any version after
    /// <paramref name="alreadyOwned"/> has had rows at.
    /// </summary>
    Projection ProjectFrom(StoredStream stream, int alreadyOwned);
}

/// <summary>Where a view row stands; both parts escaped.</summary>
public readonly record struct RowAddress(string Partition, string Key);

/// <param name="Rows">Address to JSON of every row that should be there.</param>
/// <param name="Owned">Every address that is or was this stream's, the rows' own among them.</param>
public sealed record Projection(IReadOnlyDictionary<RowAddress, string> Rows, IReadOnlySet<RowAddress> Owned);

/// <summary>A stream id is its kind, a dash and an id.</summary>
public static class StreamIds
{
    public static string KindOf(string streamId) => streamId[..^(Id.Length + 1)];

    public static Id IdOf(string streamId) => Id.FromValue(streamId[^Id.Length..]);
}

/// <summary>Every kind of stream that this application knows.</summary>
public sealed class StreamKinds(IEnumerable<IStreamKind> kinds)
{
    private readonly Dictionary<string, IStreamKind> _kinds = kinds.ToDictionary(
        kind => kind.Name, StringComparer.Ordinal);

    public IReadOnlyCollection<IStreamKind> All => _kinds.Values;

    public IStreamKind? Find(string streamId) =>
        streamId.Length > Id.Length + 1 ? _kinds.GetValueOrDefault(StreamIds.KindOf(streamId)) : null;
}
