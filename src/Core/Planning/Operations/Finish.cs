namespace Oversight.Planning;

public abstract partial record PlanCommand
{
    /// <summary>färdigställer: the process owner says that the latest version is ready for the board (R55).</summary>
    /// <param name="Version">The version that the process owner has read.</param>
    /// <param name="Proposal">What the board is asked to do with it.</param>
    public sealed record Finish(int Version, BoardOutcome Proposal) : PlanCommand
    {
        internal override Decision<PlanEvent> Decide(PlanState state, CommandContext context)
        {
            if (state is not PlanState.Draft { Plan: var plan })
                return new Refusal(
                    state is PlanState.Adopted ? PlanRefusals.AlreadyAdopted : PlanRefusals.NotMade);
            List<Refusal> reasons = [.. PlanChecks.ProcessOwner(context.Actor)];
            if (Version != plan.Latest.Number)
                reasons.Add(new Refusal(
                    PlanRefusals.NotLatestVersion, "version", PlanMaker.Text(Version),
                    PlanMaker.Text(plan.Latest.Number)));
            return Decision.Unless<PlanEvent>(reasons, () => new PlanEvent.Prepared(
                Version, context.Today, plan.Content.MeetingDay, context.Actor.Role)
            {
                Proposal = Proposal,
            });
        }
    }

    /// <summary>A comment on the latest version, while there is still something to change.</summary>
    public sealed record Comment(WrittenText Text, int Longest) : PlanCommand
    {
        internal override Decision<PlanEvent> Decide(PlanState state, CommandContext context) => state switch
        {
            PlanState.Draft { Plan.Latest.Number: var number } => Decision.Unless<PlanEvent>(
                [.. PlanChecks.Reason(Text, Longest)],
                () => new PlanEvent.Commented(number, context.Today, Text.Kept)),
            PlanState.Adopted => new Refusal(PlanRefusals.AlreadyAdopted),
            _ => new Refusal(PlanRefusals.NotMade),
        };
    }

    /// <summary>Says why planned reviews did not come about.</summary>
    /// <param name="Missed">Those that have not, as the reviews tell.</param>
    public sealed record ExplainMiss(
        Id UnitId, IReadOnlyList<Id> Missed, WrittenText Reason, int LongestReason) : PlanCommand
    {
        internal override Decision<PlanEvent> Decide(PlanState state, CommandContext context)
        {
            if (state is not PlanState.Adopted)
                return new Refusal(state is PlanState.Draft ? PlanRefusals.NotAdopted : PlanRefusals.NotMade);
            List<Refusal> reasons = [.. PlanChecks.Reason(Reason, LongestReason)];
            if (!Missed.Contains(UnitId))
                reasons.Add(new Refusal(PlanRefusals.NotMissed, "unit"));
            return Decision.Unless<PlanEvent>(
                reasons, () => new PlanEvent.MissExplained(new ExplainedMiss(UnitId, context.Today, Reason.Kept)));
        }
    }
}

public abstract partial record PlanEvent
{
    public sealed record Commented(int Version, DateOnly On, TextReference Text) : PlanEvent
    {
        internal override PlanState Apply(PlanState state) => state is PlanState.Draft
            ? state
            : throw CannotFollow(state);
    }

    public sealed record MissExplained(ExplainedMiss Miss) : PlanEvent
    {
        internal override PlanState Apply(PlanState state) => state is PlanState.Adopted adopted
            ? adopted with
            {
                Plan = adopted.Plan with
                {
                    Explained =
                    [
                        .. adopted.Plan.Explained.Where(miss => miss.UnitId != Miss.UnitId), Miss,
                    ],
                },
            }
            : throw CannotFollow(state);
    }
}
