using Oversight.Functions.Storage;
using Oversight.Functions.Storage.Effects;
using Oversight.Functions.Texts;
using Oversight.Reviews;

namespace Oversight.Functions.Reviews.Joint;

/// <summary>Opens the other board's review when one has asked for a joint one.</summary>
public sealed class TwinOpening(Streams streams) : IEffectHandler<ReviewState, ReviewEvent>
{
    public const string Name = "review.twin-opens";

    public string Effect => Name;

    public string Title => "Den andra nämndens del av en gemensam granskning öppnas";

    public async Task<EffectProgress> RunAsync(
        EffectCall<ReviewState, ReviewEvent> call, CancellationToken cancellation)
    {
        if (call.State.Review is not { } review || call.Cause.Event is not ReviewEvent.JointAsked asked)
            return EffectProgress.Done;
        var origin = new ReviewOrigin(
            ReviewKind.Joint, call.Cause.Day, review.Origin.Unannounced, PlanYear: null, []);
        await streams.OpenReviewAsync(
            asked.Twin,
            new ReviewCommand.Open(asked.With, origin) { Twin = (call.Head.Id, review.Unit.Board) },
            call.Envelope, cancellation);
        return EffectProgress.Done;
    }
}

/// <summary>
/// Tells the other board how far this review has come and which number it has. Nothing while it is sealed.
/// </summary>
public sealed class TwinTelling(Streams streams) : IEffectHandler<ReviewState, ReviewEvent>
{
    public const string Name = "review.twin-told";

    public string Effect => Name;

    public string Title => "Den andra nämnden får veta hur långt en gemensam granskning har kommit";

    public static bool Follows(ReviewEvent happened) => happened
        is ReviewEvent.JointAsked or ReviewEvent.Started or ReviewEvent.CaseRegistered or ReviewEvent.Closed
        or ReviewEvent.Unsealed;

    public async Task<EffectProgress> RunAsync(
        EffectCall<ReviewState, ReviewEvent> call, CancellationToken cancellation)
    {
        if (call.State.Review is { Twin: { } twin, Seal: null } review)
            await streams.TellTwinAsync(
                twin.Review, new ReviewCommand.NoteTwin(Standing(call.State.Status, review), review.CaseNumber),
                call.Envelope, cancellation);
        return EffectProgress.Done;
    }

    private static TwinStanding Standing(ReviewStatus status, Review review) => (status, review.Ending) switch
    {
        (ReviewStatus.ToStart, _) => TwinStanding.Opened,
        (ReviewStatus.Closed, ReviewEnding.Cancelled) => TwinStanding.Cancelled,
        _ => TwinStanding.Begun,
    };
}

/// <summary>Hands a finding to the other board, with a copy of the text that was written for it.</summary>
public sealed class FindingHandingOver(Streams streams, PrivateTexts texts, TextKeys keys)
    : IEffectHandler<ReviewState, ReviewEvent>
{
    public const string Name = "review.finding-handed-over";
    private const string Purpose = "shared-finding";

    public string Effect => Name;

    public string Title => "En brist lämnas till den andra nämnden i en gemensam granskning";

    public async Task<EffectProgress> RunAsync(
        EffectCall<ReviewState, ReviewEvent> call, CancellationToken cancellation)
    {
        if (call.State.Review?.Twin is not { } twin
            || call.Cause.Event is not ReviewEvent.FindingShared { Shared: var shared })
            return EffectProgress.Done;
        var copy = new RequestTexts(
            await keys.GetAsync(cancellation), Purpose, $"{call.Head.Id}/{shared.Number}", $"review-{Purpose}",
            ReviewDesk.RetentionClass);
        var text = copy.Add("text", await FindAsync(call.Head.Id, shared.Text, cancellation));
        // What has been erased since is not brought back: the reference says that it is gone.
        if (!text.IsEmpty)
            await texts.WriteAsync(
                ReviewStream.StreamId(twin.Review), copy.EntryName, copy.Entry, cancellation);
        await streams.TellTwinAsync(
            twin.Review, new ReviewCommand.ReceiveFinding(shared with { Text = text.Kept }), call.Envelope,
            cancellation);
        return EffectProgress.Done;
    }

    private async Task<string?> FindAsync(Id review, TextReference text, CancellationToken cancellation) =>
        RequestTexts.Locate(text.Name) is var (entry, field)
            ? (await texts.FindAsync(ReviewStream.StreamId(review), entry, cancellation))?.Fields
                .GetValueOrDefault(field)
            : null;
}

internal static class TwinStreams
{
    /// <summary>Anything but yes is thrown, and tried again later.</summary>
    public static async Task TellTwinAsync(
        this Streams streams, Id twin, ReviewCommand command, Envelope envelope, CancellationToken cancellation)
    {
        var outcome = await streams.ChangeAsync(ReviewStream.Kind, twin, command, envelope, cancellation);
        if (outcome is not Outcome<ReviewState>.Done)
            throw new InvalidOperationException(
                $"The joint review {twin} did not take {command.GetType().Name}: {outcome.GetType().Name}.");
    }
}
