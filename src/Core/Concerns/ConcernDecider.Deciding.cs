namespace Oversight.Concerns;

/// <summary>The way from a proposed påkallad granskning to its decision.</summary>
public static partial class ConcernDecider
{
    /// <summary>Where somebody has been in a conflict of interest, a new proposal goes to the substitute at once.</summary>
    private static DecisionWait Proposed(ConcernFile file, ConcernRules rules, DateOnly today) => file.InConflict.Count == 0
        ? DecisionWait.ForDecider(today, rules.TriggeredReviewsOn(today))
        : DecisionWait.ForSubstitute(today, rules.TriggeredReviewsOn(today));

    private static Decision<ConcernEvent> DecideReview(
        ConcernState.AwaitingDecision waiting, ConcernCommand.DecideTriggeredReview decide, CommandContext context)
    {
        if (WhyNot(waiting, context.Actor) is { } refusal)
            return refusal;
        Refusal[] faults =
        [
            .. decide.Approved is null ? [new Refusal(ConcernRefusals.DecisionRequired, "approved")] : Array.Empty<Refusal>(),
            .. ConcernChecks.Optional(decide.ScopeHint, "scopeHint", decide.Rules.Limits.Reason),
            .. ConcernChecks.Reason(decide.Reason, decide.Rules),
        ];
        return Decision.Unless<ConcernEvent>(faults, () => new ConcernEvent.TriggeredReviewDecided(
            context.Today, decide.Approved!.Value, waiting.Assessment.Number, decide.Reason.Kept, Kept(decide.ScopeHint)));
    }

    /// <summary>The substitute's turn keeps its days when somebody else falls away.</summary>
    private static Decision<ConcernEvent> DeclareConflict(
        ConcernState.AwaitingDecision waiting, ConcernCommand.DeclareConflictOfInterest declare, CommandContext context)
    {
        if (WhyNot(waiting, context.Actor) is { } refusal)
            return refusal;
        var wait = waiting.Wait is { } now && now.From != context.Actor.Role && now.From != DecisionWait.Decider
            ? now
            : DecisionWait.ForSubstitute(context.Today, declare.Rules.TriggeredReviewsOn(context.Today));
        return Decision.Unless<ConcernEvent>([.. ConcernChecks.Reason(declare.Reason, declare.Rules)], () =>
            new ConcernEvent.ConflictOfInterestDeclared(
                context.Today, waiting.Assessment.Number, context.Actor.UserId, wait, declare.Reason.Kept));
    }

    private static Decision<ConcernEvent> Remind(ConcernState.AwaitingDecision waiting, CommandContext context) =>
        waiting is { Wait: { } wait, RemindedOn: null } && context.Today >= wait.RemindOn
            ? new ConcernEvent.DecisionReminded(context.Today, waiting.Assessment.Number, wait.From, wait.DecideBy)
            : Decision.Accept<ConcernEvent>();

    private static Decision<ConcernEvent> Escalate(
        ConcernState.AwaitingDecision waiting, ConcernCommand.EscalateDecision escalate, CommandContext context) =>
        waiting.Wait is { From: DecisionWait.Decider } wait && context.Today > wait.DecideBy
            ? new ConcernEvent.DecisionEscalated(
                context.Today, waiting.Assessment.Number,
                DecisionWait.ForSubstitute(context.Today, escalate.Rules.TriggeredReviewsOn(context.Today)))
            : Decision.Accept<ConcernEvent>();

    /// <summary>Null: the person may decide now.</summary>
    private static Refusal? WhyNot(ConcernState.AwaitingDecision waiting, Actor actor)
    {
        if (waiting.File.InConflict.Contains(actor.UserId))
            return new Refusal(ConcernRefusals.InConflictOfInterest);
        return waiting.MayDecide(actor.Role) ? null : new Refusal(ConcernRefusals.NotTheDecider);
    }
}
