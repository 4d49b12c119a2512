namespace Oversight.Planning;

public abstract partial record PlanCommand
{
    /// <summary>Opens an adopted plan for new drafts: a revision during the year, with a reason.</summary>
    public sealed record Reopen(WrittenText Reason, int LongestReason) : PlanCommand
    {
        internal override Decision<PlanEvent> Decide(PlanState state, CommandContext context) => state switch
        {
            PlanState.Adopted { Plan.Latest.Number: var number } => Decision.Unless<PlanEvent>(
                [.. PlanChecks.ProcessOwner(context.Actor), .. PlanChecks.Reason(Reason, LongestReason)],
                () => new PlanEvent.Reopened(number, context.Today, Reason.Kept)),
            PlanState.Draft => new Refusal(PlanRefusals.NotAdopted),
            _ => new Refusal(PlanRefusals.NotMade),
        };
    }
}

public abstract partial record PlanEvent
{
    /// <param name="Reason">Null in what was stored before reasons were referred to (v1).</param>
    public sealed record Reopened(int FromVersion, DateOnly Day, TextReference? Reason) : PlanEvent
    {
        internal override PlanState Apply(PlanState state) => state is PlanState.Adopted { Plan: var plan }
            ? new PlanState.Draft(plan with
            {
                Presented = null,
                PresentedContent = null,
                Revision = plan.Revision + 1,
            })
            : throw CannotFollow(state);
    }
}
