using Oversight.Functions.Dependencies;
using Oversight.Functions.Storage;
using Oversight.Providers;

namespace Oversight.Functions.Providers;

/// <summary>Carries out commands on units: the code is reserved within the provider and a manager's name is kept apart from the record.</summary>
public sealed class UnitDesk(Streams streams, Reservations reservations, ManagerNames names)
{
    public Task<Folded<UnitState>?> LoadAsync(Id id, CancellationToken cancellation) => streams.LoadAsync(UnitStream.Kind, id, cancellation);

    public async Task<Outcome<UnitState>> RegisterAsync(Id id, UnitCommand.Register command, Envelope envelope, CancellationToken cancellation)
    {
        if (await LoadAsync(id, cancellation) is not null
            || UnitDecider.Decide(UnitState.Initial, command, envelope.Context) is not Decision<UnitEvent>.Accepted)
            return await streams.CreateAsync(UnitStream.Kind, id, command, envelope, cancellation);

        var code = Code(command.Agreement.ProviderId, command.Key);
        if (await reservations.TryReserveAsync(code, UnitStream.StreamId(id), creates: true, cancellation) is not Reserving.Ours ours)
            return new Outcome<UnitState>.Refused([new Refusal(UnitRefusals.KeyTaken, "key")]);
        if (command.Manager is { } manager)
            await names.KeepAsync(command.Agreement.ProviderId, manager.Key, manager.Name, cancellation);
        var outcome = await streams.CreateAsync(UnitStream.Kind, id, command, envelope, cancellation);
        if (outcome is not Outcome<UnitState>.Done)
            await reservations.EndAsync(ours.Reservation, cancellation);
        return outcome;
    }

    public async Task<Outcome<UnitState>> ChangeAsync(Id id, UnitCommand command, Envelope envelope, CancellationToken cancellation)
    {
        // What would be refused, or was written against another version, reserves and keeps nothing; the stream says what becomes of it.
        if (command is UnitCommand.AppointManager or UnitCommand.TakeOver
            && await LoadAsync(id, cancellation) is { State: UnitState.Registered unit } folded
            && (envelope.ExpectedVersion ?? folded.Head.Version) == folded.Head.Version
            && UnitDecider.Decide(unit, command, envelope.Context) is Decision<UnitEvent>.Accepted)
        {
            if (command is UnitCommand.TakeOver takeOver)
                return await TakeOverAsync(folded.Head, unit, takeOver, envelope, cancellation);
            var appoint = (UnitCommand.AppointManager)command;
            await names.KeepAsync(unit.Agreement.ProviderId, appoint.Key, appoint.Name, cancellation);
        }

        return await streams.ChangeAsync(UnitStream.Kind, id, command, envelope, cancellation);
    }

    /// <summary>The code is reserved with the new provider before the append, and given back to the old one's after it.</summary>
    private async Task<Outcome<UnitState>> TakeOverAsync(
        StreamHead head, UnitState.Registered unit, UnitCommand.TakeOver command, Envelope envelope, CancellationToken cancellation)
    {
        var (from, to) = (unit.Agreement.ProviderId, command.Agreement.ProviderId);
        if (from == to)
            return await streams.ChangeAsync(UnitStream.Kind, head.Id, command, envelope, cancellation);
        if (await reservations.TryReserveAsync(Code(to, unit.Key), head.StreamId, creates: false, cancellation) is not Reserving.Ours ours)
            return new Outcome<UnitState>.Refused([new Refusal(UnitRefusals.KeyTaken, "agreementId")]);
        if (unit.Manager is { } manager && to != manager.KeptWith)
            await names.CopyAsync(manager, to, cancellation);
        var outcome = await streams.ChangeAsync(UnitStream.Kind, head.Id, command, envelope, cancellation);
        if (outcome is not Outcome<UnitState>.Done { State: UnitState.Registered moved })
            await reservations.EndAsync(ours.Reservation, cancellation);
        else
            await TryLeaveAsync(ours.Reservation, unit.Placements.Concat(moved.Placements).Select(placement => placement.Value.ProviderId));
        return outcome;
    }

    /// <summary>The take-over stands already: nobody's cancellation and no failure changes that.</summary>
    private async Task TryLeaveAsync(Reservation reservation, IEnumerable<Id> providers)
    {
        var key = reservation.What.Value;
        try
        {
            await reservations.EndAsync(reservation, CancellationToken.None);
            foreach (var left in providers.Distinct().Select(provider => Code(provider, key)).Where(code => code.Scope != reservation.What.Scope))
                await reservations.ReleaseAsync(left, reservation.StreamId, CancellationToken.None);
        }
        catch (DependencyUnavailableException)
        {
            // What was not given back is nobody's after ten minutes: the unit does not have it.
        }
    }

    private Reservable Code(Id provider, string key) => new($"enhetskod|{provider}", key.ToLowerInvariant(), async (holder, cancellation) =>
        !Id.TryParse(holder[(UnitStream.Kind.Name.Length + 1)..], out var id)
        || await LoadAsync(id, cancellation) is not { State: UnitState.Registered unit } ? Holding.NoStream
        : unit.Agreement.ProviderId == provider && unit.Key.Equals(key, StringComparison.OrdinalIgnoreCase) ? Holding.Held
        : Holding.NotHeld);
}
