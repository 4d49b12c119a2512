using Oversight.Texts;

namespace Oversight.Reviews;

public abstract partial record ReviewCommand
{
    /// <summary>
    /// Sends the draft of the report to the provider for comments (R29), or does without, for a reason.
    /// </summary>
    /// <param name="Waived">The provider is not asked; <paramref name="Why"/> says why.</param>
    public sealed record Communicate(bool Waived, DateOnly? Until, WrittenText Why, ReviewSetup Setup) : ByReviewer
    {
        internal override bool ReachesProvider => !Waived;

        internal override Decision<ReviewEvent> DecideFor(Review review, CommandContext context)
        {
            var (until, dayFaults) = ReviewDecider.Until(Until, context.Today, Setup.Rules.CommentDays);
            Refusal[] faults =
            [
                .. ReviewDecider.CaseFaults(review, Setup),
                .. ReviewDecider.DraftFaults(review),
                .. Setup.MedicalFaults(review),
                .. ReviewDecider.If(
                    Setup.Rules.SecondReader && review.Reading?.ReadOn is null, ReviewRefusals.NotRead),
                .. Waived ? [] : dayFaults,
                .. Waived && Why.IsEmpty
                    ? [new Refusal(ReviewRefusals.WaiverReasonMissing, "reason")]
                    : TextChecks.Optional(Why, "reason", Setup.Reason),
            ];
            return Decision.Unless<ReviewEvent>(faults,
                () => new ReviewEvent.Communicated(context.Today, new Communication(
                    (review.Communication?.Number ?? 0) + 1, context.Today, Waived ? null : until,
                    Why.IsEmpty ? null : Why.Kept)));
        }
    }

    /// <summary>Records the provider's comments word for word, with the reviewers' answer (R29).</summary>
    public sealed record ReceiveComment(DateOnly? ReceivedOn, WrittenText Text, WrittenText Answer, ReviewSetup Setup)
        : ByReviewer
    {
        internal override Decision<ReviewEvent> DecideFor(Review review, CommandContext context) =>
            Decision.Unless<ReviewEvent>(
                [
                    .. ReviewDecider.Happened(ReceivedOn, review.Communication!.On, context, "receivedOn"),
                    .. TextChecks.Required(Text, "text", Setup.LongText),
                    .. TextChecks.Required(Answer, "answer", Setup.LongText),
                ],
                () => new ReviewEvent.CommentReceived(context.Today, new ProviderComment(
                    ReceivedOn!.Value, ReceivedOn > review.Communication!.Until, Text.Kept, Answer.Kept)));
    }

    /// <summary>Takes the draft back, from the provider or the second reader, to judge anew.</summary>
    public sealed record TakeBack(WrittenText Reason, ReviewSetup Setup) : ByReviewer
    {
        internal override Decision<ReviewEvent> DecideFor(Review review, CommandContext context) =>
            Decision.Unless<ReviewEvent>(
                [.. TextChecks.Required(Reason, "reason", Setup.Reason)],
                () => new ReviewEvent.TakenBack(context.Today, Reason.Kept));
    }

    /// <summary>
    /// Establishes the final report (R27, R28): once the provider has commented, or the days for it are over.
    /// </summary>
    public sealed record Establish(WrittenText Summary, ReviewSetup Setup) : ByReviewer
    {
        internal override Decision<ReviewEvent> DecideFor(Review review, CommandContext context)
        {
            var draft = review.Communication!;
            Refusal[] faults =
            [
                .. UncommentedFaults(review, draft, context),
                .. ReviewDecider.If(
                    review.Supplements.Any(asked => asked.ReceivedOn is null && asked.Until >= context.Today
                        && !review.CalledOff.Contains(ReviewAwaiting.Supplement(asked.Number))),
                    ReviewRefusals.SupplementAwaited),
                .. Setup.MedicalFaults(review),
                .. ReviewDecider.If(draft.Comments.Any(comment => comment.Answer is null),
                    ReviewRefusals.CommentUnanswered),
                .. TextChecks.Required(Summary, "summary", Setup.LongText),
            ];
            return Decision.Unless<ReviewEvent>(faults, () => new ReviewEvent.Established(
                context.Today, (review.Report?.Version ?? 0) + 1, Summary.Kept));
        }

        /// <summary>A draft that the provider has not commented on and may still, or may not any more.</summary>
        private static IEnumerable<Refusal> UncommentedFaults(
            Review review, Communication draft, CommandContext context)
        {
            if (draft.Until is not { } until || draft.Comments.Count > 0)
                return [];
            return review.CalledOff.Contains(ReviewAwaiting.Comments(draft.Number))
                ? [new Refusal(ReviewRefusals.CommentsCalledOff)]
                : ReviewDecider.If(until >= context.Today, ReviewRefusals.StillCommenting, null, $"{until:yyyy-MM-dd}");
        }
    }

    /// <summary>rättelse: takes up a final report again; the next one is a new version.</summary>
    public sealed record Correct(WrittenText What, WrittenText Reason, ReviewSetup Setup) : ByReviewer
    {
        internal override Decision<ReviewEvent> DecideFor(Review review, CommandContext context) =>
            Decision.Unless<ReviewEvent>(
                [.. TextChecks.Required(What, "what", Setup.Reason),
                    .. TextChecks.Required(Reason, "reason", Setup.Reason)],
                () => new ReviewEvent.CorrectionBegun(context.Today, Reason.Kept, What.Kept));
    }
}

public abstract partial record ReviewEvent
{
    public sealed record Communicated(DateOnly On, Communication Communication) : ToOpened(On)
    {
        internal override ReviewStatus? Leads => ReviewStatus.Communicated;

        internal override Review Change(Review review)
        {
            var draft = review.Draft() with
            {
                Communication = Communication,
                EarlierComments = [.. review.EarlierComments, .. review.Communication?.Comments ?? []],
            };
            var sent = draft with { Letters = [.. draft.Letters, Communication.Number] };
            return Communication.Until is { } until
                ? sent.ToPrompt(ReviewAwaiting.Comments(Communication.Number), On, until)
                : draft;
        }
    }

    public sealed record CommentReceived(DateOnly On, ProviderComment Comment) : ToOpened(On)
    {
        internal override Review Change(Review review) => review with
        {
            Communication = review.Communication! with { Comments = [.. review.Communication.Comments, Comment] },
        };
    }

    public sealed record TakenBack(DateOnly On, TextReference Reason) : ToOpened(On)
    {
        internal override ReviewStatus? Leads => ReviewStatus.Underway;

        internal override Review Change(Review review) => review with { Reading = null };
    }

    public sealed record Established(DateOnly On, int Version, TextReference Summary) : ToOpened(On)
    {
        internal override ReviewStatus? Leads => ReviewStatus.Reported;

        internal override Review Change(Review review) => review with
        {
            Report = new Report(Version, On, Summary, review.Report?.Correction)
            {
                Corrected = review.Report?.Corrected,
                ReplacesOf = review.Report?.On,
            },
            IsCorrecting = false,
        };
    }

    /// <param name="What">What is to be corrected; null before v2.</param>
    public sealed record CorrectionBegun(DateOnly On, TextReference Reason, TextReference? What) : ToOpened(On)
    {
        internal override ReviewStatus? Leads => ReviewStatus.Underway;

        internal override Review Change(Review review) => review with
        {
            Report = review.Report! with { Correction = Reason, Corrected = What },
            Plan = null,
            Reading = null,
            IsCorrecting = true,
        };
    }
}
