namespace Oversight.Concerns;

/// <summary>
/// What happened to a concern; each stands in <c>Operations</c> with what led to it. No event holds free text, a name,
/// or who a reporter or client is: only references, codes, dates, pseudonyms, and the Entra object id of staff who
/// decide.
/// </summary>
public abstract partial record ConcernEvent
{
    private ConcernEvent(DateOnly on) => On = on;

    /// <summary>The Stockholm day on which it happened.</summary>
    public DateOnly On { get; init; }

    /// <summary>The state afterwards, but for the version, which <see cref="ConcernDecider.Evolve"/> counts.</summary>
    internal abstract ConcernState Apply(ConcernState state);
}
