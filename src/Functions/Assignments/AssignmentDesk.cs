using Oversight.Assignments;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Settings;
using Oversight.Functions.Storage;
using Oversight.Functions.Texts;

namespace Oversight.Functions.Assignments;

/// <summary>An uppgift opened by somebody who may know of it.</summary>
public sealed record OpenAssignment(
    Folded<AssignmentState> Read, SignedInUser User, SettingsInForce InForce, KeptTexts Texts) : IOpened
{
    public StreamHead Head => Read.Head;

    public AssignmentState State => Read.State;

    public Assignment Given => State.Assignment!;

    public BoardId Board => Given.Unit.Board;

    public string Address => $"/uppgifter/{Head.Id}";
}

/// <summary>Reads and changes uppgifter.</summary>
public sealed class AssignmentDesk(
    Streams streams, Views views, PrivateTexts texts, TextKeys keys, Conflicts conflicts, SettingsProvider settings)
{
    internal const string RetentionClass = "review";

    /// <summary>Those of the person's boards, the open ones first, nearest day first.</summary>
    public async Task<IReadOnlyList<AssignmentRow>> ListAsync(SignedInUser user, CancellationToken cancellation)
    {
        var lists = await Task.WhenAll(Access.Boards(user, Permission.ReadAssignments).Select(
            board => views.ReadAllAsync<AssignmentRow>(AssignmentStream.PartitionOf(board), cancellation)));
        var closed = await conflicts.OfAsync(user, cancellation);
        return
        [
            .. lists.SelectMany(rows => rows).Where(row => !closed.Contains(row.ReviewId))
                .OrderBy(row => row.Status).ThenBy(row => row.Until)
                .ThenBy(row => row.Id.Value, StringComparer.Ordinal),
        ];
    }

    public async Task<Opening<OpenAssignment>> OpenAsync(
        SignedInUser user, string id, CancellationToken cancellation)
    {
        if (!Id.TryParse(id, out var known) || await streams.LoadForChangeAsync(
            AssignmentStream.Kind, known, cancellation) is not { State.Assignment: { } given } read)
            return new Opening<OpenAssignment>.Missing();
        return Access.Allows(user, Permission.ReadAssignments, given.Unit.Board)
            && !(await conflicts.OfAsync(user, cancellation)).Contains(given.ReviewId)
            ? new Opening<OpenAssignment>.Opened(new OpenAssignment(
                read, user, await settings.GetAsync(cancellation), await TextsAsync(known, cancellation)))
            : new Opening<OpenAssignment>.Closed();
    }

    public async Task<KeptTexts> TextsAsync(Id id, CancellationToken cancellation) =>
        new(await texts.ReadAllAsync(AssignmentStream.StreamId(id), cancellation));

    public async Task<OperationTexts> DraftAsync(string operation, Envelope envelope, CancellationToken cancellation) =>
        new(await keys.GetAsync(cancellation), operation, RequestTexts.RequestOf(envelope),
            $"assignment-{operation}", RetentionClass);

    public Task<Outcome<AssignmentState>> ChangeAsync(
        OpenAssignment open, AssignmentCommand command, OperationTexts written, Envelope envelope,
        CancellationToken cancellation) =>
        streams.ChangeAsync(
            AssignmentStream.Kind, open.Head.Id, command, envelope, cancellation, Keeping(open.Head.Id, written),
            open.Read);

    /// <summary>Texts are kept once the rules have said yes.</summary>
    private Preparation<AssignmentCommand> Keeping(Id id, OperationTexts written) => async (accepted, token) =>
        await texts.TryWriteAsync(AssignmentStream.StreamId(id), written.EntryName, written.Entry, token)
            ? new Prepared<AssignmentCommand>.Go(accepted)
            : new Prepared<AssignmentCommand>.KeyReused();
}
