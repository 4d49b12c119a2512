namespace Oversight.Concerns;

public abstract partial record ConcernCommand
{
    /// <summary>By the system, on the day of the reminder. Changes nothing where it was done or is not due.</summary>
    public sealed record RemindOfDecision : ConcernCommand
    {
        internal override Decision<ConcernEvent> Decide(ConcernState state, CommandContext context) =>
            state is ConcernState.AwaitingDecision { Wait: { } wait, RemindedOn: null } waiting
            && context.Today >= wait.RemindOn
                ? new ConcernEvent.DecisionReminded(context.Today, waiting.Assessment.Number, wait.From, wait.DecideBy)
                : Decision.Accept<ConcernEvent>();
    }
}

public abstract partial record ConcernEvent
{
    /// <summary>Whoever is to decide was reminded. No step of the reporter's list.</summary>
    /// <param name="DecideBy">The last day, as the reminder says it.</param>
    public sealed record DecisionReminded(DateOnly On, int AssessmentNumber, Role To, DateOnly DecideBy)
        : ConcernEvent(On)
    {
        internal override ConcernState Apply(ConcernState state) =>
            (ConcernState.AwaitingDecision)state with { RemindedOn = On };
    }
}
