using Oversight.Texts;

namespace Oversight.Reviews;

public abstract partial record ReviewCommand
{
    /// <summary>
    /// Makes the review together with another board, for a unit of the same provider that is that board's. By the
    /// ansvarig granskare; the other board's review begins when somebody there takes it on.
    /// </summary>
    /// <param name="With">The other board's unit; null where none was chosen.</param>
    /// <param name="Twin">The id that the other board's review gets.</param>
    public sealed record JoinBoard(ReviewedUnit? With, Id Twin, WrittenText Reason, JointRules Rules) : ByReviewer
    {
        internal override Decision<ReviewEvent> DecideFor(Review review, CommandContext context)
        {
            if (review.Lead is not { } lead || !context.ActsFor(lead.UserId))
                return new Refusal(ReviewRefusals.NotTheLead);
            return Decision.Unless<ReviewEvent>(
                [
                    .. ReviewDecider.If(review.Twin is not null, ReviewRefusals.AlreadyJoint),
                    .. ReviewDecider.If(review.Seal is not null, ReviewRefusals.SealedFromOthers),
                    .. UnitFaults(review.Unit),
                    .. TextChecks.Required(Reason, "reason", Rules.Reason),
                ],
                () => new ReviewEvent.JointAsked(context.Today, Twin, With!, Reason.Kept));
        }

        private IEnumerable<Refusal> UnitFaults(ReviewedUnit own)
        {
            if (With is null)
                yield return new Refusal(ReviewRefusals.NoUnitOfOther, "unit");
            else if (With.Board == own.Board)
                yield return new Refusal(ReviewRefusals.SameBoard, "unit");
            else if (With.ProviderId != own.ProviderId)
                yield return new Refusal(ReviewRefusals.OtherProvider, "unit");
        }
    }

    /// <summary>
    /// Tells of the other board's review: whether it has begun, which number it has, whether it was cancelled. By the
    /// system; told what is known already, nothing happens.
    /// </summary>
    public sealed record NoteTwin(TwinStanding Standing, string? CaseNumber) : ReviewCommand
    {
        internal override Decision<ReviewEvent> Decide(ReviewState state, CommandContext context) =>
            state.Review?.Twin is not { } known || known == known with { Standing = Standing, CaseNumber = CaseNumber }
                ? Decision.Accept<ReviewEvent>()
                : new ReviewEvent.TwinNoted(context.Today, Standing, CaseNumber);
    }
}

public abstract partial record ReviewEvent
{
    /// <summary>
    /// The ansvarig granskare has asked another board to review together. The other board's review is opened because of
    /// it.
    /// </summary>
    public sealed record JointAsked(DateOnly On, Id Twin, ReviewedUnit With, TextReference Reason) : ToOpened(On)
    {
        internal override Review Change(Review review) =>
            review with { Twin = new ReviewTwin(Twin, With.Board, TwinStanding.Opened, null) };
    }

    /// <summary>The review was opened because another board asked for it.</summary>
    public sealed record JointOpened(DateOnly On, Id Twin, BoardId Board) : ToOpened(On)
    {
        internal override Review Change(Review review) =>
            review with { Twin = new ReviewTwin(Twin, Board, TwinStanding.Begun, null) };
    }

    public sealed record TwinNoted(DateOnly On, TwinStanding Standing, string? CaseNumber) : ToOpened(On)
    {
        internal override Review Change(Review review) =>
            review with { Twin = review.Twin! with { Standing = Standing, CaseNumber = CaseNumber } };
    }
}
