namespace Oversight.Concerns;

/// <summary>
/// What can be asked of a concern; each stands in <c>Operations</c> with what happens then. The rules in force come
/// with the command; texts come in whole and leave as references.
/// </summary>
public abstract partial record ConcernCommand
{
    private ConcernCommand()
    {
    }

    /// <summary>Asked only in the states that <see cref="ConcernTransitions"/> gives.</summary>
    internal abstract Decision<ConcernEvent> Decide(ConcernState state, CommandContext context);
}
