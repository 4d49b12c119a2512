using Oversight.Texts;

namespace Oversight.Reviews;

public abstract partial record ReviewCommand
{
    /// <summary>
    /// What the provider has handed in itself, through a svarslänk. Handed over in its name, as it was written.
    /// </summary>
    /// <param name="On">The day it was handed in.</param>
    public abstract record FromProvider(Id AnswerId, DateOnly On) : OnOpened;

    public sealed record TakeSupplement(Id AnswerId, DateOnly On, int Number, TextReference Answer)
        : FromProvider(AnswerId, On)
    {
        internal override Decision<ReviewEvent> Decide(Review review, CommandContext context) =>
            review.Supplements.Any(asked => asked.Number == Number && asked.ReceivedOn is null)
                ? new ReviewEvent.SupplementReceived(context.Today, Number, On, Answer) { AnswerId = AnswerId }
                : Decision.Accept<ReviewEvent>();
    }

    /// <param name="Number">Of the draft that it is about.</param>
    public sealed record TakeComment(Id AnswerId, DateOnly On, int Number, TextReference Text)
        : FromProvider(AnswerId, On)
    {
        internal override Decision<ReviewEvent> Decide(Review review, CommandContext context) =>
            review.Communication is { } draft && draft.Number == Number
                && draft.Comments.All(comment => comment.AnswerId != AnswerId)
                ? new ReviewEvent.CommentReceived(
                    context.Today, new ProviderComment(On, On > draft.Until, Text, Answer: null)
                    { AnswerId = AnswerId })
                : Decision.Accept<ReviewEvent>();
    }

    /// <summary>The whole åtgärdsplan, in the place of what the reviewers had recorded of it.</summary>
    public sealed record TakePlan(Id AnswerId, DateOnly On, int Round, IReadOnlyList<Measure> Measures)
        : FromProvider(AnswerId, On)
    {
        internal override Decision<ReviewEvent> Decide(Review review, CommandContext context) =>
            review.Plan is { } plan && plan.Round == Round && plan.AnswerId != AnswerId
                ? new ReviewEvent.PlanHandedIn(context.Today, On, Measures, AnswerId)
                : Decision.Accept<ReviewEvent>();
    }

    /// <summary>The reviewers' answer to what the provider has said of the draft (R29).</summary>
    /// <param name="Comment">Its place among the comments on the draft, from 1.</param>
    public sealed record AnswerComment(int? Comment, WrittenText Answer, ReviewSetup Setup) : ByReviewer
    {
        internal override Decision<ReviewEvent> DecideFor(Review review, CommandContext context)
        {
            var comments = review.Communication!.Comments;
            Refusal[] faults =
            [
                .. ReviewDecider.If(
                    Comment is not { } place || place < 1 || place > comments.Count
                        || comments[place - 1].Answer is not null,
                    ReviewRefusals.NoSuchComment, "comment"),
                .. TextChecks.Required(Answer, "answer", Setup.LongText),
            ];
            return Decision.Unless<ReviewEvent>(faults,
                () => new ReviewEvent.CommentAnswered(context.Today, Comment!.Value, Answer.Kept));
        }
    }
}

public abstract partial record ReviewEvent
{
    public sealed record CommentAnswered(DateOnly On, int Comment, TextReference Answer) : ToOpened(On)
    {
        internal override Review Change(Review review) => review with
        {
            Communication = review.Communication! with
            {
                Comments =
                [
                    .. review.Communication.Comments.Select(
                        (comment, index) => index == Comment - 1 ? comment with { Answer = Answer } : comment),
                ],
            },
        };
    }

    public sealed record PlanHandedIn(DateOnly On, DateOnly HandedInOn, IReadOnlyList<Measure> Measures, Id AnswerId)
        : ToOpened(On)
    {
        internal override Review Change(Review review) => review with
        {
            Plan = review.Plan! with { Measures = Measures, HandedInOn = HandedInOn, AnswerId = AnswerId },
        };
    }
}
