using Microsoft.AspNetCore.Http;
using Oversight.Functions.Attachments;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Reviews;
using Oversight.Functions.Settings;
using Oversight.Functions.Storage;
using Oversight.Functions.Texts;
using Oversight.Functions.Web;
using Oversight.Sanctions;

namespace Oversight.Functions.Sanctions;

/// <summary>A sanction opened by somebody who may know of it, with the review that it comes of.</summary>
public sealed record OpenSanction(Folded<SanctionState> Read, OpenReview Of, KeptTexts Texts) : IOpened
{
    public StreamHead Head => Read.Head;

    public SanctionState State => Read.State;

    public Sanction Sanction => State.Sanction!;

    public SignedInUser User => Of.User;

    public SettingsInForce InForce => Of.InForce;

    public BoardId Board => Sanction.Unit.Board;

    public string Address => $"{SanctionFunctions.List}/{Head.Id}";

    public string Reference => Head.Id.Reference(SanctionPartitions.ReferenceKind);

    /// <summary>Whether the person reads the review that it comes of, and so what is only proposed.</summary>
    public bool ReadsReview => Of.IsSeen && ContentAccess.Reads(User, ContentClass.Review, Board);

    /// <summary>
    /// Whoever reads the review; the secretary once the board has had papers, inköp once it is in force. Nobody from
    /// whom the review is closed.
    /// </summary>
    public bool IsSeen => Of.IsSeen && Access.Allows(User, Permission.ReadSanctions, Board)
        && SanctionAccess.Sees(User, Board, Sanction.HasBeenSubmitted, Sanction.InForceSince is not null);

    public SanctionSetup Setup { get; } = SanctionSetup.Of(Of.Review, Of.InForce.Settings);
}

/// <summary>Who learns of a sanction, however it is read.</summary>
public static class SanctionAccess
{
    public static bool Sees(SignedInUser user, BoardId board, bool hasBeenSubmitted, bool hasBeenInForce) =>
        ContentAccess.Reads(user, ContentClass.Review, board)
        || (hasBeenSubmitted && Access.Allows(user, Permission.RecordDecisions, board))
        || (hasBeenInForce && user.HasRole(Role.Procurement, board));
}

/// <summary>Opens sanctions for people and carries out what they do with them.</summary>
public sealed class SanctionDesk(
    Streams streams, Views views, PrivateTexts texts, TextKeys keys, ReviewDesk reviews, Conflicts conflicts,
    AttachmentFiles files)
{
    internal const string RetentionClass = "review";

    public async Task<Opening<OpenSanction>> OpenAsync(
        HttpRequest request, string id, CancellationToken cancellation)
    {
        if (!Id.TryParse(id, out var known) || await streams.LoadForChangeAsync(
            SanctionStream.Kind, known, cancellation) is not { State.Sanction: { } sanction } read)
            return new Opening<OpenSanction>.Missing();
        var review = await reviews.FindAsync(request.User(), sanction.ReviewId, cancellation)
            ?? throw new InvalidOperationException($"The sanction {known} has no review.");
        var open = new OpenSanction(read, review, await TextsAsync(known, cancellation));
        return open.IsSeen ? new Opening<OpenSanction>.Opened(open) : new Opening<OpenSanction>.Closed();
    }

    /// <summary>Those that the person may know of, what waits first.</summary>
    public async Task<IReadOnlyList<SanctionRow>> ListAsync(SignedInUser user, CancellationToken cancellation)
    {
        var boards = Access.Boards(user, Permission.ReadSanctions);
        var lists = await Task.WhenAll(boards.Select(
            board => views.ReadAllAsync<SanctionRow>(SanctionPartitions.OfBoard(board), cancellation)));
        var closed = await conflicts.OfAsync(user, cancellation);
        return
        [
            .. lists.SelectMany(rows => rows)
                .Where(row => !closed.Contains(row.ReviewId)
                    && SanctionAccess.Sees(
                        user, row.Unit.Board, row.HasBeenSubmitted, row.InForceSince is not null))
                .OrderBy(row => row.Status).ThenBy(row => row.Meeting ?? row.FinalDate)
                .ThenBy(row => row.Unit.Name, SwedishOrder.Comparer)
                .ThenBy(row => row.Id.Value, StringComparer.Ordinal),
        ];
    }

    /// <summary>Of one review, in the order they were proposed. The caller has asked whether it may be read.</summary>
    public async Task<IReadOnlyList<SanctionRow>> OfReviewAsync(OpenReview open, CancellationToken cancellation)
    {
        if (open.Review.Matters.All(matter => matter.Kind != Oversight.Reviews.MatterKind.Sanction))
            return [];
        var rows = await views.ReadAllAsync<SanctionRow>(SanctionPartitions.OfBoard(open.Board), cancellation);
        return [.. open.Review.Matters.Select(matter => rows.FirstOrDefault(row => row.Id == matter.Id))
            .OfType<SanctionRow>()];
    }

    /// <summary>Every one about a provider's units, for the board: what has been decided before.</summary>
    public async Task<IReadOnlyList<SanctionRow>> OfProviderAsync(
        BoardId board, Id provider, CancellationToken cancellation) =>
    [
        .. (await views.ReadAllAsync<SanctionRow>(SanctionPartitions.OfBoard(board), cancellation))
            .Where(row => row.Unit.ProviderId == provider && row.InForceSince is not null)
            .OrderByDescending(row => row.InForceSince),
    ];

    public async Task<KeptTexts> TextsAsync(Id id, CancellationToken cancellation) =>
        new(await texts.ReadAllAsync(SanctionStream.StreamId(id), cancellation));

    public async Task<OperationTexts> DraftAsync(string operation, Envelope envelope, CancellationToken cancellation) =>
        new(await keys.GetAsync(cancellation), operation, RequestTexts.RequestOf(envelope), $"sanction-{operation}",
            RetentionClass);

    /// <summary>Texts and files are kept once the rules have said yes.</summary>
    public Task<Outcome<SanctionState>> ChangeAsync(
        OpenSanction open, SanctionCommand command, OperationTexts written, IReadOnlyList<SentFile> sent,
        Envelope envelope, CancellationToken cancellation) =>
        streams.ChangeAsync(
            SanctionStream.Kind, open.Head.Id, command, envelope, cancellation,
            written.Entry.Fields.Count == 0
                ? null
                : async (accepted, token) =>
                {
                    if (!await texts.TryWriteAsync(
                        SanctionStream.StreamId(open.Head.Id), written.EntryName, written.Entry, token))
                        return new Prepared<SanctionCommand>.KeyReused();
                    if (accepted is SanctionCommand.AttachMinutes added)
                        await files.StoreAsync(
                            open.Head.Id, sent, [.. added.Files.Select(file => file.File)], token);
                    return new Prepared<SanctionCommand>.Go(accepted);
                },
            open.Read);
}
