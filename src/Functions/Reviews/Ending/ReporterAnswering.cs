using System.Globalization;
using Oversight.Concerns;
using Oversight.Functions.Concerns;
using Oversight.Functions.Storage;
using Oversight.Functions.Storage.Effects;
using Oversight.Functions.Texts;
using Oversight.Reviews;

namespace Oversight.Functions.Reviews.Ending;

/// <summary>
/// Tells those whose concerns a review was made because of how it ended, each once, with copies of the two texts.
/// </summary>
public sealed class ReporterAnswering(Streams streams, PrivateTexts texts, TextKeys keys)
    : IEffectHandler<ReviewState, ReviewEvent>
{
    public const string Name = "review.reporters-answered";
    private const string Purpose = "review-answer";
    private const string DroppedDecided = "Granskningen ströks ur årsplanen innan den hade börjat.";
    private const string DroppedBecame = "Synpunkten finns kvar och vägs in när nästa årsplan görs.";

    public string Effect => Name;

    public string Title => "De som har lämnat synpunkter får veta hur granskningen slutade";

    public async Task<EffectProgress> RunAsync(
        EffectCall<ReviewState, ReviewEvent> call, CancellationToken cancellation)
    {
        if (call.State.Review is not { } review
            || await WordsAsync(call, review, cancellation) is not { } words)
            return EffectProgress.Done;
        foreach (var concern in review.Origin.Concerns.Select(cause => cause.ConcernId))
        {
            if (!call.MayGoOn())
                return EffectProgress.MoreToDo;
            await AnswerAsync(call, concern, words, cancellation);
        }

        return EffectProgress.Done;
    }

    /// <summary>
    /// As the reviewers wrote them; of one that was struck from the årsplan nobody has written anything, and it may
    /// come back: it is none of its ends.
    /// </summary>
    private async Task<Words?> WordsAsync(
        EffectCall<ReviewState, ReviewEvent> call, Review review, CancellationToken cancellation)
    {
        if (call.Cause.Event is ReviewEvent.Dropped)
            return new Words(review.Closings, DroppedDecided, DroppedBecame);
        if (call.Cause.Event is not ReviewEvent.Closed { Answer: { } answer })
            return null;
        var kept = new KeptTexts(await texts.ReadAllAsync(ReviewStream.StreamId(call.Head.Id), cancellation));
        return new Words(review.Closings, kept.Find(answer.Decided), kept.Find(answer.Became));
    }

    private async Task AnswerAsync(
        EffectCall<ReviewState, ReviewEvent> call, Id concern, Words words, CancellationToken cancellation)
    {
        var closing = words.Closing;
        if (await streams.LoadAsync(ConcernStream.Kind, concern, cancellation)
            is not { State: not ConcernState.Withdrawn } known)
            return;
        var copy = new RequestTexts(
            await keys.GetAsync(cancellation), Purpose,
            string.Create(CultureInfo.InvariantCulture, $"{call.Head.Id}/{closing}"), $"concern-{Purpose}",
            ConcernTexts.RetentionClass);
        var decided = copy.Add("decided", words.Decided);
        var became = copy.Add("became", words.Became);
        // What has been erased since is not brought back: the reference says that it is gone.
        if (copy.Entry.Fields.Count > 0)
            await texts.WriteAsync(ConcernStream.StreamId(concern), copy.EntryName, copy.Entry, cancellation);
        var outcome = await streams.ChangeAsync(
            ConcernStream.Kind, concern,
            new ConcernCommand.AnswerByReview(call.Head.Id, closing, decided.Kept, became.Kept), call.Envelope,
            cancellation, loaded: known);
        if (outcome is not Outcome<ConcernState>.Done)
            throw new InvalidOperationException(
                $"The concern {concern} did not take the answer of {call.Head.Id}: {outcome.GetType().Name}.");
    }

    /// <param name="Decided">Null: erased since.</param>
    private sealed record Words(int Closing, string? Decided, string? Became);
}
