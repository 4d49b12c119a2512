using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Reviews;
using Oversight.Functions.Settings;
using Oversight.Functions.Storage;
using Oversight.Functions.Texts;
using Oversight.Functions.Web;
using Oversight.Referrals;

namespace Oversight.Functions.Referrals;

/// <summary>A position opened by somebody who may read it.</summary>
public sealed record OpenIvo(
    Folded<IvoState> Read, SignedInUser User, SettingsInForce InForce, KeptTexts Texts, DateOnly Today) : IOpened
{
    public StreamHead Head => Read.Head;

    public IvoState State => Read.State;

    public IvoPosition Position => State.Position!;

    public BoardId Board => Position.Unit.Board;

    public string Address => $"{IvoFunctions.List}/{Head.Id}";

    public bool IsSeen => !Position.InConflict.Contains(User.UserId);

    /// <summary>Whether the person is to decide, in the role that the delegation names.</summary>
    public bool MayDecide => IsSeen && Access.Allows(User, Permission.DecideReferrals, Board)
        && RoleNames.All.Any(role => User.HasRole(role, Board) && Position.MayDecide(role));
}

/// <summary>Reads and changes positions on a report to IVO.</summary>
public sealed class IvoDesk(
    Streams streams, Views views, PrivateTexts texts, TextedStreams texted, MatterDoors doors,
    SettingsProvider settings, StockholmTime time)
{
    private const string RetentionClass = "review";

    public TextedStream<IvoState, IvoCommand, IvoEvent> Stream { get; } =
        texted.Of(IvoStream.Kind, "ivo", RetentionClass);

    /// <summary>Those of the person's boards, the open ones first, nearest day first.</summary>
    public async Task<IReadOnlyList<IvoRow>> ListAsync(SignedInUser user, CancellationToken cancellation)
    {
        var boards = ContentAccess.Boards(user, ContentClass.Review);
        var lists = await Task.WhenAll(boards.Select(board => OfBoardAsync(board, cancellation)));
        var isSeen = await doors.SeenAsync(user, cancellation);
        return
        [
            .. lists.SelectMany(rows => rows)
                .Where(row => isSeen(row.Review, row.Concerns) && !row.InConflict.Contains(user.UserId))
                .OrderBy(row => row.Status).ThenBy(row => row.Until)
                .ThenBy(row => row.Id.Value, StringComparer.Ordinal),
        ];
    }

    public Task<IReadOnlyList<IvoRow>> OfBoardAsync(BoardId board, CancellationToken cancellation) =>
        views.ReadAllAsync<IvoRow>(IvoStream.PartitionOf(board), cancellation);

    public async Task<Opening<OpenIvo>> OpenAsync(SignedInUser user, string id, CancellationToken cancellation)
    {
        if (!Id.TryParse(id, out var known) || await streams.LoadForChangeAsync(
            IvoStream.Kind, known, cancellation) is not { State.Position: { } position } read)
            return new Opening<OpenIvo>.Missing();
        if (!await doors.IsSeenAsync(user, position.Unit.Board, position.Review, position.Concerns, cancellation))
            return new Opening<OpenIvo>.Closed();
        var open = new OpenIvo(
            read, user, await settings.GetAsync(cancellation), await TextsAsync(known, position, cancellation),
            time.Today());
        return open.IsSeen ? new Opening<OpenIvo>.Opened(open) : new Opening<OpenIvo>.Closed();
    }

    /// <summary>Its own texts, and those of the review that it comes of.</summary>
    public async Task<KeptTexts> TextsAsync(Id id, IvoPosition position, CancellationToken cancellation)
    {
        var own = await texts.ReadAllAsync(IvoStream.StreamId(id), cancellation);
        return position.Review is { } review
            ? new KeptTexts(own.Concat(await texts.ReadAllAsync(ReviewStream.StreamId(review), cancellation))
                .ToDictionary())
            : new KeptTexts(own);
    }
}
