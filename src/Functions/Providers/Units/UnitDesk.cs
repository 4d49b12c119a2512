using Oversight.Functions.Storage;
using Oversight.Providers;

namespace Oversight.Functions.Providers;

/// <summary>
/// Carries out commands on units: the code is reserved within the provider and a manager's name is kept apart from the
/// record.
/// </summary>
public sealed class UnitDesk(Streams streams, UnitCodes codes, ManagerNames names, UnitContacts contacts)
{
    public Task<Folded<UnitState>?> LoadAsync(Id id, CancellationToken cancellation) =>
        streams.LoadAsync(UnitStream.Kind, id, cancellation);

    public Task<Folded<UnitState>?> LoadForChangeAsync(Id id, CancellationToken cancellation) =>
        streams.LoadForChangeAsync(UnitStream.Kind, id, cancellation);

    public Task<IReadOnlyList<Recorded<UnitEvent>>> HistoryAsync(Id id, CancellationToken cancellation) =>
        streams.HistoryAsync(UnitStream.Kind, id, cancellation);

    public async Task<Outcome<UnitState>> RegisterAsync(
        Id id, UnitCommand.Register command, Envelope envelope, CancellationToken cancellation)
    {
        Reservation? code = null;
        var own = envelope with { CommandId = NewCommandId() };
        var loaded = await streams.LoadForChangeAsync(UnitStream.Kind, id, cancellation);
        var outcome = await streams.CreateAsync(UnitStream.Kind, id, command, own, cancellation, PrepareAsync, loaded);
        if (code is not null && outcome is not Outcome<UnitState>.Done)
            await codes.EndAsync(code, cancellation);
        return outcome;

        async Task<Prepared<UnitCommand>> PrepareAsync(UnitCommand accepted, CancellationToken token)
        {
            code = await codes.TryReserveAsync(command.Agreement.ProviderId, command.Key, id, creates: true,
                own.CommandId, token);
            if (code is null)
                return new Prepared<UnitCommand>.Refused(new Refusal(UnitRefusals.KeyTaken, "key"));
            if (command.Manager is { } manager)
                await names.KeepAsync(command.Agreement.ProviderId, id, manager.Key, manager.Name, token);
            return new Prepared<UnitCommand>.Go(accepted);
        }
    }

    /// <summary>
    /// A name is kept, and a code reserved with a new provider, once the rules have said yes; what was appended is
    /// followed up by <see cref="UnitCodes"/>, which gives the old provider's code back and ends the claim.
    /// </summary>
    /// <param name="loaded">The unit as the caller has read it with its keys.</param>
    public async Task<Outcome<UnitState>> ChangeAsync(
        Id id, UnitCommand command, Envelope envelope, CancellationToken cancellation, Folded<UnitState>? loaded = null)
    {
        Reservation? code = null;
        var own = envelope with { CommandId = NewCommandId() };
        loaded ??= await streams.LoadForChangeAsync(UnitStream.Kind, id, cancellation);
        var outcome = await streams.ChangeAsync(
            UnitStream.Kind, id, command, own, cancellation,
            loaded?.State is UnitState.Registered unit ? Prepare(unit) : null, loaded);
        if (code is not null && outcome is not Outcome<UnitState>.Done { Repeated: false })
            await codes.EndAsync(code, cancellation);
        return outcome;

        Preparation<UnitCommand> Prepare(UnitState.Registered unit) => async (accepted, token) =>
        {
            switch (accepted)
            {
                case UnitCommand.AppointManager appoint:
                    await names.KeepAsync(unit.Agreement.ProviderId, id, appoint.Key, appoint.Name, token);
                    break;
                case UnitCommand.SetContact contact:
                    await contacts.KeepAsync(unit.Agreement.ProviderId, id, contact.Key, contact.Address, token);
                    break;
                case UnitCommand.TakeOver { Agreement.ProviderId: var to } when to != unit.Agreement.ProviderId:
                    code = await codes.TryReserveAsync(to, unit.Key, id, creates: false, own.CommandId, token);
                    if (code is null)
                        return new Prepared<UnitCommand>.Refused(new Refusal(UnitRefusals.KeyTaken, "agreementId"));
                    if (unit.Manager is { } manager && to != manager.KeptWith)
                        await names.CopyAsync(manager, id, to, token);
                    break;
            }

            return new Prepared<UnitCommand>.Go(accepted);
        };
    }

    private static string NewCommandId() => Guid.NewGuid().ToString("N");
}
