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
    Streams streams, Views views, TextedStreams texted, Conflicts conflicts, SettingsProvider settings)
{
    internal const string RetentionClass = "review";

    public TextedStream<AssignmentState, AssignmentCommand, AssignmentEvent> Stream { get; } =
        texted.Of(AssignmentStream.Kind, "assignment", RetentionClass);

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

    public Task<KeptTexts> TextsAsync(Id id, CancellationToken cancellation) => Stream.TextsAsync(id, cancellation);
}
