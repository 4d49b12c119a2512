using Oversight.Texts;

namespace Oversight.Reviews;

public abstract partial record ReviewCommand
{
    /// <summary>
    /// Seals the review when crime or irregularity is suspected: only its reviewers and the enhetschef read it from
    /// then on, and the provider is told nothing. Theirs to do.
    /// </summary>
    public sealed record Seal(WrittenText Reason, ReviewSetup Setup) : OnOpened
    {
        internal override Decision<ReviewEvent> Decide(Review review, CommandContext context)
        {
            if (!review.IsReviewer(context) && context.Actor.Role != Role.UnitManager)
                return new Refusal(ReviewRefusals.NotAReviewer);
            return Decision.Unless<ReviewEvent>(
                [
                    .. ReviewDecider.If(review.Seal is not null, ReviewRefusals.AlreadySealed),
                    .. TextChecks.Required(Reason, "reason", Setup.Reason),
                ],
                () => new ReviewEvent.Sealed(context.Today, Reason.Kept));
        }
    }

    /// <summary>
    /// Seals a review because a concern that it is made because of is sealed: whoever did that, also one in a conflict
    /// of interest in the review.
    /// </summary>
    public sealed record SealWithConcern(Id Concern) : ReviewCommand
    {
        internal override Decision<ReviewEvent> Decide(ReviewState state, CommandContext context) =>
            state.Review is { Seal: null } review
            && review.Origin.Concerns.Any(cause => cause.ConcernId == Concern)
                ? new ReviewEvent.SealedWithConcern(context.Today, Concern)
                : Decision.Accept<ReviewEvent>();
    }

    /// <summary>Takes the seal away. The enhetschef's to decide.</summary>
    public sealed record Unseal(WrittenText Reason, ReviewSetup Setup) : OnOpened
    {
        internal override Decision<ReviewEvent> Decide(Review review, CommandContext context) =>
            Decision.Unless<ReviewEvent>(
                [
                    .. ReviewDecider.If(review.Seal is null, ReviewRefusals.NotSealed),
                    .. TextChecks.Required(Reason, "reason", Setup.Reason),
                ],
                () => new ReviewEvent.Unsealed(context.Today, Reason.Kept));
    }
}

public abstract partial record ReviewEvent
{
    /// <summary>What the provider was asked for is called off, and is not asked for again by itself.</summary>
    public sealed record Sealed(DateOnly On, TextReference Reason) : ToOpened(On)
    {
        internal override Review Change(Review review) => new ReviewSeal(On, Reason).Close(review);
    }

    /// <param name="Concern">The sealed concern; why it is sealed stands there.</param>
    public sealed record SealedWithConcern(DateOnly On, Id Concern) : ToOpened(On)
    {
        internal override Review Change(Review review) => new ReviewSeal(On, null).Close(review);
    }

    public sealed record Unsealed(DateOnly On, TextReference Reason) : ToOpened(On)
    {
        internal override Review Change(Review review) => review with { Seal = null };
    }
}

/// <summary>spärr: since when, and why.</summary>
/// <param name="Reason">Null where it was sealed with a concern, which says why.</param>
public sealed record ReviewSeal(DateOnly On, TextReference? Reason)
{
    internal Review Close(Review review) => review with
    {
        Seal = this,
        OwesReferral = true,
        CalledOff = [.. review.CalledOff.Union(AskedOfProvider(review))],
    };

    private static IEnumerable<string> AskedOfProvider(Review review)
    {
        foreach (var asked in review.Supplements.Where(asked => asked.ReceivedOn is null))
            yield return ReviewAwaiting.Supplement(asked.Number);
        if (review.Communication is { Until: not null, Comments.Count: 0, Number: var number })
            yield return ReviewAwaiting.Comments(number);
        if (review.Plan is { HandedInOn: null, ApprovedOn: null, Round: var round })
            yield return ReviewAwaiting.Plan(round);
    }
}
