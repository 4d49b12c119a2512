using Oversight.Functions.Assignments;
using Oversight.Assignments;
using Oversight.Functions.Dialogues;
using Oversight.Functions.Identity;
using Oversight.Functions.Reviews;
using Oversight.Functions.Substitutions;
using Oversight.Functions.Waiting;
using Oversight.Functions.Web;
using Oversight.Reviews;
using Oversight.Waiting;

namespace Oversight.Functions.WeeklyList;

/// <summary>
/// Gathers the weekly list from the lists of the house: what the person does not see there is not here either.
/// </summary>
public sealed class WeeklyLists(
    ReviewLists reviews, ReviewDesk desk, AssignmentDesk assignments, SubstitutionDesk substitutions,
    DialogueDesk dialogues, WaitingLists waiting, Conflicts conflicts, StockholmTime time)
{
    private const string Reviewers = "Kvalitetsutvecklarna";
    private const string Provider = "Anordnaren";
    private const string Lead = "Samordnaren";
    private const int MonthsOfQuarter = 3;

    public async Task<WeeklyListModel> ForAsync(SignedInUser user, CancellationToken cancellation)
    {
        var today = time.Today();
        var boards = Access.Boards(user, Permission.ReadWeeklyList);
        var all = (await reviews.ForAsync(user, cancellation)).Where(row => boards.Contains(row.Unit.Board)).ToList();
        var open = all.Where(row => row.Status != ReviewStatus.Closed).ToList();
        var names = await NamesAsync(user, open, cancellation);
        var awaited = open.SelectMany(row => Of(row, names))
            .Concat(await TasksAsync(user, boards, cancellation))
            .Concat(await DecisionsAsync(user, boards, cancellation))
            .Concat(await DialoguesAsync(user, boards, today, cancellation))
            .OrderBy(row => row.Until ?? DateOnly.MaxValue).ThenBy(row => row.Subject, SwedishOrder.Comparer).ToList();
        return new WeeklyListModel
        {
            Today = today,
            Overdue = [.. awaited.Where(row => row.Until < today)],
            Workload = Workload(open, names, today),
            Substitutes = await SubstitutesAsync(user, boards, today, cancellation),
            Awaited = awaited,
            Outcome = Outcome(all),
        };
    }

    private static IEnumerable<AwaitedRow> Of(ReviewRow row, IReadOnlyDictionary<string, string> names)
    {
        var lead = row.Lead is { } id ? names.GetValueOrDefault(id, Reviewers) : Reviewers;
        foreach (var wait in row.Waits)
            yield return new AwaitedRow(
                row.Unit.Board, row.Unit.Name, Address(row), ReviewWords.Wait(wait.What),
                IsOfProvider(wait.What) ? Provider : wait.What == ReviewAwaiting.Lead ? Reviewers : lead, wait.Until,
                row.IsPaused);
        if (row.StartedOn is not null && row.CaseNumber is null)
            yield return new AwaitedRow(
                row.Unit.Board, row.Unit.Name, Address(row), "Ärende i diariet", RoleNames.Title(Role.Registrar), null,
                row.IsPaused);
        if (row.IsWeak)
            yield return new AwaitedRow(
                row.Unit.Board, row.Unit.Name, Address(row), "Ställning till en ny granskning",
                RoleNames.Title(Role.UnitManager), null, row.IsPaused);
    }

    private static bool IsOfProvider(string what) => what is not (ReviewAwaiting.Start or ReviewAwaiting.Lead
            or ReviewAwaiting.Move)
        && !ReviewAwaiting.IsReading(what) && !ReviewAwaiting.IsFollowUp(what);

    private async Task<IEnumerable<AwaitedRow>> TasksAsync(
        SignedInUser user, IReadOnlyCollection<BoardId> boards, CancellationToken cancellation) =>
        (await assignments.ListAsync(user, cancellation))
            .Where(row => row.Status == AssignmentStatus.Open && boards.Contains(row.Board))
            .Select(row => new AwaitedRow(
                row.Board, row.Unit, $"{AssignmentFunctions.List}/{row.Id}", "Uppgift", "Handläggarna", row.Until,
                IsPaused: false));

    /// <summary>Meetings without invitations, attendance or minutes, and what was to be developed by now.</summary>
    private async Task<IEnumerable<AwaitedRow>> DialoguesAsync(
        SignedInUser user, IReadOnlyCollection<BoardId> boards, DateOnly today, CancellationToken cancellation) =>
        (await dialogues.ListAsync(user, cancellation)).Where(row => boards.Contains(row.Board))
            .SelectMany(row => DialogueWaits.Of(row, today).Select(wait => new AwaitedRow(
                row.Board, row.Name, wait.Href, wait.What, Lead, wait.Until, IsPaused: false)));

    /// <summary>What an enhetschef, or the substitute, is to decide about concerns.</summary>
    private async Task<IEnumerable<AwaitedRow>> DecisionsAsync(
        SignedInUser user, IReadOnlyCollection<BoardId> boards, CancellationToken cancellation)
    {
        var closed = await conflicts.OfAsync(user, cancellation);
        var rows = new List<AwaitedRow>();
        foreach (var party in boards.SelectMany(board =>
            new[] { Role.UnitManager, Role.ProcessOwner }.Select(role => new AwaitedParty(role, board))))
        {
            rows.AddRange((await waiting.ForAsync([party], user.UserId, cancellation))
                .Where(row => row.Kind == "concern" && !closed.Contains(row.Id))
                .Select(row => new AwaitedRow(
                    party.Board, $"Synpunkt {row.Id.Reference('S')}", $"/synpunkter/arende/{row.Id}/beslut",
                    "Beslut om påkallad granskning", RoleNames.Title(party.Role), row.Until, IsPaused: false)));
        }

        return rows;
    }

    /// <summary>Each reviewer's name as one of their reviews keeps it: there is no directory of people.</summary>
    private async Task<IReadOnlyDictionary<string, string>> NamesAsync(
        SignedInUser user, IReadOnlyList<ReviewRow> open, CancellationToken cancellation)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
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

        return names;
    }

    private static IReadOnlyList<WorkloadRow> Workload(
        IReadOnlyList<ReviewRow> open, IReadOnlyDictionary<string, string> names, DateOnly today) =>
    [
        .. names.Select(person =>
        {
            var own = open.Where(row => row.Lead == person.Key).ToList();
            var days = own.SelectMany(row => row.Waits).Select(wait => wait.Until).OfType<DateOnly>().ToList();
            return new WorkloadRow(
                person.Value, own.Count, open.Count(row => row.CoReviewers.Contains(person.Key)),
                days.Count(day => day < today),
                days.Where(day => day >= today).Order().Select(day => (DateOnly?)day).FirstOrDefault());
        }).OrderByDescending(row => row.Leads).ThenBy(row => row.Name, SwedishOrder.Comparer),
    ];

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

    private static string Address(ReviewRow row) => $"/granskningar/{row.Id}";
}
