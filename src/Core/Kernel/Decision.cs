namespace Oversight;

/// <summary>
/// What the rules answer to a command: the events that follow from it, or every reason it is refused.
/// </summary>
/// <typeparam name="TEvent">The closed union of events of the stream.</typeparam>
public abstract record Decision<TEvent>
{
    private Decision()
    {
    }

    /// <summary>
    /// Accepted. No events means that there was nothing left to say (the command had been carried out already).
    /// </summary>
    public sealed record Accepted(IReadOnlyList<TEvent> Events) : Decision<TEvent>;

    /// <summary>Refused, with at least one reason. Nothing is written.</summary>
    public sealed record Refused(IReadOnlyList<Refusal> Reasons) : Decision<TEvent>;

    public static implicit operator Decision<TEvent>(TEvent happened) => new Accepted([happened]);

    public static implicit operator Decision<TEvent>(Refusal reason) => new Refused([reason]);
}

/// <summary>Short forms for deciders.</summary>
public static class Decision
{
    public static Decision<TEvent> Accept<TEvent>(params IReadOnlyList<TEvent> events) =>
        new Decision<TEvent>.Accepted(events);

    public static Decision<TEvent> Refuse<TEvent>(params IReadOnlyList<Refusal> reasons) =>
        new Decision<TEvent>.Refused(reasons);

    /// <summary>
    /// Refuses with all <paramref name="reasons"/> when there are any; otherwise asks <paramref name="accept"/>.
    /// </summary>
    public static Decision<TEvent> Unless<TEvent>(IReadOnlyList<Refusal> reasons, Func<Decision<TEvent>> accept) =>
        reasons.Count > 0 ? new Decision<TEvent>.Refused(reasons) : accept();
}
