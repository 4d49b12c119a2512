namespace Oversight.Providers;

/// <summary>The rules of a unit's stream: each operation has its own.</summary>
public static class UnitDecider
{
    public static Decision<UnitEvent> Decide(UnitState state, UnitCommand command, CommandContext context) =>
        command.Decide(state, context);

    public static UnitState Evolve(UnitState state, UnitEvent happened) => happened.Apply(state);
}
