namespace Oversight.Concerns;

public abstract partial record ConcernCommand
{
    /// <summary>
    /// Tells its reporter how the review ended that it was a reason for, once for each end. By the system; a concern
    /// that was withdrawn is left.
    /// </summary>
    /// <param name="Closing">How often the review has been closed: it may be reopened, and end otherwise.</param>
    /// <param name="Decided">What was decided.</param>
    /// <param name="Became">What became of it.</param>
    public sealed record AnswerByReview(Id Review, int Closing, TextReference Decided, TextReference Became)
        : ConcernCommand
    {
        internal override Decision<ConcernEvent> Decide(ConcernState state, CommandContext context) =>
            state is ConcernState.Withdrawn
            || state.RequiredFile.Answers.Any(known => known.Review == Review && known.Closing >= Closing)
                ? Decision.Accept<ConcernEvent>()
                : new ConcernEvent.AnsweredByReview(context.Today, Review, Closing, Decided, Became);
    }
}

public abstract partial record ConcernEvent
{
    public sealed record AnsweredByReview(
        DateOnly On, Id Review, int Closing, TextReference Decided, TextReference Became) : ConcernEvent(On)
    {
        internal override ConcernState Apply(ConcernState state) => state.Change(file => file with
        {
            Answers =
            [
                .. file.Answers.Where(known => known.Review != Review),
                new ConcernAnswer(Review, Closing, On, Decided, Became),
            ],
            Steps = [.. file.Steps, new ConcernStep(ConcernStepKind.Answered, On)],
        });
    }
}

/// <summary>How a review ended that a concern was a reason for, in words for its reporter.</summary>
public sealed record ConcernAnswer(
    Id Review, int Closing, DateOnly On, TextReference Decided, TextReference Became);
