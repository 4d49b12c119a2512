namespace Oversight.Providers;

public abstract partial record UnitCommand
{
    public sealed record Rename(DateOnly From, string Name) : OfRegistered
    {
        internal override Decision<UnitEvent> Decide(UnitState.Registered unit, CommandContext context)
        {
            List<Refusal> refusals = [];
            refusals.Text("name", Name, RegisterChecks.NameLength, isRequired: true);
            refusals.Change(unit.Names, From, context.Today);
            return Decision.Unless<UnitEvent>(refusals, () => unit.Names.Latest() == Name
                ? Decision.Accept<UnitEvent>()
                : new UnitEvent.Renamed(From, Name));
        }
    }
}

public abstract partial record UnitEvent
{
    public sealed record Renamed(DateOnly From, string Name) : OfRegistered
    {
        internal override UnitState Apply(UnitState.Registered unit) =>
            unit with { Names = unit.Names.With(From, Name) };
    }
}
