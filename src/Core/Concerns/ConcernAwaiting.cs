using Oversight.Waiting;

namespace Oversight.Concerns;

/// <summary>What a concern waits for: the decision on a proposed påkallad granskning, and nothing else.</summary>
public static class ConcernAwaiting
{
    public static Awaited Of(ConcernState state) =>
        Awaited.Of(() => state is ConcernState.AwaitingDecision waiting ? [Decision(waiting)] : []);

    /// <summary>What the system does on a due day.</summary>
    public static ConcernCommand CommandFor(DueStep step, ConcernRules rules) => step.Name switch
    {
        WaitingStep.RemindName => new ConcernCommand.RemindOfDecision(),
        WaitingStep.EscalateName => new ConcernCommand.EscalateDecision(rules),
        _ => throw new InvalidOperationException($"A concern knows no step '{step.Name}'."),
    };

    /// <summary>
    /// Whether somebody has changed what is to be done and when: only then is the loop woken. After a step of its own
    /// it looks again by itself.
    /// </summary>
    public static bool IsChangedBy(ConcernEvent happened) => happened switch
    {
        ConcernEvent.Assessed assessed => assessed.Awaits is not null || assessed.Number > 1,
        ConcernEvent.TriggeredReviewDecided or ConcernEvent.ConflictOfInterestDeclared => true,
        _ => false,
    };

    private static AwaitedAnswer Decision(ConcernState.AwaitingDecision waiting)
    {
        var answer = new AwaitedAnswer(
            $"decision-{waiting.Assessment.Number}", new AwaitedParty(waiting.From, waiting.File.Board),
            waiting.Wait?.DecideBy, waiting.Wait is { } wait ? Steps(wait, waiting.RemindedOn is not null) : []);
        return answer with { RemindedOn = waiting.RemindedOn, NotBy = waiting.File.InConflict };
    }

    /// <summary>
    /// A decision that the substitute lets wait goes to nobody else: it stays overdue where it is seen.
    /// </summary>
    private static IReadOnlyList<WaitingStep> Steps(DecisionWait wait, bool isReminded) =>
    [
        .. isReminded ? Array.Empty<WaitingStep>() : [WaitingStep.Remind(wait.RemindOn)],
        .. wait.From is DecisionWait.Decider ? [WaitingStep.Escalate(wait.DecideBy)] : Array.Empty<WaitingStep>(),
    ];
}
