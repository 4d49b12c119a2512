using System.Collections.Frozen;

namespace Oversight.Functions.Storage.Effects;

/// <summary>Who carries out an effect.</summary>
public interface IEffectHandler
{
    /// <summary>The <see cref="IEffect.Name"/>.</summary>
    string Effect { get; }

    /// <summary>What it does, in Swedish, for the page of what was put aside.</summary>
    string Title { get; }
}

/// <summary>The handler for streams of one kind. Anything thrown is a failure, which is tried again later.</summary>
public interface IEffectHandler<TState, TEvent> : IEffectHandler
    where TEvent : notnull
{
    Task<EffectProgress> RunAsync(EffectCall<TState, TEvent> call, CancellationToken cancellation);
}

/// <summary>What an effect is called with.</summary>
/// <param name="State">
/// As it was at <paramref name="Head"/>'s version: for an effect of an event, right after that append.
/// </param>
/// <param name="Cause">The last event of the append that the effect follows.</param>
/// <param name="MayGoOn">
/// False when it is time to stop between two steps and answer <see cref="EffectProgress.MoreToDo"/>.
/// </param>
public sealed record EffectCall<TState, TEvent>(
    StreamHead Head, TState State, Recorded<TEvent> Cause, Func<bool> MayGoOn)
    where TEvent : notnull
{
    /// <summary>
    /// For commands that the effect issues: they happen in the name of whoever caused it, when they did.
    /// </summary>
    public Envelope Envelope { get; } =
        new(new CommandContext(Cause.Actor, Cause.At, Cause.Day), Cause.SettingsHash, Against.Latest)
        { IsOfEffect = true };
}

/// <summary>
/// Every handler by its effect. Asked for late: a handler works with streams, and streams with effects.
/// </summary>
public sealed class EffectHandlers(Func<IEnumerable<IEffectHandler>> all)
{
    private readonly Lazy<FrozenDictionary<string, IEffectHandler>> _handlers =
        new(() => all().ToFrozenDictionary(handler => handler.Effect, StringComparer.Ordinal));

    public IEffectHandler? Find(string effect) => _handlers.Value.GetValueOrDefault(effect);

    public IEffectHandler Get(string effect) =>
        Find(effect) ?? throw new InvalidOperationException($"Nobody carries out the effect {effect}.");
}
