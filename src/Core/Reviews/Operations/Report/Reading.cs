using Oversight.Texts;

namespace Oversight.Reviews;

public abstract partial record ReviewCommand
{
    /// <summary>Asks another reviewer to read the draft before the provider gets it.</summary>
    /// <param name="Days"><see cref="Settings.ReviewRules.ReaderDays"/>; 0: the reader has no last day.</param>
    public sealed record AskReading(int Days = 0) : ByReviewer
    {
        internal override Decision<ReviewEvent> DecideFor(Review review, CommandContext context) =>
            Decision.Unless<ReviewEvent>(
                [.. ReviewDecider.DraftFaults(review)],
                () => new ReviewEvent.ReadingAsked(
                    context.Today, review.Readings + 1, context.Actor.UserId,
                    Days > 0 ? ReviewDecider.After(context.Today, Days) : null));
    }

    /// <summary>Says of somebody else's draft that it can go on, with or without remarks.</summary>
    public sealed record ReadDraft(WrittenText Name, WrittenText Remarks, ReviewSetup Setup) : OnOpened
    {
        internal override Decision<ReviewEvent> Decide(Review review, CommandContext context) =>
            Decision.Unless<ReviewEvent>(
                [
                    .. ReviewDecider.If(review.IsAuthor(context), ReviewRefusals.OwnDraft),
                    .. TextChecks.Optional(Remarks, "remarks", Setup.LongText),
                ],
                () => new ReviewEvent.DraftRead(
                    context.Today, new Reviewer(context.Actor.UserId, Name.Kept),
                    Remarks.IsEmpty ? null : Remarks.Kept));
    }

    /// <summary>Sends somebody else's draft back to be worked on, with the reason.</summary>
    public sealed record ReturnDraft(WrittenText Name, WrittenText Reason, ReviewSetup Setup) : OnOpened
    {
        internal override Decision<ReviewEvent> Decide(Review review, CommandContext context) =>
            Decision.Unless<ReviewEvent>(
                [
                    .. ReviewDecider.If(review.IsAuthor(context), ReviewRefusals.OwnDraft),
                    .. TextChecks.Required(Reason, "reason", Setup.LongText),
                ],
                () => new ReviewEvent.DraftReturned(context.Today, new Reviewer(context.Actor.UserId, Name.Kept),
                    Reason.Kept));
    }
}

public abstract partial record ReviewEvent
{
    /// <param name="Number">From 1 in the review.</param>
    /// <param name="AskedBy">Entra object id.</param>
    /// <param name="Until">The last day to read it; null: none was set, or before v2.</param>
    public sealed record ReadingAsked(DateOnly On, int Number, string AskedBy, DateOnly? Until) : ToOpened(On)
    {
        internal override ReviewStatus? Leads => ReviewStatus.Reading;

        internal override Review Change(Review review) =>
            review.Draft() with
            {
                Readings = Number,
                Reading = new DraftReading(Number, AskedBy) { Until = Until },
            };
    }

    public sealed record DraftRead(DateOnly On, Reviewer Reader, TextReference? Remarks) : ToOpened(On)
    {
        internal override ReviewStatus? Leads => ReviewStatus.Underway;

        internal override Review Change(Review review) => review with
        {
            Reading = review.Reading! with { Reader = Reader, ReadOn = On, Words = Remarks },
        };
    }

    public sealed record DraftReturned(DateOnly On, Reviewer Reader, TextReference Reason) : ToOpened(On)
    {
        internal override ReviewStatus? Leads => ReviewStatus.Underway;

        internal override Review Change(Review review) => review with
        {
            Reading = review.Reading! with { Reader = Reader, ReturnedOn = On, Words = Reason },
        };
    }
}
