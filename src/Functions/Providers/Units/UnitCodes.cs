using Oversight.Functions.Storage;
using Oversight.Functions.Storage.Effects;
using Oversight.Providers;

namespace Oversight.Functions.Providers;

/// <summary>
/// The code of a unit is its own within its provider: reserved before the append, given back by whom it was taken over
/// from.
/// </summary>
public sealed class UnitCodes(Streams streams, Reservations reservations) : IEffectHandler<UnitState, UnitEvent>
{
    public const string EffectName = "unit.code-given-back";

    public string Effect => EffectName;

    public string Title => "Enhetskoden blir ledig hos den tidigare anordnaren";

    /// <param name="commandId">The command that it is reserved for.</param>
    public async Task<Reservation?> TryReserveAsync(
        Id provider, string key, Id unit, bool creates, string commandId, CancellationToken cancellation) =>
        await reservations.TryReserveAsync(Code(provider, key), UnitStream.StreamId(unit), creates, cancellation,
            commandId) is Reserving.Ours ours
            ? ours.Reservation
            : null;

    public Task EndAsync(Reservation reservation, CancellationToken cancellation) =>
        reservations.EndAsync(reservation, cancellation);

    public async Task<EffectProgress> RunAsync(EffectCall<UnitState, UnitEvent> call, CancellationToken cancellation)
    {
        if (call.State is not UnitState.Registered unit)
            return EffectProgress.Done;
        var (streamId, current) = (call.Head.StreamId, unit.Agreement.ProviderId);
        await reservations.EndAsync(new Reservation(Code(current, unit.Key), streamId, call.Cause.CommandId),
            cancellation);
        foreach (var left in unit.Placements.Select(placement => placement.Value.ProviderId).Distinct()
            .Where(provider => provider != current))
            await reservations.ReleaseAsync(Code(left, unit.Key), streamId, cancellation);
        return EffectProgress.Done;
    }

    private Reservable Code(Id provider, string key) =>
        new($"enhetskod|{provider}", key.ToLowerInvariant(), async (holder, cancellation) =>
            !Id.TryParse(holder[(UnitStream.Kind.Name.Length + 1)..], out var id)
            || await streams.LoadAsync(UnitStream.Kind, id, cancellation) is not { State: UnitState.Registered unit }
            ? Holding.NoStream
            : unit.Agreement.ProviderId == provider && unit.Key.Equals(key, StringComparison.OrdinalIgnoreCase)
                ? Holding.Held
            : Holding.NotHeld);
}
