using Oversight.Texts;

namespace Oversight.Sanctions;

public abstract partial record SanctionCommand
{
    /// <summary>
    /// Makes the svarslänkar of what is asked for stop working and sends a new one: the old one may have come to
    /// somebody else.
    /// </summary>
    /// <param name="What">Of <see cref="SanctionLinks"/>.</param>
    public sealed record RenewLink(string? What, WrittenText Reason, SanctionSetup Setup) : ByPerson(Setup)
    {
        internal override Decision<SanctionEvent> Decide(SanctionState state, CommandContext context) =>
            SanctionLinks.Open(state).Any(link => link.What == What)
                ? base.Decide(state, context)
                : new Refusal(SanctionRefusals.NothingAsked, "what");

        internal override Decision<SanctionEvent> Decide(Sanction sanction, CommandContext context)
        {
            if (!Setup.Review.IsReviewer(context))
                return new Refusal(SanctionRefusals.NotAReviewer);
            if (Setup.Review.Seal is not null)
                return new Refusal(SanctionRefusals.IsSealed);
            return Decision.Unless<SanctionEvent>(
                [.. TextChecks.Required(Reason, "reason", Setup.Reason)],
                () => new SanctionEvent.LinkRenewed(context.Today, What!, Reason.Kept));
        }
    }
}

public abstract partial record SanctionEvent
{
    public sealed record LinkRenewed(DateOnly On, string What, TextReference Reason) : ToProposed(On)
    {
        internal override Sanction Change(Sanction sanction) => sanction;
    }
}
