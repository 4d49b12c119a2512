using Oversight.Concerns;
using Oversight.Functions.Concerns;
using Oversight.Functions.Identity;
using Oversight.Functions.Storage;
using Oversight.Functions.Storage.Effects;
using Oversight.Reviews;

namespace Oversight.Functions.Reviews;

/// <summary>
/// Seals the reviews that are made because of a sealed concern, and lets their reviewers read it.
/// </summary>
public sealed class SealedConcerns(Streams streams, Views views, Municipality municipality)
    : IEffectHandler<ConcernState, ConcernEvent>
{
    public string Effect => ConcernEffects.ReviewsSealed;

    public string Title => "Granskningar på grund av en spärrad synpunkt spärras";

    public async Task<EffectProgress> RunAsync(
        EffectCall<ConcernState, ConcernEvent> call, CancellationToken cancellation)
    {
        if (call.State.FileOrNone is not { Seal: not null })
            return EffectProgress.Done;
        // The concern may have been moved since: its review stays with the board that decided on it.
        var lists = await Task.WhenAll(municipality.Boards.Select(
            board => views.ReadAllAsync<ReviewRow>(ReviewPartitions.OfBoard(board), cancellation)));
        foreach (var row in lists.SelectMany(rows => rows).Where(row => row.Concerns.Contains(call.Head.Id)))
        {
            if (!call.MayGoOn())
                return EffectProgress.MoreToDo;
            await streams.SealAsync(row.Id, call.Head.Id, call.Envelope, cancellation);
        }

        return EffectProgress.Done;
    }
}

/// <summary>Seals a review that a sealed concern is joined to.</summary>
public sealed class SealedReasons(Streams streams) : IEffectHandler<ReviewState, ReviewEvent>
{
    public string Effect => ReviewEffects.Seals;

    public string Title => "En granskning som får en spärrad synpunkt spärras";

    public async Task<EffectProgress> RunAsync(
        EffectCall<ReviewState, ReviewEvent> call, CancellationToken cancellation)
    {
        foreach (var concern in call.State.Review!.Origin.Concerns.Select(cause => cause.ConcernId))
        {
            if (!call.MayGoOn())
                return EffectProgress.MoreToDo;
            if (await streams.LoadAsync(ConcernStream.Kind, concern, cancellation)
                is { State.FileOrNone.Seal: not null })
                await streams.SealAsync(call.Head.Id, concern, call.Envelope, cancellation);
        }

        return EffectProgress.Done;
    }
}

internal static class SealedStreams
{
    /// <summary>Seals the review with the concern; asked again, it changes nothing.</summary>
    public static async Task SealAsync(
        this Streams streams, Id review, Id concern, Envelope envelope, CancellationToken cancellation)
    {
        await streams.ChangeAsync(
            ReviewStream.Kind, review, new ReviewCommand.SealWithConcern(concern), envelope, cancellation);
        if (await streams.LoadAsync(ReviewStream.Kind, review, cancellation) is { State.Review.Inside: var inside })
            await streams.ChangeAsync(
                ConcernStream.Kind, concern, new ConcernCommand.Admit(inside), envelope, cancellation);
    }
}
