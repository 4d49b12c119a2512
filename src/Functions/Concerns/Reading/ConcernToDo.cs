using Oversight.Concerns;
using Oversight.Functions.Identity;
using Oversight.Functions.Web.Components;
using Oversight.Functions.Web.ToDo;

namespace Oversight.Functions.Concerns;

/// <summary>
/// Concerns in <em>Att göra</em>: what waits for an assessment or a decision, and news about one's own.
/// </summary>
internal sealed class ConcernToDo(ConcernLists lists, DecisionsToDo decisions, Conflicts conflicts) : IToDoSource
{
    private const int NewsDays = 14;
    private const int NewsShown = 5;

    public async Task<IReadOnlyList<ToDoItem>> ForAsync(
        SignedInUser user, DateOnly today, CancellationToken cancellation)
    {
        var items = new List<ToDoItem>();
        if (Access.Allows(user, Permission.AssessConcern))
            await AddAsync(
                items, user, Permission.AssessConcern, ConcernStatus.Received, "Bedöm synpunkter",
                "/synpunkter/inkorg?status=received", today, cancellation);
        items.AddRange(await decisions.ForAsync(user, cancellation));
        if (Access.Allows(user, Permission.ReadOwnConcerns))
            await AddNewsAsync(items, user, today, cancellation);
        return items;
    }

    private async Task AddAsync(
        List<ToDoItem> items, SignedInUser user, Permission permission, ConcernStatus status, string text, string href,
        DateOnly today, CancellationToken cancellation)
    {
        var filter = new ConcernFilter(status) { Closed = await conflicts.OfAsync(user, cancellation) };
        var waiting = await lists.OpenAsync(Access.Boards(user, permission), filter, cancellation);
        if (waiting.Count > 0)
            items.Add(new ToDoItem(
                text, href, Count: waiting.Count,
                Detail: $"Den äldsta kom in {SwedishDates.Relative(waiting.Min(row => row.ReceivedOn), today)}."));
    }

    private async Task AddNewsAsync(
        List<ToDoItem> items, SignedInUser user, DateOnly today, CancellationToken cancellation)
    {
        var news = await lists.NewsAsync(user, today.AddDays(-NewsDays), cancellation);
        items.AddRange(news.Take(NewsShown).Select(row => new ToDoItem(
            $"Din synpunkt {row.Reference}: {ConcernWords.Step(row.Kind).ToLowerInvariant()}",
            $"/synpunkter/arende/{row.ConcernId}",
            Detail: SwedishDates.Text(row.On))
        {
            Kind = ToDoKind.News,
        }));
    }
}
