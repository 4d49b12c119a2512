using Oversight.Texts;

namespace Oversight.Reviews;

public abstract partial record ReviewCommand
{
    /// <summary>Takes a review on as its ansvarig granskare; from then on its clocks run (R97).</summary>
    /// <param name="PromptDays"><see cref="Settings.ReviewRules.PromptDays"/> of the day.</param>
    public sealed record Start(WrittenText Name, int PromptDays = 0) : OnOpened
    {
        internal override Decision<ReviewEvent> Decide(Review review, CommandContext context) =>
            context.Today < review.Origin.NotBefore
                ? new Refusal(ReviewRefusals.TooEarly, null, $"{review.Origin.NotBefore:yyyy-MM-dd}")
                : new ReviewEvent.Started(
                    context.Today, new Reviewer(context.Actor.UserId, Name.Kept), PromptDays);
    }

    /// <summary>Becomes medgranskare (R97).</summary>
    public sealed record Join(WrittenText Name) : OnOpened
    {
        internal override Decision<ReviewEvent> Decide(Review review, CommandContext context) =>
            review.IsReviewer(context.Actor.UserId)
                ? new Refusal(ReviewRefusals.AlreadyReviewer)
                : new ReviewEvent.Joined(context.Today, new Reviewer(context.Actor.UserId, Name.Kept));
    }

    /// <summary>Takes over as ansvarig granskare with everything that was the other's.</summary>
    public sealed record TakeOver(WrittenText Name, WrittenText Reason, ReviewSetup Setup) : OnOpened
    {
        internal override Decision<ReviewEvent> Decide(Review review, CommandContext context) =>
            review.Lead?.UserId == context.Actor.UserId
                ? new Refusal(ReviewRefusals.AlreadyReviewer)
                : Decision.Unless<ReviewEvent>(
                    [.. TextChecks.Required(Reason, "reason", Setup.Reason)],
                    () => new ReviewEvent.TakenOver(context.Today, new Reviewer(context.Actor.UserId, Name.Kept),
                        Reason.Kept));
    }

    /// <summary>jäv: whoever declares it neither reads the review nor takes part in it from now on.</summary>
    public sealed record DeclareConflict(WrittenText Reason, ReviewSetup Setup) : OnOpened
    {
        /// <summary>Who decides in the place of an enhetschef, by the rules of the day.</summary>
        public Role? Deputy { get; init; }

        internal override Decision<ReviewEvent> Decide(Review review, CommandContext context) =>
            Decision.Unless<ReviewEvent>(
                [.. TextChecks.Required(Reason, "reason", Setup.Reason)],
                () => new ReviewEvent.ConflictDeclared(context.Today, context.Actor.UserId, Reason.Kept)
                {
                    Deputy = context.Actor.Role == Role.UnitManager ? Deputy : null,
                });
    }

    /// <summary>Joins further concerns about the unit to the reasons for the review (R86).</summary>
    public sealed record AddConcerns(IReadOnlyList<ReviewConcern> Concerns, WrittenText Reason, ReviewSetup Setup)
        : OnOpened
    {
        internal override Decision<ReviewEvent> Decide(Review review, CommandContext context)
        {
            IReadOnlyList<ReviewConcern> more =
                [.. Concerns.Where(concern =>
                    review.Origin.Concerns.All(known => known.ConcernId != concern.ConcernId))];
            return Decision.Unless<ReviewEvent>(
                [
                    .. ReviewDecider.If(more.Count == 0, ReviewRefusals.NoConcerns, "concerns"),
                    .. TextChecks.Required(Reason, "reason", Setup.Reason),
                ],
                () => new ReviewEvent.ConcernsAdded(context.Today, more, Reason.Kept));
        }
    }
}

public abstract partial record ReviewEvent
{
    public sealed record Started(DateOnly On, Reviewer Lead, int PromptDays) : ToOpened(On)
    {
        internal override ReviewStatus? Leads => ReviewStatus.Scoping;

        internal override Review Change(Review review) =>
            review with { Lead = Lead, StartedOn = On, PromptDays = PromptDays };
    }

    public sealed record Joined(DateOnly On, Reviewer Reviewer) : ToOpened(On)
    {
        internal override Review Change(Review review) =>
            review with { CoReviewers = [.. review.CoReviewers, Reviewer] };
    }

    public sealed record TakenOver(DateOnly On, Reviewer Lead, TextReference Reason) : ToOpened(On)
    {
        internal override Review Change(Review review) => review with
        {
            Lead = Lead,
            CoReviewers = [.. review.CoReviewers.Where(reviewer => reviewer.UserId != Lead.UserId)],
        };
    }

    /// <param name="UserId">Entra object id of whoever is in conflict.</param>
    public sealed record ConflictDeclared(DateOnly On, string UserId, TextReference Reason) : ToOpened(On)
    {
        /// <summary>Who decides from now on too, where it was the enhetschef; null for others, and before v2.</summary>
        public Role? Deputy { get; init; }

        /// <summary>Without an ansvarig granskare a review waits for somebody to take over.</summary>
        internal override Review Change(Review review) => review with
        {
            InConflict = [.. review.InConflict.Union([UserId])],
            Deputy = Deputy ?? review.Deputy,
            Lead = review.Lead?.UserId == UserId ? null : review.Lead,
            CoReviewers = [.. review.CoReviewers.Where(reviewer => reviewer.UserId != UserId)],
        };
    }

    public sealed record ConcernsAdded(DateOnly On, IReadOnlyList<ReviewConcern> Concerns, TextReference Reason)
        : ToOpened(On)
    {
        internal override Review Change(Review review) =>
            review with { Origin = review.Origin with { Concerns = [.. review.Origin.Concerns, .. Concerns] } };
    }
}
