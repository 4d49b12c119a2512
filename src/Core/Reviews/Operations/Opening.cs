namespace Oversight.Reviews;

public abstract partial record ReviewCommand
{
    /// <summary>
    /// Opens a review, to be started by a kvalitetsutvecklare. By the system, after a decision or the adoption of an
    /// årsplan. Asked once more it only moves one that nobody has started.
    /// </summary>
    public sealed record Open(ReviewedUnit Unit, ReviewOrigin Origin) : ReviewCommand
    {
        /// <summary>The review of another board that it is made together with.</summary>
        public (Id Review, BoardId Board)? Twin { get; init; }

        /// <summary>The review that it follows, and the last day by which it is to begin.</summary>
        public Predecessor? Follows { get; init; }

        internal override Decision<ReviewEvent> Decide(ReviewState state, CommandContext context) => state switch
        {
            { Review: null } => Decision.Accept<ReviewEvent>(
            [
                new ReviewEvent.Opened(context.Today, Unit, Origin),
                .. Twin is { } twin
                    ? [new ReviewEvent.JointOpened(context.Today, twin.Review, twin.Board)]
                    : Array.Empty<ReviewEvent>(),
                .. Follows is { } follows
                    ? [new ReviewEvent.SuccessorOpened(context.Today, follows.Review, follows.Until)]
                    : Array.Empty<ReviewEvent>(),
            ]),
            { Status: ReviewStatus.ToStart, Review.Origin: { } known } when IsOtherTime(known) =>
                new ReviewEvent.Rescheduled(context.Today, Origin.NotBefore, Origin.Unannounced),
            { Status: ReviewStatus.Closed, Review.Ending: ReviewEnding.Dropped } =>
                new ReviewEvent.Rescheduled(context.Today, Origin.NotBefore, Origin.Unannounced),
            _ => Decision.Accept<ReviewEvent>(),
        };

        private bool IsOtherTime(ReviewOrigin known) =>
            (known.NotBefore, known.Unannounced) != (Origin.NotBefore, Origin.Unannounced);
    }

    /// <summary>Takes away a planned review that is no longer in the årsplan. By the system.</summary>
    public sealed record Drop : ReviewCommand
    {
        internal override Decision<ReviewEvent> Decide(ReviewState state, CommandContext context) =>
            new ReviewEvent.Dropped(context.Today);
    }

    /// <summary>Says that a day has come. By the system.</summary>
    /// <param name="What">Of <see cref="ReviewAwaiting"/>.</param>
    public sealed record Remind(string What) : ReviewCommand
    {
        internal override Decision<ReviewEvent> Decide(ReviewState state, CommandContext context) =>
            ReviewAwaiting.Of(state).Due(context.Today)
                .Any(step => step.What == What && step.Name == Waiting.WaitingStep.RemindName)
                ? new ReviewEvent.Reminded(context.Today, What)
                : Decision.Accept<ReviewEvent>();
    }
}

public abstract partial record ReviewEvent
{
    public sealed record Opened(DateOnly On, ReviewedUnit Unit, ReviewOrigin Origin) : ReviewEvent(On)
    {
        internal override ReviewState Apply(ReviewState state) =>
            new(ReviewStatus.ToStart, new Review(Unit, Origin, On));
    }

    /// <summary>Planned for another time, or planned again after it was dropped.</summary>
    public sealed record Rescheduled(DateOnly On, DateOnly NotBefore, bool Unannounced) : ToOpened(On)
    {
        internal override ReviewStatus? Leads => ReviewStatus.ToStart;

        internal override Review Change(Review review) => review with
        {
            Origin = review.Origin with { NotBefore = NotBefore, Unannounced = Unannounced },
            Ending = null,
            Reminded = [],
        };
    }

    public sealed record Dropped(DateOnly On) : ToOpened(On)
    {
        internal override ReviewStatus? Leads => ReviewStatus.Closed;

        internal override Review Change(Review review) => review with { Ending = ReviewEnding.Dropped };
    }

    public sealed record Reminded(DateOnly On, string What) : ToOpened(On)
    {
        internal override Review Change(Review review) => review with { Reminded = [.. review.Reminded.Union([What])] };
    }
}
