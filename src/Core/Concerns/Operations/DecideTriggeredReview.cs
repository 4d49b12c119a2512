namespace Oversight.Concerns;

public abstract partial record ConcernCommand
{
    /// <summary>The enhetschef's decision on a proposed påkallad granskning (R41, R42), or the substitute's.</summary>
    public sealed record DecideTriggeredReview(
        bool? Approved, WrittenText Reason, WrittenText? ScopeHint, ConcernRules Rules) : ConcernCommand
    {
        internal override Decision<ConcernEvent> Decide(ConcernState state, CommandContext context)
        {
            var waiting = (ConcernState.AwaitingDecision)state;
            if (waiting.WhyNot(context.Actor) is { } refusal)
                return refusal;
            Refusal[] faults =
            [
                .. Approved is null
                    ? [new Refusal(ConcernRefusals.DecisionRequired, "approved")]
                    : Array.Empty<Refusal>(),
                .. ConcernChecks.Optional(ScopeHint, "scopeHint", Rules.Limits.Reason),
                .. ConcernChecks.Reason(Reason, Rules),
            ];
            return Decision.Unless<ConcernEvent>(faults, () => new ConcernEvent.TriggeredReviewDecided(
                context.Today, Approved!.Value, waiting.Assessment.Number, Reason.Kept, ScopeHint.KeptOrNone()));
        }
    }
}

public abstract partial record ConcernEvent
{
    public sealed record TriggeredReviewDecided(
        DateOnly On, bool Approved, int AssessmentNumber, TextReference Reason, TextReference? ScopeHint)
        : ConcernEvent(On)
    {
        internal override ConcernState Apply(ConcernState state) => new ConcernState.Decided(
            state.RequiredFile.Step(Approved ? ConcernStepKind.ReviewDecided : ConcernStepKind.ReviewDeclined, On),
            state.AssessmentOrNone!,
            new TriggeredReviewDecision(Approved, On, AssessmentNumber, Reason, ScopeHint));
    }
}
