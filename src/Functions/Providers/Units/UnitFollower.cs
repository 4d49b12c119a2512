using Oversight.Functions.Storage;
using Oversight.Functions.Storage.Effects;
using Oversight.Providers;

namespace Oversight.Functions.Providers;

/// <summary>Lets the units of a provider follow its name, owner and terms.</summary>
public sealed class UnitFollower(Streams streams, Views views) : IEffectHandler<ProviderState, ProviderEvent>
{
    public const string EffectName = "provider.units-follow";

    public string Effect => EffectName;

    public string Title => "Enheter följer sin anordnares namn, ägare och villkor";

    public async Task<EffectProgress> RunAsync(
        EffectCall<ProviderState, ProviderEvent> call, CancellationToken cancellation)
    {
        if (call.State is not ProviderState.Registered provider)
            return EffectProgress.Done;
        var id = call.Head.Id;
        var rows = await views.ReadAllAsync<UnitRow>(RegisterPartitions.OfProvider(id), cancellation,
            RegisterPartitions.UnitPrefix);
        foreach (var row in rows.Where(row => row.IsRunBy(id)))
        {
            if (FactsFor(id, provider, row.Unit.Agreement) is not { } facts)
                continue;
            if (!call.MayGoOn())
                return EffectProgress.MoreToDo;
            await streams.ChangeAsync(UnitStream.Kind, row.UnitId, new UnitCommand.FollowAgreement(facts),
                call.Envelope, cancellation);
        }

        return EffectProgress.Done;
    }

    /// <summary>What a unit should say of its agreement; null when it does.</summary>
    internal static AgreementFacts? FactsFor(Id id, ProviderState.Registered provider, AgreementFacts said) =>
        provider.Agreement(said.AgreementId) is { } agreement && provider.Facts(id, agreement) is var facts
            && facts != said ? facts : null;
}

/// <summary>
/// A unit that came while its provider was being changed is in no list yet when the others follow: it looks for itself.
/// </summary>
public sealed class UnitArrival(Streams streams) : IEffectHandler<UnitState, UnitEvent>
{
    public const string EffectName = "unit.arrives";

    public string Effect => EffectName;

    public string Title => "En ny enhet får sin anordnares namn, ägare och villkor";

    public async Task<EffectProgress> RunAsync(EffectCall<UnitState, UnitEvent> call, CancellationToken cancellation)
    {
        if (call.State is UnitState.Registered { Agreement: var said }
            && await streams.LoadAsync(ProviderStream.Kind, said.ProviderId,
                cancellation) is { State: ProviderState.Registered provider }
            && UnitFollower.FactsFor(said.ProviderId, provider, said) is { } facts)
            await streams.ChangeAsync(UnitStream.Kind, call.Head.Id, new UnitCommand.FollowAgreement(facts),
                call.Envelope, cancellation);
        return EffectProgress.Done;
    }
}
