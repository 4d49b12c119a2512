namespace Oversight.Providers;

public abstract partial record UnitCommand
{
    public sealed record RecordLicence(Licence Licence) : OfRegistered
    {
        internal override Decision<UnitEvent> Decide(UnitState.Registered unit, CommandContext context)
        {
            List<Refusal> refusals = [];
            refusals.Licence(Licence, context.Today);
            return Decision.Unless<UnitEvent>(refusals, () => unit.Licence == Licence
                ? Decision.Accept<UnitEvent>()
                : new UnitEvent.LicenceRecorded(Licence));
        }
    }
}

public abstract partial record UnitEvent
{
    public sealed record LicenceRecorded(Licence Licence) : OfRegistered
    {
        internal override UnitState Apply(UnitState.Registered unit) => unit with { Licence = Licence };
    }
}
