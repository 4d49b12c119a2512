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
            items.Add(OfOthers(
                "Gå igenom det som är försenat", $"{WeeklyListPages.Address}#forsenat", late.Count,
                $"{(late.Count == 1 ? "Det" : "Det äldsta")} skulle ha varit klart", late.Min(row => row.Until!.Value),
                today));
        if (UntakenConcerns.Of(await people.ConcernsAsync(user, cancellation)) is { } untaken)
            items.Add(OfOthers(
                "Fördela synpunkter som ingen har tagit", UntakenConcerns.Address, untaken.Count,
                $"{UntakenConcerns.Which(untaken.Count)} kom in", untaken.Oldest, today));
        return items;
    }

    /// <summary>But for what the chief is to do: that stands among the chief's own.</summary>
    private async Task<IReadOnlyList<AwaitedRow>> LateAsync(
        SignedInUser user, DateOnly today, CancellationToken cancellation)
    {
        var boards = Access.Boards(user, Permission.ReadWeeklyList);
        var open = (await reviews.ForAsync(user, cancellation))
            .Where(row => boards.Contains(row.Unit.Board) && row.Status != ReviewStatus.Closed).ToList();
        return
        [
            .. (await work.ForAsync(user, open, Unnamed, today, cancellation))
                .Where(row => row.Until < today
                    && !(row.FromRole is { } role && user.HasRole(role, row.Board))),
        ];
    }

    /// <param name="happened">Of the oldest, up to when it did.</param>
    private static ToDoItem OfOthers(
        string text, string href, int count, string happened, DateOnly oldest, DateOnly today) =>
        new(text, href, Count: count, Detail: $"{happened} {SwedishDates.Relative(oldest, today)}.")
        {
            Kind = ToDoKind.OfOthers,
        };
}
