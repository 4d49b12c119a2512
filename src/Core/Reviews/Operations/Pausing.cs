using Oversight.Texts;

namespace Oversight.Reviews;

public abstract partial record ReviewCommand
{
    /// <summary>A command for the review's own reviewers and for the enhetschef.</summary>
    public abstract record ByReviewerOrManager : OnOpened
    {
        internal sealed override Decision<ReviewEvent> Decide(Review review, CommandContext context) =>
            review.IsReviewer(context) || context.Actor.Role == Role.UnitManager
                ? DecideFor(review, context)
                : new Refusal(ReviewRefusals.NotAReviewer);

        internal abstract Decision<ReviewEvent> DecideFor(Review review, CommandContext context);
    }

    /// <summary>
    /// Pauses the review: its clocks and reminders stop, and only what comes in is still received.
    /// </summary>
    public sealed record Pause(WrittenText Reason, ReviewSetup Setup) : ByReviewerOrManager
    {
        internal override Decision<ReviewEvent> DecideFor(Review review, CommandContext context) =>
            Decision.Unless<ReviewEvent>(
                [.. TextChecks.Required(Reason, "reason", Setup.Reason)],
                () => new ReviewEvent.Paused(context.Today, Reason.Kept));
    }

    /// <summary>Goes on; the days that ran move by the length of the pause.</summary>
    public sealed record Resume : ByReviewerOrManager
    {
        internal override Decision<ReviewEvent> DecideFor(Review review, CommandContext context) =>
            review.Pause is { On: var since }
                ? new ReviewEvent.Resumed(context.Today, context.Today.DayNumber - since.DayNumber)
                : new Refusal(ReviewRefusals.NotPaused);
    }
}

public abstract partial record ReviewEvent
{
    public sealed record Paused(DateOnly On, TextReference Reason) : ToOpened(On)
    {
        internal override Review Change(Review review) => review with { Pause = new ReviewPause(On, Reason) };
    }

    /// <param name="Days">How long it was paused.</param>
    public sealed record Resumed(DateOnly On, int Days) : ToOpened(On)
    {
        internal override Review Change(Review review) => review.Pause!.End(review, Days);
    }
}

/// <summary>paus: since when, and why.</summary>
public sealed record ReviewPause(DateOnly On, TextReference Reason)
{
    /// <summary>What was late already when it began stays late, and what a nämnd has decided stays.</summary>
    internal Review End(Review review, int days)
    {
        return review.ForgetFollowUp() with
        {
            Pause = null,
            Supplements =
            [
                .. review.Supplements.Select(asked =>
                    asked.ReceivedOn is null ? asked with { Until = Moved(asked.Until) } : asked),
            ],
            Communication = review.Communication is { Until: { } until, Comments.Count: 0 } draft
                ? draft with { Until = Moved(until) }
                : review.Communication,
            Reading = review.Reading is { Until: { } read, ReadOn: null, ReturnedOn: null } reading
                ? reading with { Until = Moved(read) }
                : review.Reading,
            Plan = review.Plan is { HandedInOn: null, ApprovedOn: null } plan
                ? plan with { Until = Moved(plan.Until) }
                : review.Plan,
            Prompts = [.. review.Prompts.Select(prompt => prompt with { On = Moved(prompt.On) })],
            FinalDate = review.FinalDate is { IsOver: false, IsDecided: false } final
                ? final with
                {
                    Day = Moved(final.Day),
                    FollowUpOn = final.IsFollowedUp ? final.FollowUpOn : Moved(final.FollowUpOn),
                    CheckOn = Moved(final.CheckOn),
                }
                : review.FinalDate,
        };

        DateOnly Moved(DateOnly day) => day >= On ? day.AddDays(days) : day;
    }
}
