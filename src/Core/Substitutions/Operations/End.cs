using Oversight.Texts;

namespace Oversight.Substitutions;

public abstract partial record SubstitutionCommand
{
    /// <summary>Ends it before its last day, or before anybody has taken it; at once.</summary>
    /// <param name="LongestReason">In characters.</param>
    public sealed record End(WrittenText Reason, int LongestReason) : OfNamed
    {
        internal override Decision<SubstitutionEvent> Decide(Substitution named, CommandContext context) =>
            context.Actor.UserId != named.For && context.Actor.UserId != named.By?.UserId
                ? new Refusal(SubstitutionRefusals.NotYours)
                : Decision.Unless<SubstitutionEvent>(
                    [.. TextChecks.Required(Reason, "reason", LongestReason)],
                    () => new SubstitutionEvent.Ended(context.Today, Reason.Kept));
    }
}

public abstract partial record SubstitutionEvent
{
    public sealed record Ended(DateOnly On, TextReference Reason) : SubstitutionEvent(On)
    {
        internal override SubstitutionState Apply(SubstitutionState state) =>
            new(state.Substitution! with { EndedOn = On });
    }
}
