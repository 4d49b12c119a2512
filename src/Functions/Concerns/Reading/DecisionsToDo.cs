using Oversight.Concerns;
using Oversight.Functions.Identity;
using Oversight.Functions.Waiting;
using Oversight.Functions.Web.Components;
using Oversight.Functions.Web.ToDo;
using Oversight.Waiting;

namespace Oversight.Functions.Concerns;

/// <summary>The decisions that wait for a person: in the enhetschef's turn, or in the substitute's.</summary>
internal sealed class DecisionsToDo(WaitingLists waiting)
{
    private const int ShownOneByOne = 5;
    private const string Text = "Besluta om påkallad granskning";

    public async Task<IReadOnlyList<ToDoItem>> ForAsync(SignedInUser user, CancellationToken cancellation)
    {
        var parties =
            from role in RoleNames.All
            where PermissionTable.Find(role, Permission.DecideTriggeredReview) is not null
            from board in Access.Boards(user, Permission.DecideTriggeredReview)
            where user.HasRole(role, board)
            select new AwaitedParty(role, board);
        var rows = await waiting.ForAsync(parties, user.UserId, cancellation);
        var decisions = rows.Where(row => row.Kind == ConcernStream.Kind.Name).ToList();
        return decisions.Count > ShownOneByOne
            ? [new ToDoItem(Text, "/synpunkter/inkorg?status=awaitingDecision", decisions[0].Until, decisions.Count)]
            : [.. decisions.Select(Item)];
    }

    private static ToDoItem Item(WaitingRow row) => new(
        $"{Text}: {row.Id.Reference(ConcernFacts.ReferenceKind)}", $"/synpunkter/arende/{row.Id}/beslut", row.Until,
        Detail: row.RemindedOn is { } day ? $"Påminnelse {SwedishDates.Text(day)}" : null);
}
