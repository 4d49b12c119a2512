using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Reviews;
using Oversight.Functions.Settings;
using Oversight.Functions.Storage;
using Oversight.Functions.Texts;
using Oversight.Functions.Web;
using Oversight.Referrals;

namespace Oversight.Functions.Referrals;

/// <summary>An överlämnande opened by somebody who reads what it comes of.</summary>
public sealed record OpenReferral(
    Folded<ReferralState> Read, SignedInUser User, SettingsInForce InForce, KeptTexts Texts, DateOnly Today) : IOpened
{
    public StreamHead Head => Read.Head;

    public ReferralState State => Read.State;

    public Referral Referral => State.Referral!;

    public BoardId Board => Referral.Unit.Board;

    public string Address => $"{ReferralFunctions.List}/{Head.Id}";
}

/// <summary>Reads and changes överlämnanden.</summary>
public sealed class ReferralDesk(
    Streams streams, Views views, PrivateTexts texts, TextedStreams texted, MatterDoors doors,
    SettingsProvider settings, StockholmTime time)
{
    private const string RetentionClass = "review";

    public TextedStream<ReferralState, ReferralCommand, ReferralEvent> Stream { get; } =
        texted.Of(ReferralStream.Kind, "referral", RetentionClass);

    /// <summary>Those of the person's boards, where the person reads what they come of; the open ones first.</summary>
    public async Task<IReadOnlyList<ReferralRow>> ListAsync(SignedInUser user, CancellationToken cancellation)
    {
        var boards = ContentAccess.Boards(user, ContentClass.Review);
        var lists = await Task.WhenAll(boards.Select(
            board => views.ReadAllAsync<ReferralRow>(ReferralStream.PartitionOf(board), cancellation)));
        var isSeen = await doors.SeenAsync(user, cancellation);
        return
        [
            .. lists.SelectMany(rows => rows).Where(row => isSeen(row.Review, row.Concerns))
                .OrderBy(row => row.Status).ThenBy(row => row.ProposedOn)
                .ThenBy(row => row.Id.Value, StringComparer.Ordinal),
        ];
    }

    public async Task<Opening<OpenReferral>> OpenAsync(
        SignedInUser user, string id, CancellationToken cancellation)
    {
        if (!Id.TryParse(id, out var known) || await streams.LoadForChangeAsync(
            ReferralStream.Kind, known, cancellation) is not { State.Referral: { } referral } read)
            return new Opening<OpenReferral>.Missing();
        return await doors.IsSeenAsync(user, referral.Unit.Board, referral.Review, referral.Concerns, cancellation)
            ? new Opening<OpenReferral>.Opened(new OpenReferral(
                read, user, await settings.GetAsync(cancellation), await TextsAsync(known, referral, cancellation),
                time.Today()))
            : new Opening<OpenReferral>.Closed();
    }

    /// <summary>Its own texts, and those of the review where it was proposed there.</summary>
    public async Task<KeptTexts> TextsAsync(Id id, Referral referral, CancellationToken cancellation)
    {
        var own = await texts.ReadAllAsync(ReferralStream.StreamId(id), cancellation);
        return referral.Review is { } review
            ? new KeptTexts(own.Concat(await texts.ReadAllAsync(ReviewStream.StreamId(review), cancellation))
                .ToDictionary())
            : new KeptTexts(own);
    }
}
