using Oversight.Texts;

namespace Oversight.Reviews;

public abstract partial record ReviewCommand
{
    /// <summary>
    /// Tells the provider of a visit beforehand (aviserar): when, whom the reviewers want to meet, what is to be ready.
    /// </summary>
    /// <param name="Time">The time of day, as people write it; may be empty.</param>
    public sealed record AnnounceVisit(WrittenText Time, WrittenText Meet, WrittenText Prepare, ReviewSetup Setup)
        : ByReviewer
    {
        internal override bool ReachesProvider => true;

        internal override Decision<ReviewEvent> DecideFor(Review review, CommandContext context)
        {
            if (review.Scope is not { Announced: true, VisitOn: { } day } || day < context.Today)
                return new Refusal(ReviewRefusals.NoVisitToAnnounce);
            return Decision.Unless<ReviewEvent>(
                [
                    .. ReviewDecider.CaseFaults(review, Setup),
                    .. TextChecks.Optional(Time, "time", Setup.Line),
                    .. TextChecks.Required(Meet, "meet", Setup.Reason),
                    .. TextChecks.Required(Prepare, "prepare", Setup.Reason),
                ],
                () => new ReviewEvent.VisitAnnounced(context.Today, new VisitNotice(
                    (review.Notice?.Number ?? 0) + 1, day, Time.IsEmpty ? null : Time.Kept, Meet.Kept, Prepare.Kept)));
        }
    }

    /// <summary>Sums up for learning inside, without a word about a client, for readers who are named (R30).</summary>
    /// <param name="Readers">Who is to read it, as people write it.</param>
    public sealed record SumUp(WrittenText Lessons, WrittenText Readers, ReviewSetup Setup) : ByReviewer
    {
        internal override Decision<ReviewEvent> DecideFor(Review review, CommandContext context) =>
            Decision.Unless<ReviewEvent>(
                [
                    .. TextChecks.Required(Lessons, "lessons", Setup.Reason),
                    .. TextChecks.Required(Readers, "readers", Setup.Reason),
                ],
                () => new ReviewEvent.SummedUp(context.Today,
                    new LearningSummary(context.Today, Lessons.Kept, Readers.Kept)));
    }
}

public abstract partial record ReviewEvent
{
    public sealed record VisitAnnounced(DateOnly On, VisitNotice Notice) : ToOpened(On)
    {
        internal override Review Change(Review review) => review with { Notice = Notice };
    }

    public sealed record SummedUp(DateOnly On, LearningSummary Summary) : ToOpened(On)
    {
        internal override Review Change(Review review) => review with { Learning = Summary };
    }
}
