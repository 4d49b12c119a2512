namespace Oversight.Providers;

public abstract partial record UnitCommand
{
    /// <summary>Provider or agreement has changed name, owner or terms: the unit's copy of it follows.</summary>
    public sealed record FollowAgreement(AgreementFacts Agreement) : OfRegistered
    {
        internal override Decision<UnitEvent> Decide(UnitState.Registered unit, CommandContext context) =>
            unit.Agreement.AgreementId != Agreement.AgreementId || unit.Agreement == Agreement
                ? Decision.Accept<UnitEvent>()
                : new UnitEvent.AgreementFollowed(Agreement);
    }
}

public abstract partial record UnitEvent
{
    public sealed record AgreementFollowed(AgreementFacts Agreement) : OfRegistered
    {
        internal override UnitState Apply(UnitState.Registered unit) =>
            unit with { Placements = unit.Placements.WithLatest(Agreement) };
    }
}
