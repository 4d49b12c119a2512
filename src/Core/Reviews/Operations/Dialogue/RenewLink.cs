using Oversight.Texts;

namespace Oversight.Reviews;

public abstract partial record ReviewCommand
{
    /// <summary>
    /// Makes the svarslänkar of what is asked for stop working and sends a new one: the old one may have come to
    /// somebody else.
    /// </summary>
    /// <param name="What">What is awaited of the provider, of <see cref="ReviewAwaiting"/>.</param>
    public sealed record RenewLink(string? What, WrittenText Reason, ReviewSetup Setup) : ByReviewer
    {
        internal override bool ReachesProvider => true;

        internal override Decision<ReviewEvent> DecideIn(
            ReviewStatus status, Review review, CommandContext context) =>
            ReviewAwaiting.OfProvider(status, review).Any(answer => answer.What == What)
                ? base.DecideIn(status, review, context)
                : new Refusal(ReviewRefusals.NothingAsked, "what");

        internal override Decision<ReviewEvent> DecideFor(Review review, CommandContext context) =>
            Decision.Unless<ReviewEvent>(
                [.. TextChecks.Required(Reason, "reason", Setup.Reason)],
                () => new ReviewEvent.LinkRenewed(context.Today, What!, Reason.Kept));
    }
}

public abstract partial record ReviewEvent
{
    public sealed record LinkRenewed(DateOnly On, string What, TextReference Reason) : ToOpened(On)
    {
        internal override Review Change(Review review) => review;
    }
}
