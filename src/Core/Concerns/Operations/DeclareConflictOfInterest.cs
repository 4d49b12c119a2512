namespace Oversight.Concerns;

public abstract partial record ConcernCommand
{
    /// <summary>Whoever is about to decide has a tie to the matter (jäv): the substitute decides.</summary>
    public sealed record DeclareConflictOfInterest(WrittenText Reason, ConcernRules Rules) : ConcernCommand
    {
        internal override Decision<ConcernEvent> Decide(ConcernState state, CommandContext context)
        {
            var waiting = (ConcernState.AwaitingDecision)state;
            if (waiting.WhyNot(context.Actor) is { } refusal)
                return refusal;
            return Decision.Unless<ConcernEvent>([.. ConcernChecks.Reason(Reason, Rules)], () =>
                new ConcernEvent.ConflictOfInterestDeclared(
                    context.Today, waiting.Assessment.Number, context.Actor.UserId, Next(waiting.Wait, context),
                    Reason.Kept));
        }

        /// <summary>The substitute's turn keeps its days when somebody else falls away.</summary>
        private DecisionWait Next(DecisionWait? now, CommandContext context) =>
            now is not null && now.From != context.Actor.Role && now.From != DecisionWait.Decider
                ? now
                : DecisionWait.ForSubstitute(context.Today, Rules.TriggeredReviewsOn(context.Today));
    }
}

public abstract partial record ConcernEvent
{
    /// <summary>jäv: <paramref name="DeclaredBy"/> does not decide about this concern any more.</summary>
    /// <param name="DeclaredBy">Entra object id.</param>
    public sealed record ConflictOfInterestDeclared(
        DateOnly On, int AssessmentNumber, string DeclaredBy, DecisionWait Awaits, TextReference Reason)
        : ConcernEvent(On)
    {
        internal override ConcernState Apply(ConcernState state)
        {
            var waiting = (ConcernState.AwaitingDecision)state;
            return waiting.GoesOver(Awaits) with
            {
                File = (waiting.File with { InConflict = [.. waiting.File.InConflict, DeclaredBy] }).HeldByWhoMay(),
            };
        }
    }
}
