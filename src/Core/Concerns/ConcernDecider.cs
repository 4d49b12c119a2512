namespace Oversight.Concerns;

/// <summary>The rules of a concern's life: what follows from a command, or why it is refused.</summary>
public static class ConcernDecider
{
    public static Decision<ConcernEvent> Decide(ConcernState state, ConcernCommand command, CommandContext context) =>
        ConcernTransitions.Allows(state.Status, command.GetType())
            ? command.Decide(state, context)
            : NotNow(state.Status);

    /// <summary>How events make the state.</summary>
    public static ConcernState Evolve(ConcernState state, ConcernEvent happened)
    {
        var version = (state.FileOrNone?.Version ?? 0) + 1;
        return happened.Apply(state).Change(file => file with { Version = version });
    }

    private static Decision<ConcernEvent> NotNow(ConcernStatus status) => status switch
    {
        ConcernStatus.NotReported => new Refusal(ConcernRefusals.NotReported),
        _ => new Refusal(ConcernRefusals.NotInThisState, null, status.ToString()),
    };
}
