namespace Oversight.Functions.Storage;

/// <summary>
/// The explicit, versioned names of a union's events (<c>concern.reported.v1</c>) and how old shapes are read. Unknown
/// names fail closed: a stream with an event this code does not know cannot be folded.
/// </summary>
public sealed class EventTypes<TEvent> : IStoredEvents
    where TEvent : notnull
{
    private readonly Dictionary<string, Type> _types = new(StringComparer.Ordinal);
    private readonly Dictionary<Type, string> _names = [];
    private readonly Dictionary<string, Func<string, TEvent>> _upcasters = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, Type> Written => _types;

    /// <inheritdoc/>
    public IEnumerable<string> Old => _upcasters.Keys;

    /// <inheritdoc/>
    public string Rewrite(string name, string payload) => Write(Read(name, payload));

    public EventTypes<TEvent> Add<T>(string name)
        where T : TEvent
    {
        _types.Add(name, typeof(T));
        _names.Add(typeof(T), name);
        return this;
    }

    /// <summary>Reads events stored under an old name or shape.</summary>
    public EventTypes<TEvent> Upcast(string oldName, Func<string, TEvent> read)
    {
        _upcasters.Add(oldName, read);
        return this;
    }

    public string NameOf(TEvent happened) =>
        _names.TryGetValue(happened.GetType(), out var name)
            ? name
            : throw new InvalidOperationException($"{happened.GetType().Name} has no stored name.");

    public TEvent Read(string name, string payload)
    {
        if (_upcasters.TryGetValue(name, out var upcast))
            return upcast(payload);
        if (!_types.TryGetValue(name, out var type))
            throw new UnknownEventException(name);
        return (TEvent)StoredJson.Read(payload, type);
    }

    public string Write(TEvent happened) => StoredJson.Write(happened, happened.GetType());
}

/// <summary>The stored events of any kind of stream.</summary>
public interface IStoredEvents
{
    /// <summary>The names that are written, and the type of each.</summary>
    IReadOnlyDictionary<string, Type> Written { get; }

    /// <summary>Names that are read and no longer written.</summary>
    IEnumerable<string> Old { get; }

    /// <summary>The payload as it would be written today.</summary>
    string Rewrite(string name, string payload);
}

/// <summary>
/// A stored event that this version of the code does not know: the stream must not be folded or written.
/// </summary>
public sealed class UnknownEventException(string name) : Exception($"Unknown event type '{name}'.");
