using Oversight.Texts;

namespace Oversight.Reviews;

public abstract partial record ReviewCommand
{
    /// <summary>Asks the provider for a supplement (komplettering) (R91).</summary>
    /// <param name="Until">The last day; null: as the rules have it.</param>
    public sealed record AskSupplement(DateOnly? Until, WrittenText Asked, ReviewSetup Setup) : ByReviewer
    {
        internal override bool ReachesProvider => true;

        internal override Decision<ReviewEvent> DecideFor(Review review, CommandContext context)
        {
            var (until, faults) = ReviewDecider.Until(Until, context.Today, Setup.Rules.SupplementDays);
            return Decision.Unless<ReviewEvent>(
                [
                    .. ReviewDecider.CaseFaults(review, Setup),
                    .. faults,
                    .. TextChecks.Required(Asked, "asked", Setup.LongText),
                ],
                () => new ReviewEvent.SupplementAsked(context.Today,
                    new Supplement(review.Supplements.Count + 1, until, Asked.Kept)));
        }
    }

    /// <summary>Records what came. What is late is considered all the same, and shown as late.</summary>
    public sealed record ReceiveSupplement(int? Number, DateOnly? ReceivedOn, WrittenText Answer, ReviewSetup Setup)
        : ByReviewer
    {
        internal override Decision<ReviewEvent> DecideFor(Review review, CommandContext context)
        {
            if (review.Supplements.FirstOrDefault(asked => asked.Number == Number
                && asked.ReceivedOn is null) is not { } supplement)
                return new Refusal(ReviewRefusals.NoSuchSupplement, "number");
            return Decision.Unless<ReviewEvent>(
                [
                    .. ReviewDecider.Happened(ReceivedOn, review.StartedOn!.Value, context, "receivedOn"),
                    .. TextChecks.Required(Answer, "answer", Setup.LongText),
                ],
                () => new ReviewEvent.SupplementReceived(context.Today, supplement.Number, ReceivedOn!.Value,
                    Answer.Kept));
        }
    }
}

public abstract partial record ReviewEvent
{
    public sealed record SupplementAsked(DateOnly On, Supplement Supplement) : ToOpened(On)
    {
        internal override Review Change(Review review) =>
            (review with { Supplements = [.. review.Supplements, Supplement] })
                .ToPrompt(ReviewAwaiting.Supplement(Supplement.Number), On, Supplement.Until);
    }

    public sealed record SupplementReceived(DateOnly On, int Number, DateOnly ReceivedOn, TextReference Answer)
        : ToOpened(On)
    {
        /// <summary>The answer that it came as, through a svarslänk.</summary>
        public Id? AnswerId { get; init; }

        internal override Review Change(Review review) => review with
        {
            Supplements =
            [
                .. review.Supplements.Select(asked =>
                    asked.Number == Number ? asked with
                        { ReceivedOn = ReceivedOn, Answer = Answer, AnswerId = AnswerId } : asked),
            ],
            Reminded = [.. review.Reminded.Where(what => what != ReviewAwaiting.Supplement(Number))],
        };
    }
}
