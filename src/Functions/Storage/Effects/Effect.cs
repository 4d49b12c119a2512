namespace Oversight.Functions.Storage.Effects;

/// <summary>
/// Something that follows an append. Declared by the stream's kind; there is no other way to do something after one. It
/// is carried out at least once for as long as it takes, by its <see cref="IEffectHandler{TState,TEvent}"/>, which must
/// bear a second time.
/// </summary>
public sealed record Effect<TEvent> : IEffect
    where TEvent : notnull
{
    internal Effect(string name, bool isOfState, Func<TEvent, bool> after) =>
        (Name, IsOfState, After) = (name, isOfState, after);

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public bool IsOfState { get; }

    /// <inheritdoc/>
    public bool OneAtATime { get; init; }

    /// <summary>The events that it follows.</summary>
    public Func<TEvent, bool> After { get; }

}

public static class Effect
{
    /// <summary>Makes something agree with the stream as it stands: the newest version is all that counts.</summary>
    public static Effect<TEvent> OfState<TEvent>(string name, Func<TEvent, bool> after)
        where TEvent : notnull => new(name, isOfState: true, after);

    /// <summary>Once for each append, in their order, however late; never superseded by a newer one.</summary>
    public static Effect<TEvent> OfEvent<TEvent>(string name, Func<TEvent, bool> after)
        where TEvent : notnull => new(name, isOfState: false, after);
}

/// <summary>An effect, for those who run any.</summary>
public interface IEffect
{
    /// <summary>A contract: stored with what has been reached, and how the handler is found.</summary>
    string Name { get; }

    bool IsOfState { get; }

    /// <summary>Work of many steps that two must not do side by side: whoever runs it holds a lease.</summary>
    bool OneAtATime { get; }
}

/// <summary>One piece of work that is due.</summary>
/// <param name="Version">The version of the stream that is reached with it.</param>
public sealed record EffectStep(
    int Version, Func<IEffectHandler, Func<bool>, CancellationToken, Task<EffectProgress>> RunAsync);

public enum EffectProgress
{
    Done,

    /// <summary>The time was not enough: it goes on where it was, as a job.</summary>
    MoreToDo,
}
