namespace Oversight.Concerns;

public abstract partial record ConcernCommand
{
    /// <summary>
    /// By whoever registered it, until a påkallad granskning has been proposed: from then on the unit must take a
    /// position (R41).
    /// </summary>
    public sealed record Withdraw(string RequestedByKey, WrittenText Reason, ConcernRules Rules) : ConcernCommand
    {
        internal override Decision<ConcernEvent> Decide(ConcernState state, CommandContext context)
        {
            if (RequestedByKey != state.RequiredFile.RegisteredByKey)
                return new Refusal(ConcernRefusals.NotTheReporter);
            return Decision.Unless<ConcernEvent>(
                [.. ConcernChecks.Reason(Reason, Rules)], () => new ConcernEvent.Withdrawn(context.Today, Reason.Kept));
        }
    }
}

public abstract partial record ConcernEvent
{
    public sealed record Withdrawn(DateOnly On, TextReference Reason) : ConcernEvent(On)
    {
        internal override ConcernState Apply(ConcernState state) => new ConcernState.Withdrawn(
            (state.RequiredFile with { Holder = null }).Weighed().Step(ConcernStepKind.Withdrawn, On),
            state.AssessmentOrNone, Reason);
    }
}
