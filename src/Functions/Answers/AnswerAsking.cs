using Oversight.Answers;
using Oversight.Functions.Reviews;
using Oversight.Functions.Storage;
using Oversight.Functions.Storage.Effects;
using Oversight.Reviews;

namespace Oversight.Functions.Answers;

/// <summary>Asks the provider for what its review awaits of it, and no longer for what it does not.</summary>
public sealed class AnswerAsking(Streams streams) : IEffectHandler<ReviewState, ReviewEvent>
{
    public string Effect => ReviewEffects.Answers;

    public string Title => "Anordnaren får en svarslänk";

    public async Task<EffectProgress> RunAsync(EffectCall<ReviewState, ReviewEvent> call, CancellationToken cancellation)
    {
        if (call.State is not { Review: { } review })
            return EffectProgress.Done;
        foreach (var (task, isAwaited) in Tasks(call.Head.Id, call.State.Status, review))
        {
            var id = AnswerStream.IdOf(task.ReviewId, task.Kind, task.Number);
            var known = await streams.LoadAsync(AnswerStream.Kind, id, cancellation);
            if (isAwaited && known is null)
                await streams.CreateAsync(AnswerStream.Kind, id, new AnswerCommand.Ask(task), call.Envelope, cancellation);
            else if (!isAwaited && known is { State.Status: AnswerStatus.Open })
                await streams.ChangeAsync(AnswerStream.Kind, id, new AnswerCommand.Withdraw(), call.Envelope, cancellation, loaded: known);
        }

        return EffectProgress.Done;
    }

    private static IEnumerable<(AnswerTask Task, bool IsAwaited)> Tasks(Id id, ReviewStatus status, Review review)
    {
        var isWriting = status is ReviewStatus.Underway or ReviewStatus.Reading or ReviewStatus.Communicated;
        foreach (var asked in review.Supplements)
            yield return (Task(AnswerKind.Supplement, asked.Number, asked.Until), isWriting && asked.ReceivedOn is null);
        if (review.Communication is { Until: { } until } draft)
            yield return (Task(AnswerKind.Comments, draft.Number, until), status == ReviewStatus.Communicated && draft.Comments.Count == 0);
        for (var round = 1; round <= review.PlanRounds; round++)
        {
            var isThis = status == ReviewStatus.AwaitingPlan && review.Plan is { HandedInOn: null } plan && plan.Round == round;
            yield return (Task(AnswerKind.Plan, round, review.Plan?.Until ?? review.OpenedOn), isThis);
        }

        AnswerTask Task(AnswerKind kind, int number, DateOnly until) => new(
            kind, id, number, until, review.Unit.UnitId, review.Unit.Board,
            kind == AnswerKind.Plan ? [.. review.Findings.Where(finding => finding.IsOpen).Select(finding => finding.Number)] : []);
    }
}
