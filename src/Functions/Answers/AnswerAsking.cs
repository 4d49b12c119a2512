using Oversight.Answers;
using Oversight.Functions.Answers.OfSanctions;
using Oversight.Functions.Reviews;
using Oversight.Functions.Sanctions;
using Oversight.Functions.Storage;
using Oversight.Functions.Storage.Effects;
using Oversight.Reviews;
using Oversight.Sanctions;

namespace Oversight.Functions.Answers;

/// <summary>Asks the provider for what its review awaits of it, and no longer for what it does not.</summary>
public sealed class AnswerAsking(Streams streams) : IEffectHandler<ReviewState, ReviewEvent>
{
    public string Effect => ReviewEffects.Answers;

    public string Title => "Anordnaren får en svarslänk";

    public async Task<EffectProgress> RunAsync(
        EffectCall<ReviewState, ReviewEvent> call, CancellationToken cancellation)
    {
        if (call.State is not { Review: { } review })
            return EffectProgress.Done;
        if (review.Seal is not null)
            await CallOffAsync(review, call.Envelope, cancellation);
        foreach (var (kind, number, until) in Asked(call.State.Status, review))
        {
            var id = AnswerStream.IdOf(call.Head.Id, kind, number);
            var known = await streams.LoadAsync(AnswerStream.Kind, id, cancellation);
            if (until is { } last && known is null)
            {
                var task = new AnswerTask(
                    kind, call.Head.Id, number, last, review.Unit.UnitId, review.Unit.Board,
                    kind == AnswerKind.Plan
                        ? [.. review.Findings.Where(finding => finding.IsOpen).Select(finding => finding.Number)]
                        : []);
                await streams.CreateAsync(AnswerStream.Kind, id, new AnswerCommand.Ask(task), call.Envelope,
                    cancellation);
            }
            else if (until is { } day && known is { State: { Status: AnswerStatus.Open, Answer: { } asked } }
                && (review.Pause is null ? day : (DateOnly?)null) is var lastDay && asked.LastDay != lastDay)
            {
                await streams.ChangeAsync(AnswerStream.Kind, id, new AnswerCommand.MoveDay(lastDay), call.Envelope,
                    cancellation, loaded: known);
            }
            else if (until is null && known is { State.Status: AnswerStatus.Open })
            {
                await streams.ChangeAsync(AnswerStream.Kind, id, new AnswerCommand.Withdraw(), call.Envelope,
                    cancellation, loaded: known);
            }
        }

        return EffectProgress.Done;
    }

    /// <summary>What the sanctions of a review that is sealed ask for is asked for no more.</summary>
    private async Task CallOffAsync(Review review, Envelope envelope, CancellationToken cancellation)
    {
        foreach (var matter in review.Matters.Where(matter => matter.Kind == MatterKind.Sanction))
        {
            if (await streams.LoadAsync(SanctionStream.Kind, matter.Id, cancellation) is not { State: var state })
                continue;
            foreach (var link in SanctionLinks.Open(state))
            {
                var id = SanctionAsking.IdOf(matter.Id, link);
                if (await streams.LoadAsync(AnswerStream.Kind, id, cancellation)
                    is { State.Status: AnswerStatus.Open } known)
                    await streams.ChangeAsync(
                        AnswerStream.Kind, id, new AnswerCommand.Withdraw(), envelope, cancellation, loaded: known);
            }
        }
    }

    /// <summary>
    /// Everything that the provider has ever been asked for, with its last day while it is awaited. Everything: only
    /// the newest state is seen to, and what was asked for in one that was passed over is to be withdrawn all the same.
    /// Nothing is awaited of it while the review is sealed, nor afterwards what was called off then.
    /// </summary>
    public static IEnumerable<(AnswerKind Kind, int Number, DateOnly? Until)> Asked(ReviewStatus status, Review review)
    {
        var isWriting = status is ReviewStatus.Underway or ReviewStatus.Reading or ReviewStatus.Communicated;
        foreach (var asked in review.Supplements)
            yield return (AnswerKind.Supplement, asked.Number,
                isWriting && asked.ReceivedOn is null && review.IsAsked(ReviewAwaiting.Supplement(asked.Number))
                    ? asked.Until
                    : null);
        var draft = review.Communication;
        for (var number = 1; number <= draft?.Number; number++)
        {
            var isOut = status == ReviewStatus.Communicated && number == draft.Number && draft.Comments.Count == 0
                && review.IsAsked(ReviewAwaiting.Comments(number));
            yield return (AnswerKind.Comments, number, isOut ? draft.Until : null);
        }

        for (var round = 1; round <= review.PlanRounds; round++)
        {
            var isOut = status == ReviewStatus.AwaitingPlan && review.Plan is { HandedInOn: null } plan
                && plan.Round == round && review.IsAsked(ReviewAwaiting.Plan(round));
            yield return (AnswerKind.Plan, round, isOut ? review.Plan!.Until : null);
        }
    }

    /// <summary>The answer that is awaited under the name of <see cref="ReviewAwaiting"/>; null: none is.</summary>
    public static Id? Find(Id id, ReviewStatus status, Review review, string what)
    {
        foreach (var (kind, number, until) in Asked(status, review))
        {
            if (until is not null && Named(kind, number) == what)
                return AnswerStream.IdOf(id, kind, number);
        }

        return null;
    }

    private static string Named(AnswerKind kind, int number) => kind switch
    {
        AnswerKind.Supplement => ReviewAwaiting.Supplement(number),
        AnswerKind.Comments => ReviewAwaiting.Comments(number),
        AnswerKind.Plan => ReviewAwaiting.Plan(number),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
