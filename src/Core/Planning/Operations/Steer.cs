namespace Oversight.Planning;

public abstract partial record PlanCommand
{
    /// <summary>
    /// Decides about one unit whatever its risk, with a reason; the plan is made again after it.
    /// </summary>
    /// <param name="Quarter">1-4 when the kind says a quarter, otherwise null.</param>
    /// <param name="Make">The content of the plan under a steering.</param>
    public sealed record Steer(
        Id UnitId, SteeringKind Kind, int? Quarter, WrittenText Reason, int LongestReason, bool Anyway,
        Func<PlanSteering, PlanContent> Make) : PlanCommand
    {
        internal override Decision<PlanEvent> Decide(PlanState state, CommandContext context) => state switch
        {
            PlanState.Draft { Plan: var plan } => Decide(state, plan, context),
            PlanState.Adopted => new Refusal(PlanRefusals.AlreadyAdopted),
            _ => new Refusal(PlanRefusals.NotMade),
        };

        private Decision<PlanEvent> Decide(PlanState state, Plan plan, CommandContext context)
        {
            List<Refusal> reasons = [.. PlanChecks.Reason(Reason, LongestReason), .. PlanChecks.BoardHas(plan, Anyway)];
            if (!plan.Content.Knows(UnitId))
                reasons.Add(new Refusal(PlanRefusals.UnitNotInPlan, "unit"));
            if (Kind == SteeringKind.Free && plan.Steering.Of(UnitId) is null)
                reasons.Add(new Refusal(PlanRefusals.UnitIsFree, "kind"));
            if (Kind == SteeringKind.InQuarter && Quarter is not (>= 1 and <= 4))
                reasons.Add(new Refusal(PlanRefusals.QuarterMissing, "quarter"));
            if (Kind != SteeringKind.InQuarter && Quarter is not null)
                reasons.Add(new Refusal(PlanRefusals.QuarterNotAsked, "quarter"));
            return Decision.Unless(reasons, () =>
            {
                var steering = new UnitSteering(UnitId, Kind, Quarter, context.Today, Reason.Kept);
                return Decision.Accept<PlanEvent>(
                [
                    new PlanEvent.Steered(steering),
                    .. Draft.IfChanged(
                        state, plan.Board, plan.Year, Make(plan.Steering.With(steering)), context),
                ]);
            });
        }
    }

    /// <summary>Gives a plan other room than the rules do, with a reason; the plan is made again after it.</summary>
    /// <param name="Make">The content of the plan under a steering.</param>
    public sealed record SetChoices(
        PlanChoices Choices, Settings.PlanChoiceRules Rules, WrittenText Reason, int LongestReason, bool Anyway,
        Func<PlanSteering, PlanContent> Make) : PlanCommand
    {
        internal override Decision<PlanEvent> Decide(PlanState state, CommandContext context) => state switch
        {
            PlanState.Draft { Plan: var plan } => Decision.Unless(
                [
                    .. PlanChecks.Reason(Reason, LongestReason), .. PlanChecks.BoardHas(plan, Anyway),
                    .. Choices.Faults(Rules),
                ],
                () => Decision.Accept<PlanEvent>(
                [
                    new PlanEvent.ChoicesSet(Choices, context.Today, Reason.Kept),
                    .. Draft.IfChanged(
                        state, plan.Board, plan.Year, Make(plan.Steering with { Choices = Choices }), context),
                ])),
            PlanState.Adopted => new Refusal(PlanRefusals.AlreadyAdopted),
            _ => new Refusal(PlanRefusals.NotMade),
        };
    }
}

public abstract partial record PlanEvent
{
    public sealed record Steered(UnitSteering Steering) : PlanEvent
    {
        internal override PlanState Apply(PlanState state) => state is PlanState.Draft { Plan: var plan }
            ? new PlanState.Draft(plan with { Steering = plan.Steering.With(Steering) })
            : throw CannotFollow(state);
    }

    public sealed record ChoicesSet(PlanChoices Choices, DateOnly On, TextReference Reason) : PlanEvent
    {
        internal override PlanState Apply(PlanState state) => state is PlanState.Draft { Plan: var plan }
            ? new PlanState.Draft(plan with { Steering = plan.Steering with { Choices = Choices } })
            : throw CannotFollow(state);
    }
}
