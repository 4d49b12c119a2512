using Oversight.Texts;

namespace Oversight.Reviews;

public abstract partial record ReviewCommand
{
    /// <summary>
    /// Opens a review that follows this one, because something remained after the final date. The enhetschef's to
    /// decide, as every påkallad granskning.
    /// </summary>
    /// <param name="Successor">The id that it gets.</param>
    public sealed record OpenSuccessor(Id Successor, WrittenText Reason, ReviewSetup Setup) : OnOpened
    {
        internal override Decision<ReviewEvent> Decide(Review review, CommandContext context) =>
            Decision.Unless<ReviewEvent>(
                [
                    .. ReviewDecider.If(review.Successor is not null, ReviewRefusals.AlreadySucceeded),
                    .. ReviewDecider.If(
                        review.Successor is null && !review.IsWeak, ReviewRefusals.NothingToSucceed),
                    .. ReviewDecider.If(review.Seal is not null, ReviewRefusals.SealedFromSuccessor),
                    .. TextChecks.Required(Reason, "reason", Setup.Reason),
                ],
                () => new ReviewEvent.SuccessorAsked(
                    context.Today, Successor, context.Today.AddMonths(Setup.Rules.SuccessorMonths), Reason.Kept));
    }
}

public abstract partial record ReviewEvent
{
    /// <summary>What remains is looked at anew in the review that follows, which is opened because of it.</summary>
    /// <param name="Until">The last day by which it is to begin.</param>
    public sealed record SuccessorAsked(DateOnly On, Id Successor, DateOnly Until, TextReference Reason)
        : ToOpened(On)
    {
        internal override Review Change(Review review) => review with
        {
            Successor = Successor,
            Findings =
            [
                .. review.Findings.Select(finding =>
                    finding.IsOpen ? finding with { Status = FindingStatus.HandedOn } : finding),
            ],
        };
    }

    /// <summary>The review was opened because something remained of another.</summary>
    public sealed record SuccessorOpened(DateOnly On, Id Predecessor, DateOnly Until) : ToOpened(On)
    {
        internal override Review Change(Review review) =>
            review with { Follows = new Predecessor(Predecessor, Until) };
    }
}
