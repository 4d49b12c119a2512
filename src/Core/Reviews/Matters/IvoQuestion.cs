using Oversight.Settings;
using Oversight.Texts;

namespace Oversight.Reviews;

/// <summary>What a review must know to ask whether IVO is to be told.</summary>
/// <param name="Position">The id that the position gets, if the question is asked now.</param>
/// <param name="Rules">Of the day.</param>
public sealed record IvoAsk(Id Position, IvoRules Rules)
{
    /// <summary>A finding, and the question that it brings: a serious one always does, unless one is open.</summary>
    internal Decision<ReviewEvent> With(Review review, Finding finding, ReviewEvent happened, CommandContext context) =>
        finding.Severity >= Rules.SeriousSeverity && !review.IsIvoAsked
            ? Decision.Accept<ReviewEvent>(
                happened, new ReviewEvent.IvoQuestionRaised(context.Today, Position, null, null, finding.Number))
            : happened;
}

public abstract partial record ReviewCommand
{
    /// <summary>
    /// Asks whether IVO is to be told, without a finding that does: by a reviewer or the enhetschef, with a reason.
    /// </summary>
    /// <param name="Grounds"><see cref="CodeLists.IvoGrounds"/>.</param>
    public sealed record RaiseIvoQuestion(
        Id Position, CodeId? Ground, WrittenText Reason, CodeList Grounds, ReviewSetup Setup) : OnOpened
    {
        internal override Decision<ReviewEvent> Decide(Review review, CommandContext context)
        {
            if (!review.IsReviewer(context) && context.Actor.Role != Role.UnitManager)
                return new Refusal(ReviewRefusals.NotAReviewer);
            return Decision.Unless<ReviewEvent>(
                [
                    .. ReviewDecider.If(review.IsIvoAsked, ReviewRefusals.IvoQuestionIsOpen),
                    .. ReviewDecider.Code(Ground, Grounds, context.Today, "ground"),
                    .. TextChecks.Required(Reason, "reason", Setup.Reason),
                ],
                () => new ReviewEvent.IvoQuestionRaised(context.Today, Position, Ground, Reason.Kept, null));
        }
    }

    /// <summary>
    /// Asks about a serious finding that came when the position before it had just ended. By the system; asked once
    /// more, nothing happens.
    /// </summary>
    public sealed record AskOfFinding(Id Position, int Finding) : ReviewCommand
    {
        internal override Decision<ReviewEvent> Decide(ReviewState state, CommandContext context) =>
            state.Review is not { } review || review.FindingOf(Finding) is null
                || review.Matters.Any(matter => matter.Id == Position)
                ? Decision.Accept<ReviewEvent>()
                : new ReviewEvent.IvoQuestionRaised(context.Today, Position, null, null, Finding);
    }
}

public abstract partial record ReviewEvent
{
    /// <summary>Somebody is to decide whether IVO is told. Its own stream goes on from here.</summary>
    /// <param name="Ground">Null where a finding raised it: what its unit is says which.</param>
    /// <param name="Finding">The serious finding that raised it; null where a person did.</param>
    public sealed record IvoQuestionRaised(
        DateOnly On, Id Position, CodeId? Ground, TextReference? Reason, int? Finding) : Announcing(On)
    {
        internal override ReviewMatter Matter => new(MatterKind.IvoPosition, Position, On);
    }
}
