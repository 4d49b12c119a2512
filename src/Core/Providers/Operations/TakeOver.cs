namespace Oversight.Providers;

public abstract partial record UnitCommand
{
    /// <summary>
    /// Another provider takes over, or the unit moves to another agreement of the same one. History follows the unit.
    /// </summary>
    public sealed record TakeOver(DateOnly From, AgreementFacts Agreement) : OfRegistered
    {
        internal override Decision<UnitEvent> Decide(UnitState.Registered unit, CommandContext context)
        {
            if (unit.Agreement.AgreementId == Agreement.AgreementId)
                return new Refusal(UnitRefusals.SameAgreement, "agreementId");
            List<Refusal> refusals = [];
            refusals.Change(unit.Placements, From, context.Today);
            refusals.Services(unit.Details, Agreement, "agreementId");
            if (From < Agreement.ValidFrom || From > Agreement.ValidTo)
                refusals.Add(new Refusal(UnitRefusals.OutsideAgreement, "from"));
            return Decision.Unless<UnitEvent>(refusals, () => new UnitEvent.TakenOver(From, Agreement));
        }
    }
}

public abstract partial record UnitEvent
{
    public sealed record TakenOver(DateOnly From, AgreementFacts Agreement) : OfRegistered
    {
        internal override UnitState Apply(UnitState.Registered unit) =>
            unit with
            {
                Placements = unit.Placements.With(From, Agreement),
                Contact = unit.Contact?.KeptWith == Agreement.ProviderId ? unit.Contact : null,
            };
    }
}
