namespace Oversight.Providers;

public abstract partial record UnitCommand
{
    public sealed record ChangeDetails(DateOnly From, UnitDetails Details, RegisterRules Rules) : OfRegistered
    {
        internal override Decision<UnitEvent> Decide(UnitState.Registered unit, CommandContext context)
        {
            List<Refusal> refusals = [];
            refusals.Change(unit.History, From, context.Today);
            refusals.Details(Details, unit.Details, unit.Agreement, Rules);
            return Decision.Unless<UnitEvent>(refusals, () => unit.Details == Details
                ? Decision.Accept<UnitEvent>()
                : new UnitEvent.DetailsChanged(From, Details));
        }
    }
}

public abstract partial record UnitEvent
{
    public sealed record DetailsChanged(DateOnly From, UnitDetails Details) : OfRegistered
    {
        internal override UnitState Apply(UnitState.Registered unit) =>
            unit with { History = unit.History.With(From, Details) };
    }
}
