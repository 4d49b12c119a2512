namespace Oversight.Substitutions;

public abstract partial record SubstitutionCommand
{
    /// <summary>
    /// Whoever is away confirms that the right person has taken it: what an enhetschef may is lent to nobody else.
    /// </summary>
    public sealed record Confirm : OfNamed
    {
        internal override Decision<SubstitutionEvent> Decide(Substitution named, CommandContext context)
        {
            if (named.For != context.Actor.UserId)
                return new Refusal(SubstitutionRefusals.NotTheOneAway);
            return named.AwaitsConfirmation
                ? new SubstitutionEvent.Confirmed(context.Today)
                : new Refusal(SubstitutionRefusals.NothingToConfirm);
        }
    }
}

public abstract partial record SubstitutionEvent
{
    public sealed record Confirmed(DateOnly On) : SubstitutionEvent(On)
    {
        internal override SubstitutionState Apply(SubstitutionState state) =>
            new(state.Substitution! with { ConfirmedOn = On });
    }
}
