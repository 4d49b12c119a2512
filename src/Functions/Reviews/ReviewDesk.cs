using Microsoft.AspNetCore.Http;
using Oversight.Functions.Attachments;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Settings;
using Oversight.Functions.Storage;
using Oversight.Functions.Texts;
using Oversight.Functions.Web;
using Oversight.Reviews;

namespace Oversight.Functions.Reviews;

/// <summary>A review opened by somebody who may read it.</summary>
public sealed record OpenReview(
    Folded<ReviewState> Read, SignedInUser User, ClosedMatters Closed, SettingsInForce InForce, DateOnly Today)
    : IOpened
{
    public StreamHead Head => Read.Head;

    public ReviewState State => Read.State;

    public Review Review => State.Review!;

    public BoardId Board => Review.Unit.Board;

    public string Reference => Head.Id.Reference(ReviewPartitions.ReferenceKind);

    public string Address => $"/granskningar/{Head.Id}";

    public bool IsReviewer => Review.IsReviewer(User.UserId) || User.StandsInFor(Board).Any(Review.IsReviewer);

    /// <summary>
    /// Whoever is in a conflict of interest, in the review or in a concern that it is made because of, neither reads
    /// nor writes; nor does anybody who is not inside while it is sealed.
    /// </summary>
    public bool IsSeen => !Review.InConflict.Contains(User.UserId)
        && (Review.Seal is null || !SealRow.IsClosedTo(User, Board, Review.Inside, Review.Deputy))
        && !Review.Origin.Concerns.Any(concern => Closed.Contains(concern.ConcernId));

    /// <summary>What may be judged and chosen: by the rules of the day it was started, however long it takes.</summary>
    public ReviewSetup Setup { get; } = ReviewSetup.Of(InForce.Settings, Read.State.Review!.StartedOn ?? Today);

    /// <summary>A question whether IVO is to be told, if one is asked now.</summary>
    public IvoAsk Ivo => new(ReviewIds.OfMatter(Head.Id, Head.Version), InForce.Settings.IvoRulesOn(Today));
}

/// <summary>Opens reviews for people and carries out what they do with them.</summary>
public sealed class ReviewDesk(
    Streams streams, PrivateTexts texts, TextKeys keys, AttachmentFiles files, Conflicts conflicts,
    SettingsProvider settings, StockholmTime time)
{
    internal const string RetentionClass = "review";

    public async Task<Opening<OpenReview>> OpenAsync(HttpRequest request, string id, CancellationToken cancellation) =>
        await FindAsync(request, id, cancellation) switch
        {
            null => new Opening<OpenReview>.Missing(),
            { IsSeen: true } open when ContentAccess.Reads(open.User, ContentClass.Review, open.Board) =>
                new Opening<OpenReview>.Opened(open),
            _ => new Opening<OpenReview>.Closed(),
        };

    /// <summary>Whether or not the person may read it: the caller asks.</summary>
    public async Task<OpenReview?> FindAsync(HttpRequest request, string id, CancellationToken cancellation) =>
        Id.TryParse(id, out var known) ? await FindAsync(request.User(), known, cancellation) : null;

    public async Task<OpenReview?> FindAsync(SignedInUser user, Id id, CancellationToken cancellation) =>
        await streams.LoadForChangeAsync(ReviewStream.Kind, id, cancellation) is { State.Review: not null } read
            ? new OpenReview(
                read, user, await conflicts.OfAsync(user, cancellation), await settings.GetAsync(cancellation),
                time.Today())
            : null;

    public async Task<ReviewTexts> TextsAsync(Id id, CancellationToken cancellation) =>
        new(await texts.ReadAllAsync(ReviewStream.StreamId(id), cancellation));

    public Task<IReadOnlyList<Recorded<ReviewEvent>>> HistoryAsync(Id id, CancellationToken cancellation) =>
        streams.HistoryAsync(ReviewStream.Kind, id, cancellation);

    /// <summary>The texts of an operation, to be kept once the rules have said yes.</summary>
    public async Task<OperationTexts> DraftAsync(string operation, Envelope envelope, CancellationToken cancellation) =>
        new(await keys.GetAsync(cancellation), operation, RequestTexts.RequestOf(envelope), $"review-{operation}",
            RetentionClass);

    /// <summary>Texts and files are kept once the rules have said yes.</summary>
    public Task<Outcome<ReviewState>> ChangeAsync(
        OpenReview open, ReviewCommand command, OperationTexts written, IReadOnlyList<SentFile> sent, Envelope envelope,
        CancellationToken cancellation) =>
        streams.ChangeAsync(
            ReviewStream.Kind, open.Head.Id, command, envelope, cancellation,
            written.Entry.Fields.Count == 0 && command.Attachments.Count == 0
                ? null
                : async (accepted, token) =>
                {
                    if (written.Entry.Fields.Count > 0
                        && !await texts.TryWriteAsync(ReviewStream.StreamId(open.Head.Id), written.EntryName,
                            written.Entry, token))
                        return new Prepared<ReviewCommand>.KeyReused();
                    await files.StoreAsync(open.Head.Id, sent, accepted.Attachments, token);
                    return new Prepared<ReviewCommand>.Go(accepted);
                },
            open.Read);
}

/// <summary>The kept texts of a review; every text may be gone (gallrad).</summary>
public sealed class ReviewTexts(IReadOnlyDictionary<string, PrivateEntry> entries) : KeptTexts(entries)
{
    public const string ReviewerName = "reviewerName";
}
