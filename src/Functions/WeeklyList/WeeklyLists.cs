using Oversight.Functions.Identity;
using Oversight.Functions.Reviews;
using Oversight.Functions.Substitutions;
using Oversight.Functions.Web;
using Oversight.Reviews;

namespace Oversight.Functions.WeeklyList;

/// <summary>
/// Gathers the weekly list from the lists of the house: what the person does not see there is not here either.
/// </summary>
public sealed class WeeklyLists(
    ReviewLists reviews, AwaitedWork work, PeoplesWork people, SubstitutionDesk substitutions, StockholmTime time)
{
    private const int MonthsOfQuarter = 3;

    public async Task<WeeklyListModel> ForAsync(SignedInUser user, CancellationToken cancellation)
    {
        var today = time.Today();
        var boards = Access.Boards(user, Permission.ReadWeeklyList);
        var all = (await reviews.ForAsync(user, cancellation)).Where(row => boards.Contains(row.Unit.Board)).ToList();
        var open = all.Where(row => row.Status != ReviewStatus.Closed).ToList();
        var concerns = await people.ConcernsAsync(user, cancellation);
        var names = await people.NamesAsync(user, open, concerns, today, cancellation);
        var awaited = await work.ForAsync(user, open, names, today, cancellation);
        return new WeeklyListModel
        {
            Today = today,
            Overdue = [.. awaited.Where(row => row.Until < today)],
            Workload = PeoplesWork.Of(open, concerns, names, today),
            Untaken = UntakenConcerns.Of(concerns),
            Substitutes = await SubstitutesAsync(user, boards, today, cancellation),
            Awaited = awaited,
            Outcome = Outcome(all),
        };
    }

    private async Task<IReadOnlyList<SubstituteRow>> SubstitutesAsync(
        SignedInUser user, IReadOnlyCollection<BoardId> boards, DateOnly today, CancellationToken cancellation)
    {
        var rows = new List<SubstituteRow>();
        foreach (var row in (await substitutions.ListAsync(user, cancellation))
            .Where(row => row.IsInForce(today) && boards.Contains(row.Board)))
        {
            if (await substitutions.FindAsync(row.Id, cancellation) is var (named, texts))
                rows.Add(new SubstituteRow(
                    row.Board, texts.Show(named.ForName), texts.Show(named.By?.Name) ?? "", SubstitutionWords.Text(
                        row.Role), row.From, row.Until));
        }

        return rows;
    }

    /// <summary>Of the reviews that an årsplan has: those that nobody began before they ended are not in it.</summary>
    private static IReadOnlyList<OutcomeRow> Outcome(IReadOnlyList<ReviewRow> all) =>
    [
        .. all.Where(row => row.PlanYear is not null
                && (row.Status != ReviewStatus.Closed || row.StartedOn is not null))
            .GroupBy(row => (row.Unit.Board, Year: row.PlanYear!.Value, Quarter: QuarterOf(row.NotBefore)))
            .OrderByDescending(group => group.Key.Year).ThenBy(group => group.Key.Board.Value, StringComparer.Ordinal)
            .ThenBy(group => group.Key.Quarter)
            .Select(group => new OutcomeRow(
                group.Key.Board, group.Key.Year, group.Key.Quarter, group.Count(),
                group.Count(row => row.StartedOn is not null), group.Count(row => row.Reported is not null))),
    ];

    private static int QuarterOf(DateOnly day) => ((day.Month - 1) / MonthsOfQuarter) + 1;
}
