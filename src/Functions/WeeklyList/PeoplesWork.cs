using Oversight.Concerns;
using Oversight.Functions.Concerns;
using Oversight.Functions.Identity;
using Oversight.Functions.Reviews;
using Oversight.Functions.Web;
using Oversight.Reviews;

namespace Oversight.Functions.WeeklyList;

/// <summary>Who has how much of the reviews and concerns of a chief's boards.</summary>
public sealed class PeoplesWork(
    ReviewDesk desk, ConcernLists lists, ConcernColleagues colleagues, Conflicts conflicts)
{
    /// <summary>The concerns of the boards that wait for an assessment, but for what is closed to the chief.</summary>
    public async Task<IReadOnlyList<ConcernRow>> ConcernsAsync(SignedInUser user, CancellationToken cancellation)
    {
        var boards = Access.Boards(user, Permission.ReadConcerns)
            .Intersect(Access.Boards(user, Permission.ReadWeeklyList));
        var filter = new ConcernFilter(ConcernStatus.Received)
        {
            Closed = await conflicts.OfAsync(user, cancellation),
        };
        return await lists.OpenAsync(boards, filter, cancellation);
    }

    /// <summary>
    /// Those who assess the boards' concerns or have one, and the reviewers, by Entra object id. Whoever has not signed
    /// in of late has the name that is kept on what they have.
    /// </summary>
    public async Task<IReadOnlyDictionary<string, string>> NamesAsync(
        SignedInUser user, IReadOnlyList<ReviewRow> open, IReadOnlyList<ConcernRow> concerns, DateOnly today,
        CancellationToken cancellation)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var board in Access.Boards(user, Permission.ReadWeeklyList))
        {
            foreach (var colleague in await colleagues.OfAsync(board, today, cancellation))
                names.TryAdd(colleague.UserId, colleague.Name);
        }

        var held = concerns.Where(row => row.Holder is { } holder && !names.ContainsKey(holder.UserId)).ToList();
        var holders = await colleagues.HoldersAsync(held, cancellation);
        foreach (var row in held.Where(row => holders.ContainsKey(row.ConcernId)))
            names.TryAdd(row.Holder!.UserId, holders[row.ConcernId]);
        await AddReviewersAsync(names, user, open, cancellation);
        return names;
    }

    public static IReadOnlyList<WorkloadRow> Of(
        IReadOnlyList<ReviewRow> open, IReadOnlyList<ConcernRow> concerns, IReadOnlyDictionary<string, string> names,
        DateOnly today) =>
    [
        .. names.Select(person =>
        {
            var own = open.Where(row => row.Lead == person.Key).ToList();
            var days = own.SelectMany(row => row.Waits).Select(wait => wait.Until).OfType<DateOnly>().ToList();
            return new WorkloadRow(
                person.Value, concerns.Count(row => row.Holder?.UserId == person.Key), own.Count,
                open.Count(row => row.CoReviewers.Contains(person.Key)), days.Count(day => day < today),
                days.Where(day => day >= today).Order().Select(day => (DateOnly?)day).FirstOrDefault());
        }).OrderByDescending(row => row.Leads).ThenByDescending(row => row.Concerns)
            .ThenBy(row => row.Name, SwedishOrder.Comparer),
    ];

    private async Task AddReviewersAsync(
        Dictionary<string, string> names, SignedInUser user, IReadOnlyList<ReviewRow> open,
        CancellationToken cancellation)
    {
        foreach (var row in open)
        {
            var unknown = row.CoReviewers.Append(row.Lead).OfType<string>().Where(id => !names.ContainsKey(id));
            if (!unknown.Any() || await desk.FindAsync(user, row.Id, cancellation) is not { Review: var review })
                continue;
            var texts = await desk.TextsAsync(row.Id, cancellation);
            foreach (var reviewer in review.CoReviewers.Append(review.Lead).OfType<Reviewer>())
            {
                if (texts.Find(reviewer.Name) is { } name)
                    names.TryAdd(reviewer.UserId, name);
            }
        }
    }
}
