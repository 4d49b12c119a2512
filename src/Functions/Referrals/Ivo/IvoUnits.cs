using Oversight.Functions.Providers;
using Oversight.Functions.Storage;
using Oversight.Providers;
using Oversight.Referrals;
using Oversight.Reviews;
using Oversight.Settings;

namespace Oversight.Functions.Referrals;

/// <summary>What the register says of a unit that IVO may be told of.</summary>
/// <param name="Number">Null for a sole trader, whose number is a person's.</param>
public sealed record IvoUnit(Licence? Licence, Ownership? Ownership, OrganisationNumber? Number, bool IsLicensable);

public sealed class IvoUnits(Streams streams)
{
    public async Task<IvoUnit> FindAsync(ReviewedUnit unit, IvoRules rules, CancellationToken cancellation)
    {
        var registered = (await streams.LoadAsync(UnitStream.Kind, unit.UnitId, cancellation))?.State
            as UnitState.Registered;
        var provider = (await streams.LoadAsync(ProviderStream.Kind, unit.ProviderId, cancellation))?.State
            as ProviderState.Registered;
        return new IvoUnit(
            registered?.Licence, registered?.Agreement.Ownership, provider?.Number,
            // Egen regi needs no licence, but its operations are of the same kind by their services.
            registered is not null && (registered.Licence.IsRequired
                || registered.Details.Services.Any(rules.LicensableServices.Contains)));
    }

    public async Task<IvoAbout> AboutAsync(
        ReviewedUnit unit, IReadOnlyList<Id> concerns, MunicipalitySettings settings, DateOnly day,
        CancellationToken cancellation)
    {
        var rules = settings.IvoRulesOn(day);
        var found = await FindAsync(unit, rules, cancellation);
        return new IvoAbout(unit, concerns, found.IsLicensable, rules, settings.Codes(CodeLists.IvoGrounds));
    }
}
