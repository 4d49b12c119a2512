using Oversight.Functions.Storage.Effects;

namespace Oversight.Functions.Storage;

public sealed partial record StreamKind<TState, TCommand, TEvent>
{
    IReadOnlyList<IEffect> IStreamKind.Effects => Effects;

    /// <inheritdoc/>
    public IReadOnlyList<EffectStep> StepsOf(IEffect effect, StoredStream stream, int reached)
    {
        var declared = (Effect<TEvent>)effect;
        // An append is what happens at once: its last event stands for it, and the state after all of it is what is
        // seen.
        var appends = stream.Events.Where(row => row.Version > reached)
            .GroupBy(row => row.CommandId)
            .Select(rows => (End: rows.Max(row => row.Version), Cause: Last(rows, declared)))
            .Where(append => append.Cause is not null)
            .ToList();
        if (appends.Count == 0)
            return [];
        return declared.IsOfState
            ? [StepAt(stream, stream.Version, appends[^1].Cause!)]
            : [.. appends.Select(append => StepAt(stream, append.End, append.Cause!))];
    }

    private Recorded<TEvent>? Last(IEnumerable<EventRow> rows, Effect<TEvent> effect) =>
        rows.Select(Read).LastOrDefault(recorded => effect.After(recorded.Event));

    private EffectStep StepAt(StoredStream stream, int version, Recorded<TEvent> cause) =>
        new(version, (handler, mayGoOn, cancellation) =>
    {
        var folded = Fold(stream.At(version));
        return ((IEffectHandler<TState, TEvent>)handler).RunAsync(
            new EffectCall<TState, TEvent>(folded.Head, folded.State, cause, mayGoOn), cancellation);
    });
}
