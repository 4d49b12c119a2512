using Oversight.Texts;

namespace Oversight.Reviews;

public abstract partial record ReviewCommand
{
    /// <summary>
    /// Ends a review of which nothing remains to be done; refused with the list of what does.
    /// </summary>
    public sealed record Close(WrittenText Reason, ReviewSetup Setup) : ByReviewer
    {
        /// <summary>Of those whose concerns it was made because of.</summary>
        public ReporterWords? Reporters { get; init; }

        internal override Decision<ReviewEvent> DecideFor(Review review, CommandContext context) =>
            Decision.Unless<ReviewEvent>(
                [
                    .. ReviewClosing.Remaining(review, Setup),
                    .. TextChecks.Required(Reason, "reason", Setup.Reason),
                    .. ReporterWords.Faults(Reporters, review, Setup),
                ],
                () => new ReviewEvent.Closed(context.Today, ReviewEnding.Completed, Reason.Kept)
                {
                    Answer = Reporters?.KeptFor(review),
                });
    }

    /// <summary>Breaks a review off before there is a report. The enhetschef's to decide.</summary>
    public sealed record Cancel(WrittenText Reason, ReviewSetup Setup) : OnOpened
    {
        /// <summary>Of those whose concerns it was made because of.</summary>
        public ReporterWords? Reporters { get; init; }

        internal override Decision<ReviewEvent> Decide(Review review, CommandContext context) =>
            Decision.Unless<ReviewEvent>(
                [
                    .. ReviewDecider.If(review.Report is not null, ReviewRefusals.HasReport),
                    .. ReviewClosing.OpenMatters(review),
                    .. TextChecks.Required(Reason, "reason", Setup.Reason),
                    .. ReporterWords.Faults(Reporters, review, Setup),
                ],
                () => new ReviewEvent.Closed(context.Today, ReviewEnding.Cancelled, Reason.Kept)
                {
                    Answer = Reporters?.KeptFor(review),
                });
    }

    /// <summary>Takes a closed review up again, in the state that it had.</summary>
    public sealed record Reopen(WrittenText Reason, ReviewSetup Setup) : ByReviewerOrManager
    {
        internal override Decision<ReviewEvent> DecideFor(Review review, CommandContext context) =>
            Decision.Unless<ReviewEvent>(
                [
                    .. ReviewDecider.If(review.Ending != ReviewEnding.Completed, ReviewRefusals.NotCompleted),
                    .. TextChecks.Required(Reason, "reason", Setup.Reason),
                ],
                () => new ReviewEvent.Reopened(
                    context.Today,
                    review.Plan?.ApprovedOn is null ? ReviewStatus.Reported : ReviewStatus.PlanApproved,
                    Reason.Kept));
    }
}

public abstract partial record ReviewEvent
{
    public sealed record Closed(DateOnly On, ReviewEnding Ending, TextReference Reason) : ToOpened(On)
    {
        /// <summary>Null where no concern was a reason for it, and before v2.</summary>
        public ReporterAnswer? Answer { get; init; }

        internal override ReviewStatus? Leads => ReviewStatus.Closed;

        /// <summary>The provider is told nothing of one that is sealed.</summary>
        internal override Review Change(Review review) => review with
        {
            Ending = Ending,
            Closings = review.Closings + 1,
            ClosingLetters = Ending == ReviewEnding.Completed && review.Seal is null
                ? [.. review.ClosingLetters, review.Closings + 1]
                : review.ClosingLetters,
            Pause = null,
        };
    }

    /// <param name="To">The state that it had.</param>
    public sealed record Reopened(DateOnly On, ReviewStatus To, TextReference Reason) : ToOpened(On)
    {
        internal override ReviewStatus? Leads => To;

        internal override Review Change(Review review) => review with { Ending = null };
    }
}

/// <summary>What is told to those whose concerns a review was made because of.</summary>
public sealed record ReporterWords(WrittenText Decided, WrittenText Became)
{
    /// <summary>Both must be there where there is somebody to tell.</summary>
    internal static IEnumerable<Refusal> Faults(ReporterWords? words, Review review, ReviewSetup setup)
    {
        if (review.Origin.Concerns.Count == 0)
            return [];
        return words is null
            ? [new Refusal(TextRefusals.Missing, "decided"), new Refusal(TextRefusals.Missing, "became")]
            :
            [
                .. TextChecks.Required(words.Decided, "decided", setup.Reason),
                .. TextChecks.Required(words.Became, "became", setup.Reason),
            ];
    }

    internal ReporterAnswer? KeptFor(Review review) =>
        review.Origin.Concerns.Count == 0 ? null : new ReporterAnswer(Decided.Kept, Became.Kept);
}
