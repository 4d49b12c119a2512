using Oversight.Texts;

namespace Oversight.Substitutions;

public abstract partial record SubstitutionCommand
{
    /// <summary>Whoever was named stands in, from the first day on.</summary>
    /// <param name="HasRight">Whether they may work with the board's matters by their own roles.</param>
    public sealed record Take(WrittenText Name, bool HasRight) : OfNamed
    {
        internal override Decision<SubstitutionEvent> Decide(Substitution named, CommandContext context)
        {
            if (named.For == context.Actor.UserId)
                return new Refusal(SubstitutionRefusals.OwnAbsence);
            if (named.By is not null)
                return new Refusal(SubstitutionRefusals.AlreadyTaken);
            return HasRight
                ? new SubstitutionEvent.Taken(context.Today, new Taker(context.Actor.UserId, Name.Kept))
                : new Refusal(SubstitutionRefusals.NoRightToBoard);
        }
    }
}

public abstract partial record SubstitutionEvent
{
    public sealed record Taken(DateOnly On, Taker By) : SubstitutionEvent(On)
    {
        internal override SubstitutionState Apply(SubstitutionState state) => new(state.Substitution! with { By = By });
    }
}
