using Oversight.Functions.Storage;
using Oversight.Providers;

namespace Oversight.Functions.Providers;

/// <summary>Carries out commands on units: the code is reserved within the provider and a manager's name is kept apart from the record.</summary>
public sealed class UnitDesk(Streams streams, UnitCodes codes, ManagerNames names)
{
    public Task<Folded<UnitState>?> LoadAsync(Id id, CancellationToken cancellation) => streams.LoadAsync(UnitStream.Kind, id, cancellation);

    public async Task<Outcome<UnitState>> RegisterAsync(Id id, UnitCommand.Register command, Envelope envelope, CancellationToken cancellation)
    {
        if (await LoadAsync(id, cancellation) is not null
            || UnitDecider.Decide(UnitState.Initial, command, envelope.Context) is not Decision<UnitEvent>.Accepted)
            return await streams.CreateAsync(UnitStream.Kind, id, command, envelope, cancellation);

        var commandId = NewCommandId();
        if (await codes.TryReserveAsync(command.Agreement.ProviderId, command.Key, id, creates: true, commandId, cancellation) is not { } code)
            return new Outcome<UnitState>.Refused([new Refusal(UnitRefusals.KeyTaken, "key")]);
        if (command.Manager is { } manager)
            await names.KeepAsync(command.Agreement.ProviderId, manager.Key, manager.Name, cancellation);
        var outcome = await streams.CreateAsync(UnitStream.Kind, id, command, envelope with { CommandId = commandId }, cancellation);
        if (outcome is not Outcome<UnitState>.Done)
            await codes.EndAsync(code, cancellation);
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

    /// <summary>The code is reserved with the new provider before the append; <see cref="UnitCodes"/> gives the old one's back after it.</summary>
    private async Task<Outcome<UnitState>> TakeOverAsync(
        StreamHead head, UnitState.Registered unit, UnitCommand.TakeOver command, Envelope envelope, CancellationToken cancellation)
    {
        var (from, to) = (unit.Agreement.ProviderId, command.Agreement.ProviderId);
        if (from == to)
            return await streams.ChangeAsync(UnitStream.Kind, head.Id, command, envelope, cancellation);
        var commandId = NewCommandId();
        if (await codes.TryReserveAsync(to, unit.Key, head.Id, creates: false, commandId, cancellation) is not { } code)
            return new Outcome<UnitState>.Refused([new Refusal(UnitRefusals.KeyTaken, "agreementId")]);
        if (unit.Manager is { } manager && to != manager.KeptWith)
            await names.CopyAsync(manager, to, cancellation);
        var outcome = await streams.ChangeAsync(UnitStream.Kind, head.Id, command, envelope with { CommandId = commandId }, cancellation);
        // What was appended is followed up by the effect, which ends the claim too.
        if (outcome is not Outcome<UnitState>.Done { Repeated: false })
            await codes.EndAsync(code, cancellation);
        return outcome;
    }

    private static string NewCommandId() => Guid.NewGuid().ToString("N");
}
