using Oversight.Functions.Storage;
using Oversight.Providers;

namespace Oversight.Functions.Providers;

/// <summary>Carries out commands on units: the code is reserved within the provider and a manager's name is kept apart from the record.</summary>
public sealed class UnitDesk(Streams streams, Reservations reservations, ManagerNames names)
{
    public Task<Folded<UnitState>?> LoadAsync(Id id, CancellationToken cancellation) => streams.LoadAsync(UnitStream.Kind, id, cancellation);

    public async Task<Outcome<UnitState>> RegisterAsync(Id id, UnitCommand.Register command, Envelope envelope, CancellationToken cancellation)
    {
        if (await LoadAsync(id, cancellation) is null
            && UnitDecider.Decide(UnitState.Initial, command, envelope.Context) is Decision<UnitEvent>.Accepted)
        {
            if (await IsKeyTakenAsync(command.Agreement.ProviderId, command.Key, id, cancellation))
                return new Outcome<UnitState>.Refused([new Refusal(UnitRefusals.KeyTaken, "key")]);
            if (command.Manager is { } manager)
                await names.KeepAsync(command.Agreement.ProviderId, manager.Key, manager.Name, cancellation);
        }

        return await streams.CreateAsync(UnitStream.Kind, id, command, envelope, cancellation);
    }

    public async Task<Outcome<UnitState>> ChangeAsync(Id id, UnitCommand command, Envelope envelope, CancellationToken cancellation)
    {
        if (command is UnitCommand.AppointManager or UnitCommand.TakeOver
            && await LoadAsync(id, cancellation) is { State: UnitState.Registered unit }
            && UnitDecider.Decide(unit, command, envelope.Context) is Decision<UnitEvent>.Accepted
            && !await PrepareAsync(id, unit, command, cancellation))
            return new Outcome<UnitState>.Refused([new Refusal(UnitRefusals.KeyTaken, "agreementId")]);
        return await streams.ChangeAsync(UnitStream.Kind, id, command, envelope, cancellation);
    }

    /// <summary>What must stand before the append; false when the new provider has another unit with the same code.</summary>
    private async Task<bool> PrepareAsync(Id id, UnitState.Registered unit, UnitCommand command, CancellationToken cancellation)
    {
        if (command is UnitCommand.AppointManager appoint)
        {
            await names.KeepAsync(unit.Agreement.ProviderId, appoint.Key, appoint.Name, cancellation);
            return true;
        }

        var to = ((UnitCommand.TakeOver)command).Agreement.ProviderId;
        if (await IsKeyTakenAsync(to, unit.Key, id, cancellation))
            return false;
        if (unit.Manager is { } manager && to != manager.KeptWith)
            await names.CopyAsync(manager, to, cancellation);
        return true;
    }

    private async Task<bool> IsKeyTakenAsync(Id provider, string key, Id id, CancellationToken cancellation)
    {
        var streamId = UnitStream.StreamId(id);
        var holder = await reservations.TryReserveAsync($"enhetskod|{provider}", key.ToLowerInvariant(), streamId, cancellation);
        return holder is not null && holder != streamId;
    }
}
