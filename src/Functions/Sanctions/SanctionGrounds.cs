using Oversight.Functions.Providers;
using Oversight.Functions.Reviews;
using Oversight.Functions.Storage;
using Oversight.Providers;
using Oversight.Reviews;
using Oversight.Settings;

namespace Oversight.Functions.Sanctions;

/// <summary>What the register says of the unit that a sanction is about.</summary>
public sealed class SanctionGrounds(Streams streams)
{
    /// <summary>Null: the register does not know the unit, or the settings have no ladder for its agreement.</summary>
    public async Task<SanctionChoice?> ChoiceAsync(OpenReview open, CancellationToken cancellation)
    {
        if (await UnitAsync(open.Review.Unit.UnitId, cancellation) is not { } unit)
            return null;
        var agreement = unit.Placements.On(open.Today);
        var rules = open.InForce.Settings.SanctionRulesOn(open.Today);
        return rules.LadderOf(agreement.Form.FormCode(), agreement.Area, agreement.AgreementKey) is { } ladder
            ? new SanctionChoice(rules, ladder, unit.History.On(open.Today).Services)
            : null;
    }

    /// <summary>Without a step where the settings have no ladder: whatever is chosen is refused at its field.</summary>
    public async Task<SanctionChoice> ChoiceOrNoneAsync(OpenReview open, CancellationToken cancellation)
    {
        var rules = open.InForce.Settings.SanctionRulesOn(open.Today);
        return await ChoiceAsync(open, cancellation)
            ?? new SanctionChoice(rules, rules.Ladders[0] with { Steps = [] }, []);
    }

    public async Task<UnitState.Registered?> UnitAsync(Id unit, CancellationToken cancellation) =>
        await streams.LoadAsync(UnitStream.Kind, unit, cancellation) is { State: UnitState.Registered known }
            ? known
            : null;

    public async Task<ProviderState.Registered?> ProviderAsync(Id provider, CancellationToken cancellation) =>
        await streams.LoadAsync(ProviderStream.Kind, provider, cancellation)
            is { State: ProviderState.Registered known }
            ? known
            : null;
}
