using Oversight.Functions.Identity;
using Oversight.Functions.Reviews;
using Oversight.Functions.Web;
using Oversight.Functions.Web.Components;
using Oversight.Functions.Web.ToDo;
using Oversight.Reviews;

namespace Oversight.Functions.WeeklyList;

/// <summary>What waits for a chief's people in <em>Att göra</em>: what is late, and what nobody has taken.</summary>
internal sealed class WeeklyToDo(ReviewLists reviews, AwaitedWork work, PeoplesWork people) : IToDoSource
{
    private static readonly IReadOnlyDictionary<string, string> Unnamed = new Dictionary<string, string>();

    public async Task<IReadOnlyList<ToDoItem>> ForAsync(
        SignedInUser user, DateOnly today, CancellationToken cancellation)
    {
        if (!Access.Allows(user, Permission.ReadWeeklyList))
            return [];
        var items = new List<ToDoItem>();
        if (await LateAsync(user, today, cancellation) is { Count: > 0 } late)
            items.Add(Row(
                "Gå igenom det som är försenat", $"{WeeklyListPages.Address}#forsenat", late.Count,
                late.Min(row => row.Until!.Value), "skulle ha varit klart", "Det", "Det äldsta", today));
        if (UntakenConcerns.Of(await people.ConcernsAsync(user, cancellation)) is { } untaken)
            items.Add(Row(
                "Fördela synpunkter som ingen har tagit", UntakenConcerns.Address, untaken.Count, untaken.Oldest,
                "kom in", "Den", "Den äldsta", today));
        return items;
    }

    /// <summary>But for what the chief is to do: that stands among the chief's own.</summary>
    private async Task<IReadOnlyList<AwaitedRow>> LateAsync(
        SignedInUser user, DateOnly today, CancellationToken cancellation)
    {
        var boards = Access.Boards(user, Permission.ReadWeeklyList);
        var open = (await reviews.ForAsync(user, cancellation))
            .Where(row => boards.Contains(row.Unit.Board) && row.Status != ReviewStatus.Closed).ToList();
        var own = user.Roles.Select(RoleNames.Title).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. (await work.ForAsync(user, open, Unnamed, today, cancellation))
                .Where(row => row.Until < today && !own.Contains(row.From)),
        ];
    }

    private static ToDoItem Row(
        string text, string href, int count, DateOnly oldest, string happened, string one, string eldest,
        DateOnly today) =>
        new(text, href, Count: count, Detail:
            $"{(count == 1 ? one : eldest)} {happened} {SwedishDates.Relative(oldest, today)}.")
        {
            Kind = ToDoKind.OfOthers,
        };
}
