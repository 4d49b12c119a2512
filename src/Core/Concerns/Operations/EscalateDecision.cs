namespace Oversight.Concerns;

public abstract partial record ConcernCommand
{
    /// <summary>By the system, when the last day has passed. Changes nothing where it was done or is not due.</summary>
    public sealed record EscalateDecision(ConcernRules Rules) : ConcernCommand
    {
        internal override Decision<ConcernEvent> Decide(ConcernState state, CommandContext context) =>
            state is ConcernState.AwaitingDecision { Wait: { From: DecisionWait.Decider } wait } waiting
            && context.Today > wait.DecideBy
                ? new ConcernEvent.DecisionEscalated(
                    context.Today, waiting.Assessment.Number,
                    DecisionWait.ForSubstitute(context.Today, Rules.TriggeredReviewsOn(context.Today)))
                : Decision.Accept<ConcernEvent>();
    }
}

public abstract partial record ConcernEvent
{
    /// <summary>The last day passed: it is the substitute's as well. No step of the reporter's list.</summary>
    public sealed record DecisionEscalated(DateOnly On, int AssessmentNumber, DecisionWait Awaits) : ConcernEvent(On)
    {
        internal override ConcernState Apply(ConcernState state) =>
            ((ConcernState.AwaitingDecision)state).GoesOver(Awaits);
    }
}
